using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets;

/// <summary>What every act on a ticket has in common: find it if it may be seen, ask the table, write the step, tell those concerned.</summary>
internal sealed class TicketDesk(LinliDb db, Changes changes, Attachments attachments, Notifier notifier, IStringLocalizer<Texts> texts)
{
    /// <summary>The ticket that lies on the desk, and what its actor is to it.</summary>
    internal sealed record Open(Ticket Ticket, PlacePath Compound, TicketRoles Roles, TicketState Next);

    /// <summary>Finds the ticket and asks the table whether the act is open to the actor.</summary>
    /// <param name="number">The ticket's number.</param>
    /// <param name="seen">The version that the actor saw; null when a program does not say.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="context">Who acts.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<Open>> Take(string number, uint? seen, TicketAct act, ProcessContext context, CancellationToken cancel)
    {
        var found = await db.Set<Ticket>().Where(t => t.Number == number)
            .Join(db.Set<Place>(), t => t.CompoundId, p => p.Id, (t, p) => new { Ticket = t, p.Path }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return new NotFound();
        }

        var compound = new PlacePath(found.Path);
        var roles = TicketAccess.RolesOf(context.Actor, found.Ticket.ReporterId, found.Ticket.AssignedTo, compound);
        if (!TicketAccess.IsVisible(context.Actor, roles, compound))
        {
            return new NotFound();
        }

        if (seen is { } version && version != found.Ticket.Version && await changes.HandledBefore(context, TicketProcesses.Of(act), cancel) is null)
        {
            return new ChangedMeanwhile();
        }

        var decided = TicketFlow.Decide(found.Ticket.State, act, roles);
        return decided.Succeeded(out var next) ? new Open(found.Ticket, compound, roles, next) : Outcome<Open>.Refused(decided.Refusals);
    }

    /// <summary>Writes the step into the timeline, with its photos, and saves it together with the ticket and its record.</summary>
    public async Task<Outcome<Saved>> Write(
        Open open, TicketAct act, string? note, IReadOnlyList<Guid> photoIds, ProcessContext context, CancellationToken cancel)
    {
        var photos = await attachments.FreeOnesOf(context.Actor, photoIds, cancel);
        if (photos.Count < photoIds.Distinct().Count())
        {
            return new PhotoIsGone();
        }

        open.Ticket.State = open.Next;
        var entry = new TimelineEntry
        {
            Id = Guid.CreateVersion7(context.At),
            TicketId = open.Ticket.Id,
            At = context.At,
            Act = act,
            State = open.Next,
            PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId,
            PersonName = context.Actor.Capacity is { IsHousehold: false } ? context.Actor.Name : null,
            ActedAs = context.Actor.Capacity is { } capacity ? CapacityNames.Of(capacity, texts) : texts["Capacity.System"],
            Note = string.IsNullOrEmpty(note) ? null : note,
        };
        db.Add(entry);
        foreach (var (photo, position) in photos.Select((photo, position) => (photo, position)))
        {
            photo.SubjectKind = TicketProcesses.Subject;
            photo.SubjectId = open.Ticket.Id;
            db.Add(new TimelinePhoto { TimelineId = entry.Id, AttachmentId = photo.Id, Position = position });
        }

        return await changes.Save(
            context, TicketProcesses.Of(act), TicketProcesses.Subject, open.Ticket.Id, new { act, state = open.Next, timeline = entry.Id }, cancel);
    }

    /// <summary>Tells people of the step, leaving out who took it.</summary>
    public void Tell(Open open, IEnumerable<Guid?> people, string kind, ProcessContext context) => notifier.Tell(
        people.OfType<Guid>().Where(person => person != context.Actor.PersonId),
        kind,
        new Dictionary<string, string> { ["Number"] = open.Ticket.Number, ["Place"] = open.Ticket.PlaceText },
        TicketLinks.Details(open.Ticket.Number),
        context.At);
}
