using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Calendar;

/// <summary>Stretches of days, as people write a notice, and the single days that they stand for.</summary>
internal static class CalendarStretches
{
    // Longer than any holiday so far; a slip in the year would else run for months.
    private const int Longest = 31;

    /// <summary>The days of the stretches; empty lines of the form are left out.</summary>
    public static Outcome<CalendarYear> Read(int year, string? source, IReadOnlyList<CalendarStretch> stretches)
    {
        var days = new List<CalendarDay>();
        foreach (var stretch in stretches.OfType<CalendarStretch>().Where(s => s.From is not null || s.To is not null || !string.IsNullOrWhiteSpace(s.Name)))
        {
            var (from, to) = (stretch.From ?? stretch.To, stretch.To ?? stretch.From);
            if (from is not { } first || to is not { } last || last < first || last.DayNumber - first.DayNumber >= Longest)
            {
                return new CalendarStretchIsWrong();
            }

            days.AddRange(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(i => new CalendarDay(first.AddDays(i), stretch.Name ?? string.Empty, !stretch.IsWorking)));
        }

        return CalendarYear.Of(year, source, days);
    }

    /// <summary>The days as stretches again, for the form and for reading.</summary>
    public static IReadOnlyList<CalendarStretch> Of(IReadOnlyList<CalendarDay> days)
    {
        var stretches = new List<CalendarStretch>();
        foreach (var day in days)
        {
            if (stretches is [.., var last] && last.To == day.Date.AddDays(-1) && last.Name == day.Name && last.IsWorking == !day.IsOff)
            {
                last.To = day.Date;
            }
            else
            {
                stretches.Add(new() { From = day.Date, To = day.Date, Name = day.Name, IsWorking = !day.IsOff });
            }
        }

        return stretches;
    }
}
