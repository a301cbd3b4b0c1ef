using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>
/// Tells when a limit is over (Civil Code 201–203 and the rules of the deadlines data, which settle what the law leaves open).
/// Something is in time when its moment is at or before the due moment. Moments are told in +08:00.
/// </summary>
/// <param name="calendar">Which days are working days.</param>
/// <param name="hours">The hours of a working day.</param>
public sealed class DeadlineClock(WorkCalendar calendar, WorkingHours hours)
{
    /// <summary>The due moment of something that no pause stops, as a first contact.</summary>
    public DateTimeOffset Due(DateTimeOffset receivedAt, Limit limit) =>
        Due(receivedAt, limit, []) ?? throw new InvalidOperationException("Only a pause can hold the clock.");

    /// <summary>The due moment, or null while a running pause holds the clock.</summary>
    /// <param name="receivedAt">When the ticket was received.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="pauses">Pauses in any order; they may overlap.</param>
    public DateTimeOffset? Due(DateTimeOffset receivedAt, Limit limit, IEnumerable<Pause> pauses)
    {
        var received = ChinaTime.Local(receivedAt);
        var merged = Pause.Merged(pauses, received);
        return limit.Unit switch
        {
            TimeUnit.Hours => AfterHours(received, limit.Amount, merged),
            TimeUnit.Days => AfterDays(received, limit.Amount, merged, static _ => true, static day => day, ChinaTime.EndOf),
            TimeUnit.WorkingDays => AfterDays(
                received, limit.Amount, merged, calendar.IsWorkingDay, calendar.WorkingDayFrom, day => ChinaTime.At(day, hours.Close)),
            TimeUnit.WorkingHours => AfterWorkingHours(received, limit.Amount, merged),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
    }

    // Each pause that begins before the due moment as it then stands moves it by its length.
    private static DateTimeOffset? AfterHours(DateTimeOffset received, int amount, IReadOnlyList<Pause> pauses)
    {
        var due = received + TimeSpan.FromHours(amount);
        foreach (var pause in pauses.TakeWhile(pause => pause.From < due))
        {
            if (pause.To is not { } to)
            {
                return null;
            }

            due += to - pause.From;
        }

        return due;
    }

    private DateTimeOffset? AfterDays(
        DateTimeOffset received,
        int amount,
        IReadOnlyList<Pause> pauses,
        Func<DateOnly, bool> counts,
        Func<DateOnly, DateOnly> firstThatCounts,
        Func<DateOnly, DateTimeOffset> endOf)
    {
        // The first day that a pause touches counts as usual, the others up to its last moment are stopped.
        var stopped = pauses.Select(pause => (First: firstThatCounts(ChinaTime.DayOf(pause.From)), Last: LastDayOf(pause))).ToArray();
        var counted = 0;
        for (var day = ChinaTime.DayOf(received).AddDays(1); ; day = day.AddDays(1))
        {
            var end = endOf(day);
            // A pause that runs on and began before this end runs across this end and every later one.
            if (pauses.Count > 0 && pauses[^1].IsRunning && pauses[^1].From < end)
            {
                return null;
            }

            if (counted < amount && counts(day) && !stopped.Any(days => days.First < day && day <= days.Last))
            {
                counted++;
            }

            if (counted == amount && calendar.IsWorkingDay(day) && !pauses.Any(pause => pause.RunsAcross(end)))
            {
                return end;
            }
        }
    }

    private static DateOnly LastDayOf(Pause pause) =>
        pause.To is { } to ? ChinaTime.DayOf(to.AddTicks(-1)) : DateOnly.MaxValue;

    // Not used with pauses in the data; decided as for hours: time inside a pause does not run, used time stays used.
    private DateTimeOffset? AfterWorkingHours(DateTimeOffset received, int amount, IReadOnlyList<Pause> pauses)
    {
        var left = TimeSpan.FromHours(amount);
        for (var day = calendar.WorkingDayFrom(ChinaTime.DayOf(received)); ; day = calendar.WorkingDayFrom(day.AddDays(1)))
        {
            foreach (var stretch in hours.Stretches)
            {
                var at = Max(received, ChinaTime.At(day, stretch.From));
                var end = ChinaTime.At(day, stretch.To);
                foreach (var pause in pauses.Where(pause => pause.To is null || pause.To > at).TakeWhile(pause => pause.From < end))
                {
                    var run = pause.From > at ? pause.From - at : TimeSpan.Zero;
                    if (left <= run)
                    {
                        return at + left;
                    }

                    if (pause.To is not { } to)
                    {
                        return null;
                    }

                    left -= run;
                    at = Max(at, to);
                }

                if (at < end && left <= end - at)
                {
                    return at + left;
                }

                left -= at < end ? end - at : TimeSpan.Zero;
            }
        }
    }

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : ChinaTime.Local(right);
}
