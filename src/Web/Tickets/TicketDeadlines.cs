using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Calendar;

namespace Linli.Web.Tickets;

/// <summary>The due moments of a ticket under the profile in force on the day of its receipt, by the calendar as it is kept.</summary>
internal sealed class TicketDeadlines
{
    /// <summary>Without a calendar, for worlds that are made before there is one.</summary>
    public static readonly TicketDeadlines OnWeekdays = new(() => WorkCalendar.WeekdaysOnly);

    private readonly Func<WorkCalendar> calendar;

    public TicketDeadlines(WorkCalendars calendars) => calendar = () => calendars.Now;

    private TicketDeadlines(Func<WorkCalendar> calendar) => this.calendar = calendar;

    /// <summary>By the urgency alone, or with the limits of a category beside it: the earliest holds.</summary>
    public (string ServiceLevel, DateTimeOffset ContactDueAt, DateTimeOffset ResolveDueAt) Of(Urgency urgency, DateTimeOffset receivedAt, TicketCategory? category = null) =>
        Of(urgency, receivedAt, category, calendar());

    /// <summary>The same by a given calendar.</summary>
    public static (string ServiceLevel, DateTimeOffset ContactDueAt, DateTimeOffset ResolveDueAt) Of(
        Urgency urgency, DateTimeOffset receivedAt, TicketCategory? category, WorkCalendar calendar)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(receivedAt));
        var clock = profile.Clock(calendar);
        var level = profile.For(urgency);
        return (
            $"{profile.Id}@{profile.Version}{(category?.LocalMark is { } mark ? $"+local{mark}" : string.Empty)}",
            Earliest(clock, receivedAt, level.Contact, category?.ContactLimits),
            Earliest(clock, receivedAt, level.Resolve, category?.ResolveLimits));
    }

    /// <summary>
    /// Years between receipt and due moment whose holidays are not entered, where they could matter; empty when the deadline is sure. Hours run
    /// through nights and holidays, so the calendar says nothing to them.
    /// </summary>
    public IReadOnlyList<int> MissingYears(Urgency urgency, DateTimeOffset receivedAt, DateTimeOffset dueAt) =>
        ServiceLevels.DefaultOn(ChinaTime.DayOf(receivedAt)).For(urgency).Resolve.Unit == TimeUnit.Hours
            ? []
            // A deadline at 24:00 belongs to the day that ends.
            : calendar().MissingYears(ChinaTime.DayOf(receivedAt), ChinaTime.DayOf(dueAt.AddTicks(-1)));

    /// <summary>Whether the reporter has let the time to answer a result pass.</summary>
    public bool ConfirmationIsOver(DateTimeOffset repliedAt, DateTimeOffset now)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(repliedAt));
        return profile.Clock(calendar()).Due(repliedAt, profile.Confirmation) <= now;
    }

    private static DateTimeOffset Earliest(DeadlineClock clock, DateTimeOffset receivedAt, Limit limit, IReadOnlyList<Limit>? others)
    {
        var due = clock.Due(receivedAt, limit);
        foreach (var other in others ?? [])
        {
            var sooner = clock.Due(receivedAt, other);
            due = sooner < due ? sooner : due;
        }

        return due.ToUniversalTime();
    }
}
