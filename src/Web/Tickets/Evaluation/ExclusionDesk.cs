using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>What the acts on exclusions have in common: the ticket if it lies in scope, its rounds, and the one place that takes a ticket out of the rates.</summary>
internal sealed class ExclusionDesk(LinliDb db, IPlaces places, Notifier notifier)
{
    public const string Subject = "Exclusion";

    /// <summary>The ticket, where the actor may do what the permission allows.</summary>
    public async Task<Ticket?> Find(string number, Permission permission, Actor actor, CancellationToken cancel) =>
        await db.Set<Ticket>().SingleOrDefaultAsync(t => t.Number == number, cancel) is { } ticket
        && await places.PathOf(ticket.CompoundId, cancel) is { } compound && Scope.Of(actor, permission).Covers(compound) ? ticket : null;

    /// <summary>The round with its ticket, where the actor may do what the permission allows.</summary>
    public async Task<(Exclusion Round, Ticket Ticket)?> Find(Guid id, Permission permission, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Exclusion>().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } round)
        {
            return null;
        }

        var ticket = await db.Set<Ticket>().SingleAsync(t => t.Id == round.TicketId, cancel);
        return await places.PathOf(ticket.CompoundId, cancel) is { } compound && Scope.Of(actor, permission).Covers(compound) ? (round, ticket) : null;
    }

    /// <summary>Whether a return of the ticket was accepted.</summary>
    public async Task<bool> ReturnWasAccepted(Guid ticketId, Actor actor, CancellationToken cancel) => !Scope.Of(actor, Permission.ViewTickets).IsNothing
        && await db.Database.SqlQuery<bool>(
            $"""select exists (select from tickets.timeline where ticket_id = {ticketId} and act = {EvaluationActs.ReturnAccepted}) as "Value" """).SingleAsync(cancel);

    /// <summary>Takes the ticket out of the rates as all its rounds say, the changed one among them; nothing is saved here.</summary>
    public async Task Judge(Ticket ticket, Exclusion changed, Actor actor, CancellationToken cancel)
    {
        var rounds = await db.Set<Exclusion>().AsNoTracking().Where(e => e.TicketId == ticket.Id && e.Id != changed.Id).ToListAsync(cancel);
        var scope = ExclusionRounds.ScopeOf([.. rounds.Select(r => r.ToRound()), changed.ToRound()], await ReturnWasAccepted(ticket.Id, actor, cancel));
        ticket.Excluded = scope == ExclusionScope.None ? null : scope;
    }

    /// <summary>Tells people of what became of it, leaving out who acted.</summary>
    public void Tell(Ticket ticket, Actor actor, DateTimeOffset at, string kind, params IEnumerable<Guid?> people) => notifier.Tell(
        people.OfType<Guid>().Where(person => person != actor.PersonId), kind,
        new Dictionary<string, string> { ["Number"] = ticket.Number, ["Place"] = ticket.PlaceText }, EvaluationLinks.Exclusion(ticket.Number), at);
}
