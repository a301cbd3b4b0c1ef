using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Finding.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>Looks among the open tickets of the last days for those that may be one matter, compound by compound.</summary>
internal sealed class ProposeGroups(LinliDb db, NpgsqlDataSource database, CategoryBook book, Changes changes)
{
    internal const string Statement = $"""
        select p.id, p.path, t.id, t.building, t.category, t.place_text, t.description, t.received_at
          from registry.places p
         cross join lateral (
               select t.id, case w.kind when 'Building' then w.id when 'Entrance' then w.parent_id end as building, t.category, t.place_text, t.description, t.received_at
                 from tickets.tickets t left join registry.places w on w.id = t.place_id
                where t.compound_id = p.id and t.received_at >= @from and t.state not in ('Replied', 'Closed', 'Withdrawn') and not {SealedTickets.Sql}) t
         where p.kind = 'Compound' order by p.id
        """;

    private readonly List<ComparedTicket> open = [];
    private int made;

    public async Task Run(ProcessContext context, CancellationToken cancel)
    {
        var rules = FindingRules.On(ChinaTime.DayOf(context.At));
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Statement, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("from", context.At.AddDays(-rules.Duplicates.WithinDays).ToUniversalTime());
        SealedTickets.Add(command.Parameters);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var (compound, tree) = (Guid.Empty, book.At(PlacePath.Root));
        while (await row.ReadAsync(cancel))
        {
            if (compound != row.GetGuid(0))
            {
                await Propose(compound, rules, context, cancel);
                (compound, tree) = (row.GetGuid(0), book.At(new PlacePath(row.GetString(1))));
            }

            open.Add(new(row.GetGuid(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetString(4), tree.TopOf(row.GetString(4)), row.GetString(5), row.GetString(6), row.GetFieldValue<DateTimeOffset>(7)));
        }

        await Propose(compound, rules, context, cancel);
        if (made > 0)
        {
            await changes.Save(context with { RequestId = Guid.CreateVersion7(context.At) }, nameof(ProposeGroups), WriteFound.Subject, context.RequestId, new { groups = made }, cancel);
        }
    }

    private async Task Propose(Guid compound, FindingRules rules, ProcessContext context, CancellationToken cancel)
    {
        // Without two that are alike nothing is asked of the database.
        if (DuplicateRule.Propose(open, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<(Guid, Guid)>(), rules.Duplicates).Count == 0)
        {
            open.Clear();
            return;
        }

        var ids = open.Select(ticket => ticket.Id).ToArray();
        var known = await (
            from g in db.Set<DuplicateGroup>() join m in db.Set<DuplicateMember>() on g.Id equals m.GroupId
            where ids.Contains(m.TicketId) || ids.Contains(g.LeadId)
            select new { g.Id, g.LeadId, Group = g.State, m.TicketId, m.State }).AsNoTracking().ToListAsync(cancel);
        var standing = known.Where(one => one.Group is GroupState.Proposed or GroupState.Confirmed).ToList();
        var leads = standing.GroupBy(one => one.LeadId).ToDictionary(one => one.Key, one => one.First().Id);
        var settled = standing.Where(one => one.State is MemberState.Proposed or MemberState.Confirmed).Select(one => one.TicketId).Concat(leads.Keys).ToHashSet();
        foreach (var group in DuplicateRule.Propose(open, leads.Keys.ToHashSet(), settled, Apart(known.GroupBy(one => (one.Id, one.LeadId)).Select(one =>
            (one.Key.LeadId, one.First().Group, one.Select(member => (member.TicketId, member.State)).ToList()))), rules.Duplicates))
        {
            if (!leads.TryGetValue(group.Lead, out var id))
            {
                id = Guid.CreateVersion7(context.At);
                db.Add(new DuplicateGroup { Id = id, CompoundId = compound, LeadId = group.Lead, State = GroupState.Proposed, Rules = rules.Code, FoundAt = context.At });
            }

            db.AddRange(group.Members.Select(member => new DuplicateMember
            {
                GroupId = id, TicketId = member.Ticket, State = MemberState.Proposed, Points = member.Likeness.Points, Shared = member.Likeness.Shared,
                IsNear = member.Likeness.IsNear, IsSameBuilding = member.Likeness.IsSameBuilding,
            }));
            made++;
        }

        open.Clear();
    }

    // Two of a group that somebody looked at are apart, if either of them was said not to belong; a group that was rejected holds nothing together.
    private static HashSet<(Guid, Guid)> Apart(IEnumerable<(Guid Lead, GroupState Group, List<(Guid Ticket, MemberState State)> Members)> groups)
    {
        var apart = new HashSet<(Guid, Guid)>();
        foreach (var (lead, group, members) in groups)
        {
            var all = members.Prepend((Ticket: lead, State: group is GroupState.Rejected or GroupState.Dissolved ? MemberState.Rejected : MemberState.Confirmed)).ToList();
            apart.UnionWith(
                from one in all from other in all
                where one.Ticket != other.Ticket && (one.State is MemberState.Rejected or MemberState.Left || other.State is MemberState.Rejected or MemberState.Left)
                select (one.Ticket, other.Ticket));
        }

        return apart;
    }
}
