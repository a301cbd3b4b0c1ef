using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>One step as it is shown.</summary>
public sealed record TicketStepView
{
    public required DateTimeOffset At { get; init; }

    public required TicketAct Act { get; init; }

    public required TicketState State { get; init; }

    public required string ActedAs { get; init; }

    public required string? PersonName { get; init; }

    public required string? Note { get; init; }

    public required IReadOnlyList<Guid> Photos { get; init; }
}

/// <summary>A ticket as its actor may see it.</summary>
public sealed record TicketView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required uint Version { get; init; }

    public required Guid CompoundId { get; init; }

    public required string CompoundName { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required Urgency Urgency { get; init; }

    public required string Description { get; init; }

    public required TicketState State { get; init; }

    public required string ReportedAs { get; init; }

    public required Guid ReporterId { get; init; }

    /// <summary>Masked; null when the reporter does not want to be called or the actor does not handle the ticket.</summary>
    public required string? ReporterPhone { get; init; }

    public required string? HandlerName { get; init; }

    public required Guid? AssignedTo { get; init; }

    public required string? AcceptedByName { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ContactDueAt { get; init; }

    /// <summary>Null while a running pause holds the clock.</summary>
    public required DateTimeOffset? ResolveDueAt { get; init; }

    /// <summary>How often more time was granted.</summary>
    public required int TimesExtended { get; init; }

    public required Guid? LeadOrganisationId { get; init; }

    /// <summary>首接: the unit that leads.</summary>
    public required string? LeadUnitName { get; init; }

    /// <summary>Pauses, extensions, returns, whistles, others who help and internal notes, as far as the actor may see them.</summary>
    public required HandlingView Handling { get; init; }

    /// <summary>How it is chased, as far as the actor may see it.</summary>
    public required FollowUpView FollowUp { get; init; }

    /// <summary>By what way it came in, and how many follow it.</summary>
    public required IntakeView Intake { get; init; }

    public required DateTimeOffset? ContactedAt { get; init; }

    public required DateTimeOffset? RepliedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required bool? Solved { get; init; }

    public required Satisfaction? Satisfaction { get; init; }

    public required string ServiceLevel { get; init; }

    public required int TimesReopened { get; init; }

    public required string? ServicePhone { get; init; }

    public required IReadOnlyList<TicketStepView> Timeline { get; init; }

    /// <summary>What the actor may do with it now.</summary>
    public required IReadOnlyList<TicketAct> OpenActs { get; init; }
}

/// <summary>One ticket with its timeline, if the actor may see it.</summary>
internal sealed class FindTicket(LinliDb db, PersonalCipher cipher)
{
    public async Task<Outcome<TicketView>> Execute(string number, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancel) is not { } ticket)
        {
            return new NotFound();
        }

        var around = await Around(ticket, cancel);
        var compound = new PlacePath(around.Path);
        var roles = TicketAccess.RolesOf(actor, ticket, compound, await TicketSituation.Of(db, ticket, actor.Capacity?.OrganisationId, cancel));
        var asResident = TicketAccess.AsResident(actor, ticket.ReporterId);
        if (!TicketAccess.IsVisible(actor, roles, compound))
        {
            return new NotFound();
        }

        var mayCall = (roles & Callers) != TicketRoles.None;
        var intake = await FindIntake.Of(db, cipher, ticket, asResident, mayCall, cancel);
        return new TicketView
        {
            Id = ticket.Id,
            Number = ticket.Number,
            Version = ticket.Version,
            CompoundId = ticket.CompoundId,
            CompoundName = around.CompoundName,
            PlaceText = ticket.PlaceText,
            Category = ticket.Category,
            Urgency = ticket.Urgency,
            Description = ticket.Description,
            State = ticket.State,
            ReportedAs = ticket.ReportedAs,
            ReporterId = ticket.ReporterId,
            ReporterPhone = ticket.ContactBy != ContactWish.None && mayCall ? around.ReporterPhone ?? intake.CallerPhone : null,
            HandlerName = around.HandlerName,
            AssignedTo = ticket.AssignedTo,
            AcceptedByName = around.AcceptedByName,
            ReceivedAt = ticket.ReceivedAt,
            ContactDueAt = ticket.ContactDueAt,
            ResolveDueAt = ticket.ResolveDueAt,
            TimesExtended = ticket.TimesExtended,
            LeadOrganisationId = ticket.LeadOrganisationId,
            LeadUnitName = around.LeadUnitName,
            Handling = await FindHandling.Of(db, ticket.Id, asResident, (roles & TicketFlow.RolesOf(TicketAct.NoteInternally)) != TicketRoles.None, cancel),
            FollowUp = await FindFollowUp.Of(db, ticket, asResident, cancel),
            Intake = intake,
            ContactedAt = ticket.ContactedAt,
            RepliedAt = ticket.RepliedAt,
            ClosedAt = ticket.ClosedAt,
            Solved = ticket.Solved,
            Satisfaction = ticket.Satisfaction,
            ServiceLevel = ticket.ServiceLevel,
            TimesReopened = ticket.TimesReopened,
            ServicePhone = around.ServicePhone,
            Timeline = await Timeline(ticket.Id, asResident, cancel),
            OpenActs = TicketFlow.ActsOpenTo(ticket.State, roles),
        };
    }

    private Task<Surroundings> Around(Ticket ticket, CancellationToken cancel) => db.Database.SqlQuery<Surroundings>($"""
        select p.path as "Path", p.name as "CompoundName", c.service_phone as "ServicePhone", r.phone_masked as "ReporterPhone",
               h.name as "HandlerName", a.name as "AcceptedByName", l.short_name as "LeadUnitName"
          from registry.places p
          join registry.compounds c on c.place_id = p.id
          join registry.people r on r.id = {ticket.ReporterId}
          left join registry.people h on h.id = {ticket.AssignedTo}
          left join registry.people a on a.id = {ticket.AcceptedBy}
          left join registry.organisations l on l.id = {ticket.LeadOrganisationId}
         where p.id = {ticket.CompoundId}
        """).SingleAsync(cancel);

    private sealed record Surroundings(string Path, string CompoundName, string? ServicePhone, string? ReporterPhone, string? HandlerName, string? AcceptedByName, string? LeadUnitName);

    private const TicketRoles Callers = TicketRoles.Reporter | TicketRoles.Handler | TicketRoles.Dispatcher;

    private async Task<IReadOnlyList<TicketStepView>> Timeline(Guid ticketId, bool asResident, CancellationToken cancel)
    {
        var steps = await db.Set<TimelineEntry>().AsNoTracking().Where(e => e.TicketId == ticketId).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancel);
        var photos = (await db.Set<TimelinePhoto>().AsNoTracking().Where(p => steps.Select(s => s.Id).Contains(p.TimelineId)).OrderBy(p => p.Position).ToListAsync(cancel))
            .ToLookup(p => p.TimelineId, p => p.AttachmentId);
        return [.. steps.Where(s => !asResident || ResidentSights.Of(s.Act) != ResidentSight.Nothing).Select(s => new TicketStepView
        {
            At = s.At, Act = s.Act, State = s.State, ActedAs = s.ActedAs, PersonName = s.PersonName,
            Note = asResident && ResidentSights.Of(s.Act) == ResidentSight.WithoutWords ? null : s.Note, Photos = [.. photos[s.Id]],
        })];
    }
}
