using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Finding.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>What the acts on a group have in common: find it in scope, ask what may follow, write who decided, tell the reporters.</summary>
internal sealed class GroupDesk(LinliDb db, IPlaces places, Changes changes, Notifier notifier)
{
    public const string Subject = "DuplicateGroup";

    /// <summary>The group that lies on the desk.</summary>
    internal sealed record Open(DuplicateGroup Group, Ticket Lead, List<DuplicateMember> Members);

    public async Task<Outcome<Saved>> Act(
        Guid id, uint? seen, GroupState next, string process, ProcessContext context, Func<Open, Task<IReadOnlyList<Refusal>>> change, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await db.Set<DuplicateGroup>().SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } group
            || await places.PathOf(group.CompoundId, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.AcceptTickets).Covers(compound))
        {
            return new NotFound();
        }

        if (seen is { } version && version != group.Version)
        {
            return new ChangedMeanwhile();
        }

        var decided = FindingFlow.Decide(group.State, next);
        if (decided.IsRefused)
        {
            return Outcome<Saved>.Refused(decided.Refusals);
        }

        var open = new Open(
            group, await db.Set<Ticket>().SingleAsync(t => t.Id == group.LeadId, cancel), await db.Set<DuplicateMember>().Where(m => m.GroupId == id).ToListAsync(cancel));
        (group.State, group.DecidedAt, group.DecidedBy, group.DecidedAs) = (decided.Value, context.At, context.Actor.PersonId, TicketDesk.SaidAs(context));
        var refusals = await change(open);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome<Saved>.Refused(refusals);
        }

        // Members change too; whoever looks at the group hears of it by its version.
        db.Entry(group).Property(g => g.State).IsModified = true;
        return await changes.Save(
            context, process, Subject, id, new { lead = group.LeadId, state = group.State, members = open.Members.Select(m => new { m.TicketId, m.State }) }, cancel);
    }

    /// <summary>Tells the reporters of tickets, each by the own ticket.</summary>
    public async Task Tell(IEnumerable<Guid> tickets, string kind, ProcessContext context, CancellationToken cancel)
    {
        var ids = tickets.ToArray();
        foreach (var ticket in await db.Set<Ticket>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancel))
        {
            notifier.Tell([ticket.ReporterId], kind, new() { ["Number"] = ticket.Number, ["Place"] = ticket.PlaceText }, TicketLinks.Details(ticket.Number), context.At);
        }
    }
}
