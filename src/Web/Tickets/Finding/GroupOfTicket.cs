using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>Another ticket of the group, for those who see tickets in their post.</summary>
public sealed record GroupNeighbour(string Number, TicketState State, bool IsLead);

/// <summary>A step of the leading ticket, without who and without words.</summary>
public sealed record LeadStep(TicketAct Act, DateTimeOffset At);

/// <summary>What a ticket shows of its group.</summary>
/// <param name="State">Where the group stands.</param>
/// <param name="IsLead">Whether this ticket leads.</param>
/// <param name="Tickets">How many tickets it has, this one among them.</param>
/// <param name="Others">The others; empty for residents.</param>
/// <param name="Steps">What was done to the leading ticket, for its followers.</param>
/// <param name="MayDecide">Whether the actor decides about it.</param>
public sealed record TicketGroupView(GroupState State, bool IsLead, int Tickets, IReadOnlyList<GroupNeighbour> Others, IReadOnlyList<LeadStep> Steps, bool MayDecide);

/// <summary>Tells of the group a ticket is in. Residents learn how many reported the same and how far it is; neither who nor under which number.</summary>
internal sealed class GroupOfTicket(NpgsqlDataSource database, FindTicket tickets)
{
    private const string Find = $"""
        with g as (
          select d.* from tickets.duplicate_groups d
           where (d.lead_id = @ticket or d.id in (select group_id from tickets.duplicate_members where ticket_id = @ticket and state in ('Proposed', 'Confirmed')))
             and (d.state = 'Confirmed' or (d.state = 'Proposed' and @staff))
           order by d.state limit 1)
        select g.state, g.lead_id = t.id, t.id = @ticket, t.number, t.state, p.path, m.state
          from g join registry.places p on p.id = g.compound_id
          join lateral (select g.lead_id as id, 'Confirmed' as state union all select ticket_id, state from tickets.duplicate_members where group_id = g.id and state in ('Proposed', 'Confirmed')) m on true
          join tickets.tickets t on t.id = m.id and not {SealedTickets.Sql}
         order by g.lead_id <> t.id, t.received_at, t.id
        """;

    private const string ReadSteps = """
        select l.act, l.at from tickets.timeline l join tickets.duplicate_groups g on g.lead_id = l.ticket_id join tickets.duplicate_members m on m.group_id = g.id
         where m.ticket_id = @ticket and m.state = 'Confirmed' and g.state = 'Confirmed' and l.act in ('Accept', 'Assign', 'Claim', 'Contact', 'Pause', 'Resume', 'MarkDone') order by l.at, l.id
        """;

    /// <summary>Null where the actor sees no such ticket, or it is in no group.</summary>
    public async Task<TicketGroupView?> Execute(string number, Actor actor, CancellationToken cancel)
    {
        if (!(await tickets.Execute(number, actor, cancel)).Succeeded(out var ticket))
        {
            return null;
        }

        var asResident = TicketAccess.AsResident(actor, ticket.ReporterId);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var (state, isLead, isHere, path, others, count) = (GroupState.Proposed, false, false, PlacePath.Root, new List<GroupNeighbour>(), 0);
        await using (var command = new NpgsqlCommand(Find, connection))
        {
            command.Parameters.AddWithValue("ticket", ticket.Id);
            command.Parameters.AddWithValue("staff", !asResident && Scope.Of(actor, Permission.ViewTickets).SqlPattern is not null);
            SealedTickets.Add(command.Parameters);
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                (state, path) = (Enum.Parse<GroupState>(row.GetString(0)), new PlacePath(row.GetString(5)));
                var (leads, self, stands) = (row.GetBoolean(1), row.GetBoolean(2), row.GetString(6) == nameof(MemberState.Confirmed) || state == GroupState.Proposed);
                isHere |= self && (stands || !asResident);
                isLead |= self && leads;
                count += stands ? 1 : 0;
                if (!self && !asResident)
                {
                    others.Add(new(row.GetString(3), Enum.Parse<TicketState>(row.GetString(4)), leads));
                }
            }
        }

        return isHere && count > 1
            ? new TicketGroupView(state, isLead, count, others, isLead || state != GroupState.Confirmed ? [] : await Steps(connection, ticket.Id, cancel), Scope.Of(actor, Permission.AcceptTickets).Covers(path) && !asResident)
            : null;
    }

    private static async Task<IReadOnlyList<LeadStep>> Steps(NpgsqlConnection connection, Guid ticket, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ReadSteps, connection);
        command.Parameters.AddWithValue("ticket", ticket);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var steps = new List<LeadStep>();
        while (await row.ReadAsync(cancel))
        {
            steps.Add(new(Enum.Parse<TicketAct>(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1)));
        }

        return steps;
    }
}
