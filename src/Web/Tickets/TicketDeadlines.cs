using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Web.Tickets;

/// <summary>The due moments of a ticket under the profile in force on the day of its receipt.</summary>
internal sealed class TicketDeadlines
{
    // The administrator's holiday calendar comes with issue 4; until then week-ends are the only days off, as the page says.
    private static readonly WorkCalendar Calendar = WorkCalendar.WeekdaysOnly;

    public (string ServiceLevel, DateTimeOffset ContactDueAt, DateTimeOffset ResolveDueAt) Of(Urgency urgency, DateTimeOffset receivedAt)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(receivedAt));
        var clock = profile.Clock(Calendar);
        var level = profile.For(urgency);
        return ($"{profile.Id}@{profile.Version}", clock.Due(receivedAt, level.Contact).ToUniversalTime(), clock.Due(receivedAt, level.Resolve).ToUniversalTime());
    }

    /// <summary>Whether the reporter has let the time to answer a result pass.</summary>
    public bool ConfirmationIsOver(DateTimeOffset repliedAt, DateTimeOffset now)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(repliedAt));
        return profile.Clock(Calendar).Due(repliedAt, profile.Confirmation) <= now;
    }
}
