using Linli.Domain.Tickets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>
/// One ticket told step by step, as the desk would have written it: every step is asked of Domain's table, every due moment of
/// the service level. A step that the table refuses is a mistake of the story.
/// </summary>
internal sealed partial class TicketStory
{
    private static readonly TicketDeadlines Deadlines = TicketDeadlines.OnWeekdays;

    private readonly WorldBuilder world;
    private readonly Person reporter;
    private int steps;

    public TicketStory(WorldBuilder world, UnitBuilder unit, Person reporter, string category, string description, string placeText, Place? building, DateTimeOffset at)
    {
        (this.world, this.reporter) = (world, reporter);
        var subject = TicketCategory.Find(category) ?? throw new InvalidOperationException($"No category {category}.");
        var (level, contactDue, resolveDue) = Deadlines.Of(subject.Suggested, at);
        Row = world.Rows.Add(new Ticket
        {
            Id = world.Id("ticket", $"{world.Rows.Of(typeof(Ticket)).Count}"),
            CompoundId = unit.Building.Compound.Place.Id,
            PlaceId = building?.Id,
            UnitId = unit.Row.Id,
            PlaceText = building is null ? placeText : $"{building.Name} {placeText}".Trim(),
            Kind = subject.Kind,
            Category = subject.Code,
            Urgency = subject.Suggested,
            Description = description,
            ServiceLevel = level,
            ReporterId = reporter.Id,
            ReportedAs = world.SaidAs(unit, reporter),
            ReceivedAt = at,
            ContactDueAt = contactDue,
            ResolveDueAt = resolveDue,
        });
        Step(TicketAct.Report, TicketRoles.Reporter, at, null);
    }

    public Ticket Row { get; }

    private TimelineEntry Last { get; set; } = null!;

    public TicketStory Accept(PostHolder by, DateTimeOffset at, Urgency urgency)
    {
        Row.Urgency = urgency;
        (Row.ServiceLevel, Row.ContactDueAt, Row.ResolveDueAt) = Deadlines.Of(urgency, Row.ReceivedAt);
        (Row.AcceptedBy, Row.AcceptedAt, Row.LeadOrganisationId) = (Row.AcceptedBy ?? by.Person.Id, at, by.Post.OrganisationId);
        return Step(TicketAct.Accept, TicketRoles.Dispatcher, at, null, by);
    }

    public TicketStory Assign(PostHolder by, PostHolder worker, DateTimeOffset at, string? reason = null)
    {
        (Row.AssignedTo, Row.AssignedAt, Row.LeadOrganisationId) = (worker.Person.Id, at, worker.Post.OrganisationId);
        return Step(TicketAct.Assign, TicketRoles.Dispatcher, at, reason is null ? worker.Person.Name : $"{worker.Person.Name}：{reason}", by);
    }

    public TicketStory Contact(PostHolder by, DateTimeOffset at, string? note = null)
    {
        Row.ContactedAt ??= at;
        return Step(TicketAct.Contact, TicketRoles.Handler, at, note, by);
    }

    public TicketStory MarkDone(PostHolder by, DateTimeOffset at, string result)
    {
        Row.RepliedAt = at;
        return Step(TicketAct.MarkDone, TicketRoles.Handler, at, result, by);
    }

    public TicketStory Confirm(bool solved, Satisfaction satisfaction, DateTimeOffset at, string? comment = null)
    {
        (Row.Solved, Row.Satisfaction, Row.ClosedAt) = (solved, satisfaction, at);
        Step(TicketAct.Confirm, TicketRoles.Reporter, at, comment);
        (Last.Solved, Last.Satisfaction) = (solved, satisfaction);
        return this;
    }

    public TicketStory ReportUnsolved(DateTimeOffset at, string reason)
    {
        Row.RepliedAt = null;
        Row.TimesReopened++;
        return Step(TicketAct.ReportUnsolved, TicketRoles.Reporter, at, reason);
    }

    public TicketStory Supplement(DateTimeOffset at, string note) => Step(TicketAct.Supplement, TicketRoles.Reporter, at, note);

    public TicketStory Withdraw(DateTimeOffset at)
    {
        Row.ClosedAt = at;
        return Step(TicketAct.Withdraw, TicketRoles.Reporter, at, null);
    }

    public TicketStory CloseUnrated(DateTimeOffset at)
    {
        Row.ClosedAt = at;
        return Step(TicketAct.CloseUnrated, TicketRoles.System, at, null);
    }

    private TicketStory Step(TicketAct act, TicketRoles roles, DateTimeOffset at, string? note, PostHolder? staff = null)
    {
        if (at > world.Now)
        {
            throw new InvalidOperationException($"{act} lies in the future.");
        }

        Row.State = TicketFlow.Decide(act == TicketAct.Report ? null : Row.State, act, roles).Value;
        Last = world.Rows.Add(new TimelineEntry
        {
            Id = world.Id("timeline", $"{Row.Id}/{steps++}"),
            TicketId = Row.Id,
            At = at,
            Act = act,
            State = Row.State,
            PersonId = roles == TicketRoles.System ? null : staff?.Person.Id ?? reporter.Id,
            PersonName = staff?.Person.Name,
            ActedAs = staff?.SaidAs ?? (roles == TicketRoles.System ? CapacityNames.SystemForRecord : Row.ReportedAs),
            Note = note,
        });
        return this;
    }
}
