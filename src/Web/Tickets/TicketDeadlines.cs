using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Calendar;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets;

/// <summary>The due moments of a ticket under the profile in force on the day of its receipt, by the calendar as it is kept.</summary>
internal sealed class TicketDeadlines
{
    /// <summary>Without a calendar, for worlds that are made before there is one.</summary>
    public static readonly TicketDeadlines OnWeekdays = new(WorkCalendar.WeekdaysOnly);

    private readonly Func<WorkCalendar> calendar;

    public TicketDeadlines(WorkCalendars calendars) => calendar = () => calendars.Now;

    private TicketDeadlines(WorkCalendar given) => calendar = () => given;

    /// <summary>The same by a given calendar.</summary>
    public static TicketDeadlines By(WorkCalendar calendar) => new(calendar);

    /// <summary>By the urgency alone, or with the limits of a place beside it: the earliest holds.</summary>
    public (string ServiceLevel, DateTimeOffset ContactDueAt, DateTimeOffset ResolveDueAt) Of(Urgency urgency, DateTimeOffset receivedAt, TicketLimits? limits = null)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(receivedAt));
        var clock = profile.Clock(calendar());
        var level = profile.For(urgency);
        DateTimeOffset Earliest(Limit limit, IReadOnlyList<Limit>? others) =>
            TicketLimits.Earliest(limit, others, one => clock.Due(receivedAt, one))!.Value.ToUniversalTime();
        return ($"{profile.Id}@{profile.Version}", Earliest(level.Contact, limits?.Contact), Earliest(level.Resolve, limits?.Resolve));
    }

    /// <summary>When a result is due after pauses and extensions, under the version the ticket was received under; null while a pause holds the clock.</summary>
    public DateTimeOffset? ResolveDue(Ticket ticket, IReadOnlyCollection<Pause> pauses, IReadOnlyCollection<GrantedExtension> extensions)
    {
        var profile = ProfileOf(ticket);
        var clock = profile.Clock(calendar());
        return TicketLimits.Earliest(
            profile.For(ticket.Urgency).Resolve, TicketLimits.Read(ticket.LocalLimits)?.Resolve,
            limit => Linli.Domain.Tickets.Handling.ResolveDue.Of(clock, ticket.ReceivedAt, limit, pauses, extensions))?.ToUniversalTime();
    }

    /// <summary>When something that begins now is due by the working hours of today's profile.</summary>
    public DateTimeOffset Due(DateTimeOffset from, Limit limit) =>
        ServiceLevels.DefaultOn(ChinaTime.DayOf(from)).Clock(calendar()).Due(from, limit).ToUniversalTime();

    /// <summary>
    /// Years between receipt and due moment whose holidays are not entered, where they could matter; empty when the deadline is sure. Hours run
    /// through nights and holidays, so the calendar says nothing to them.
    /// </summary>
    public IReadOnlyList<int> MissingYears(Urgency urgency, DateTimeOffset receivedAt, DateTimeOffset? dueAt) =>
        dueAt is not { } due || ServiceLevels.DefaultOn(ChinaTime.DayOf(receivedAt)).For(urgency).Resolve.Unit == TimeUnit.Hours
            ? []
            // A deadline at 24:00 belongs to the day that ends.
            : calendar().MissingYears(ChinaTime.DayOf(receivedAt), ChinaTime.DayOf(due.AddTicks(-1)));

    /// <summary>Whether the reporter has let the time to answer a result pass.</summary>
    public bool ConfirmationIsOver(DateTimeOffset repliedAt, DateTimeOffset now)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(repliedAt));
        return profile.Clock(calendar()).Due(repliedAt, profile.Confirmation) <= now;
    }

    private static ServiceLevelProfile ProfileOf(Ticket ticket) =>
        ticket.ServiceLevel.Split('@') is [var id, var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var version)
        && ServiceLevels.Find(ServiceLevels.BuiltIn, id, version) is { } known ? known : ServiceLevels.DefaultOn(ChinaTime.DayOf(ticket.ReceivedAt));
}
