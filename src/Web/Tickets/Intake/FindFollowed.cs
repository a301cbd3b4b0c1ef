using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>A step as neighbours see it; who acted is told of those who work on it, never of the household.</summary>
public sealed record FollowedStep(DateTimeOffset At, TicketAct Act, TicketState State, string? ActedAs, string? Words);

/// <summary>A ticket as neighbours see it.</summary>
public sealed record FollowedTicket
{
    public required string Number { get; init; }

    public required string CategoryTitle { get; init; }

    public required string? Building { get; init; }

    public required TicketState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null while a running pause holds the clock.</summary>
    public required DateTimeOffset? ResolveDueAt { get; init; }

    public required DateTimeOffset? RepliedAt { get; init; }

    public required int Neighbours { get; init; }

    public required bool IsFollowed { get; init; }

    /// <summary>The actor's own report, of which more is shown elsewhere.</summary>
    public required bool IsOwn { get; init; }

    public required IReadOnlyList<FollowedStep> Steps { get; init; }
}

/// <summary>One ticket for a neighbour: open ones that neighbours may follow, and closed ones to who followed them.</summary>
internal sealed class FindFollowed(LinliDb db, FollowAccess access, FindTicket tickets, IPlaces places, CategoryBook book)
{
    public async Task<Outcome<FollowedTicket>> Execute(string number, Actor actor, CancellationToken cancel)
    {
        if (actor.Capacity is not { IsHousehold: true })
        {
            // Whoever works on it has the ticket itself; others do not learn that there is one.
            return (await tickets.Execute(number, actor, cancel)).IsRefused ? new NotFound() : new NotAllowedInThisCapacity();
        }

        if (await access.Find(number, actor, cancel) is not { } ticket)
        {
            return new NotFound();
        }

        var follows = db.Set<TicketFollow>().Where(f => f.TicketId == ticket.Id);
        var isFollowed = await follows.AnyAsync(f => f.PersonId == actor.PersonId, cancel);
        var isOwn = ticket.ReporterId == actor.PersonId;
        if (TicketFlow.IsFinal(ticket.State) && !isFollowed && !isOwn)
        {
            return new NotFound();
        }

        var steps = await db.Set<TimelineEntry>().AsNoTracking().Where(e => e.TicketId == ticket.Id).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new { e.At, e.Act, e.State, e.ActedAs, IsStaff = e.PersonName != null, e.Note }).ToListAsync(cancel);
        return new FollowedTicket
        {
            Number = ticket.Number,
            CategoryTitle = book.TitleOf(ticket.Category),
            Building = ticket.PlaceId is { } place ? (await places.Find(place, cancel))?.Name : null,
            State = ticket.State,
            ReceivedAt = ticket.ReceivedAt,
            ResolveDueAt = ticket.ResolveDueAt,
            RepliedAt = ticket.RepliedAt,
            Neighbours = await follows.CountAsync(cancel) + 1,
            IsFollowed = isFollowed,
            IsOwn = isOwn,
            Steps = [.. steps.Where(s => FollowedSteps.IsShown(s.Act)).Select(s => new FollowedStep(
                s.At, s.Act, s.State, s.IsStaff ? s.ActedAs : null, FollowedSteps.ShowsWords(s.Act) && s.Note is not null ? NumbersHidden.In(s.Note) : null))],
        };
    }
}
