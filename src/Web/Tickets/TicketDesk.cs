using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>What every act on a ticket has in common: find it if it may be seen, ask the table, write the step, tell those concerned.</summary>
internal sealed class TicketDesk(LinliDb db, IPlaces places, Changes changes, Attachments attachments, Notifier notifier, Followers followers, Finding.LedTickets led)
{
    /// <summary>The ticket that lies on the desk, the state that the act leads to, and what its actor is to it.</summary>
    internal sealed record Open(Ticket Ticket, TicketState Next, TicketRoles Roles);

    /// <summary>What the act leaves in the timeline; some acts leave nothing there.</summary>
    internal sealed record Step(string? Note = null, IReadOnlyList<Guid>? Photos = null, bool InTimeline = true)
    {
        /// <summary>What the reporter answered at this step.</summary>
        public bool? Solved { get; init; }

        public Satisfaction? Satisfaction { get; init; }
    }

    /// <summary>Does the act: finds the ticket, asks the table, lets the use case check its input and change the ticket, writes it all at once.</summary>
    /// <param name="number">The ticket's number.</param>
    /// <param name="seen">The version that the actor saw; null when a program does not say.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="context">Who acts.</param>
    /// <param name="change">Checks the input and changes the ticket; called only when the act is open to the actor.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<Saved>> Act(
        string number, uint? seen, TicketAct act, ProcessContext context, Func<Open, Task<Outcome<Step>>> change, CancellationToken cancel)
    {
        if (await Earlier(number, act, context, cancel) is { } earlier)
        {
            return earlier;
        }

        var done = await ActOnce(number, seen, act, context, change, cancel);
        // What refuses it may be the same request, which another connection has handled in between.
        return done.IsRefused && await Earlier(number, act, context, cancel) is { IsRefused: false } same ? same : done;
    }

    private async Task<Outcome<Saved>?> Earlier(string number, TicketAct act, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, TicketProcesses.Of(act), cancel) is not { } before)
        {
            return null;
        }

        // A used request id says nothing of another ticket.
        return await db.Set<Ticket>().AnyAsync(t => t.Id == before && t.Number == number, cancel) ? new Saved(before, Before: true) : new RequestIdIsUsed();
    }

    private async Task<Outcome<Saved>> ActOnce(
        string number, uint? seen, TicketAct act, ProcessContext context, Func<Open, Task<Outcome<Step>>> change, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null || await places.PathOf(ticket.CompoundId, cancel) is not { } compound)
        {
            return new NotFound();
        }

        var roles = TicketAccess.RolesOf(context.Actor, ticket, compound, await TicketSituation.Of(db, ticket, context.Actor.Capacity?.OrganisationId, cancel));
        if (!TicketAccess.IsVisible(context.Actor, roles, compound))
        {
            return new NotFound();
        }

        if (seen is { } version && version != ticket.Version)
        {
            return new ChangedMeanwhile();
        }

        var next = TicketFlow.Decide(ticket.State, act, roles);
        if (next.IsRefused)
        {
            return Outcome<Saved>.Refused(next.Refusals);
        }

        var open = new Open(ticket, next.Value, roles);
        var step = await change(open);
        return step.IsRefused ? Outcome<Saved>.Refused(step.Refusals) : await Write(open, act, step.Value, context, cancel);
    }

    private async Task<Outcome<Saved>> Write(Open open, TicketAct act, Step step, ProcessContext context, CancellationToken cancel)
    {
        var wanted = step.Photos ?? [];
        if (wanted.Count > TicketReport.MaxPhotos)
        {
            return new PhotosAreTooMany(TicketReport.MaxPhotos, wanted.Count);
        }

        var photos = await attachments.FreeOnesOf(context.Actor, wanted, cancel);
        if (photos.Count < wanted.Distinct().Count())
        {
            return new PhotoIsGone();
        }

        open.Ticket.State = open.Next;
        var entry = step.InTimeline ? Entry(open, act, step, context) : null;
        if (entry is not null)
        {
            db.Add(entry);
            foreach (var (photo, position) in photos.Select((photo, position) => (photo, position)))
            {
                photo.SubjectKind = TicketProcesses.Subject;
                photo.SubjectId = open.Ticket.Id;
                db.Add(new TimelinePhoto { TimelineId = entry.Id, AttachmentId = photo.Id, Position = position });
            }
        }

        await led.Follow(open.Ticket, act, step, context, cancel);
        TellFirstAsked(open, act, context);
        await followers.Tell(open.Ticket, act, context, cancel);
        // A supplement changes no column of the ticket; its version moves all the same, so that whoever looks at it hears of the news.
        db.Entry(open.Ticket).Property(t => t.State).IsModified = true;
        return await changes.Save(
            context, TicketProcesses.Of(act), TicketProcesses.Subject, open.Ticket.Id, new { act, state = open.Next, timeline = entry?.Id }, cancel);
    }

    private static TimelineEntry Entry(Open open, TicketAct act, Step step, ProcessContext context) => new()
    {
        Id = Guid.CreateVersion7(context.At),
        TicketId = open.Ticket.Id,
        At = context.At,
        Act = act,
        State = open.Next,
        PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId,
        PersonName = context.Actor.Capacity is { IsHousehold: false } ? context.Actor.Name : null,
        ActedAs = SaidAs(context),
        Note = string.IsNullOrEmpty(step.Note) ? null : step.Note,
        Solved = step.Solved,
        Satisfaction = step.Satisfaction,
    };

    /// <summary>In what capacity somebody acts, as the record says it.</summary>
    public static string SaidAs(ProcessContext context) => context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord;

    // 首问负责: whoever was asked first hears of everything that follows, once.
    private void TellFirstAsked(Open open, TicketAct act, ProcessContext context)
    {
        if (open.Ticket.AcceptedBy is { } first && first != open.Ticket.ReporterId
            && db.ChangeTracker.Entries<Notification>().All(told => told.Entity.PersonId != first))
        {
            Tell(open, context, $"FirstAsked.{act}", first);
        }
    }

    /// <summary>Tells people of the step, leaving out who took it.</summary>
    public void Tell(Open open, ProcessContext context, string kind, params IEnumerable<Guid?> people) => notifier.Tell(
        people.OfType<Guid>().Where(person => person != context.Actor.PersonId),
        kind,
        new Dictionary<string, string> { ["Number"] = open.Ticket.Number, ["Place"] = open.Ticket.PlaceText },
        TicketLinks.Details(open.Ticket.Number),
        context.At);
}
