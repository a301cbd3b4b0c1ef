using Linli.Domain.Tickets;
using Linli.Web.Tickets;

namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>What becomes of a ticket at a moment. Events set the whole state, so that the last of a tick tells it.</summary>
internal readonly record struct PlannedEvent(DateTimeOffset At, TicketState State, DateTimeOffset? ContactedAt, DateTimeOffset? Due, DateTimeOffset? RepliedAt, DateTimeOffset? ClosedAt, int Round, DateTimeOffset? ReopenedAt);

/// <summary>One ticket of the month with everything that will happen to it.</summary>
internal sealed record PlannedTicket(Guid Id, int Number, DateTimeOffset Received, Urgency Urgency, DateTimeOffset ContactDue, DateTimeOffset ResolveDue, IReadOnlyList<PlannedEvent> Events);

/// <summary>
/// A city's month of tickets, the same for the same size: most are done in time, many late, some never; some wait, some are given more
/// time, some come back once or more often. Moments are whole seconds.
/// </summary>
internal sealed class CityMonth(int tickets, DateTimeOffset start)
{
    private const int Days = 30;

    private readonly TicketDeadlines deadlines = TicketDeadlines.OnWeekdays;
    private uint state = 20261101;

    public DateTimeOffset End { get; } = start.AddDays(Days);

    public IEnumerable<PlannedTicket> Tickets()
    {
        for (var i = 0; i < tickets; i++)
        {
            yield return Plan(i, start.AddSeconds((long)Days * 86_400 * i / tickets));
        }
    }

    private PlannedTicket Plan(int number, DateTimeOffset received)
    {
        var urgency = Below(100) switch { < 2 => Urgency.Emergency, < 15 => Urgency.Urgent, < 85 => Urgency.Normal, _ => Urgency.Complex };
        var (_, contactDue, resolveDue) = deadlines.Of(urgency, received);
        var events = new List<PlannedEvent>();
        var now = new PlannedEvent(received, TicketState.Assigned, null, resolveDue, null, null, 0, null);
        void Then(DateTimeOffset at, Func<PlannedEvent, PlannedEvent> change) => events.Add(now = change(now) with { At = at });
        if (!Chance(5))
        {
            var at = received + Share(contactDue - received, Chance(88) ? 95 : 400);
            Then(at, was => was with { State = TicketState.Handling, ContactedAt = at });
            Work(events, ref now);
        }

        return new PlannedTicket(new Guid(number, 7, 11, [2, 0, 2, 6, 1, 1, 0, 1]), number, received, urgency, contactDue, resolveDue, events);
    }

    private void Work(List<PlannedEvent> events, ref PlannedEvent now)
    {
        if (Chance(10))
        {
            var (from, length) = (now.At.AddSeconds(60 + Below(40_000)), TimeSpan.FromSeconds(600 + Below(500_000)));
            var due = now.Due;
            events.Add(now = now with { At = from, State = TicketState.Paused, Due = from < due ? null : due });
            events.Add(now = now with { At = from + length, State = TicketState.Handling, Due = from < due ? due + length : due });
        }

        if (Chance(5) && now.At < now.Due)
        {
            events.Add(now = now with { At = now.At.AddSeconds(30), Due = now.Due.Value.AddDays(1 + Below(7)) });
        }

        for (var back = 0; back < 5 && !Chance(8); back++)
        {
            var left = now.Due is { } due && due > now.At ? due - now.At : TimeSpan.FromHours(20);
            var replied = now.At + Share(left, Chance(70) ? 95 : 500);
            events.Add(now = now with { At = replied, State = TicketState.Replied, RepliedAt = replied });
            if (!Chance(back == 0 ? 10 : 50))
            {
                var closed = replied.AddSeconds(60 + Below(600_000));
                events.Add(now = now with { At = closed, State = TicketState.Closed, ClosedAt = closed });
                return;
            }

            var reopened = replied.AddSeconds(60 + Below(200_000));
            events.Add(now = now with { At = reopened, State = TicketState.Reopened, RepliedAt = null, Round = now.Round + 1, ReopenedAt = reopened });
        }
    }

    private TimeSpan Share(TimeSpan whole, int most) => TimeSpan.FromSeconds(1 + ((long)whole.TotalSeconds * Below(most) / 100));

    private bool Chance(int percent) => Below(100) < percent;

    // Xorshift: the month is the same on every machine.
    private int Below(int most)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)most);
    }
}
