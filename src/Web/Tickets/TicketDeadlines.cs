using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Tickets.Store;

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

    /// <summary>When a result is due after pauses and extensions, under the version the ticket was received under; null while a pause holds the clock.</summary>
    public DateTimeOffset? ResolveDue(Ticket ticket, IReadOnlyCollection<Pause> pauses, IReadOnlyCollection<GrantedExtension> extensions)
    {
        var profile = ProfileOf(ticket);
        return Linli.Domain.Tickets.Handling.ResolveDue.Of(profile.Clock(Calendar), ticket.ReceivedAt, profile.For(ticket.Urgency).Resolve, pauses, extensions)?.ToUniversalTime();
    }

    /// <summary>When something that begins now is due by the working hours of today's profile.</summary>
    public DateTimeOffset Due(DateTimeOffset from, Limit limit) =>
        ServiceLevels.DefaultOn(ChinaTime.DayOf(from)).Clock(Calendar).Due(from, limit).ToUniversalTime();

    private static ServiceLevelProfile ProfileOf(Ticket ticket) =>
        ticket.ServiceLevel.Split('@') is [var id, var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var version)
        && ServiceLevels.Find(ServiceLevels.BuiltIn, id, version) is { } known ? known : ServiceLevels.DefaultOn(ChinaTime.DayOf(ticket.ReceivedAt));

    /// <summary>Whether the reporter has let the time to answer a result pass.</summary>
    public bool ConfirmationIsOver(DateTimeOffset repliedAt, DateTimeOffset now)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(repliedAt));
        return profile.Clock(Calendar).Due(repliedAt, profile.Confirmation) <= now;
    }
}
