namespace Linli.Domain.Kernel;

/// <summary>A day of a yearly notice, with the holiday that it belongs to.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday, as 国庆节; at most 20 characters.</param>
/// <param name="IsOff">True: day off; false: a make-up working day.</param>
public sealed record CalendarDay(DateOnly Date, string Name, bool IsOff);

/// <summary>How a day differs between two versions of a year.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">How it stood; null when it was not named.</param>
/// <param name="After">How it stands; null when it is not named any more.</param>
public sealed record CalendarDayChange(DateOnly Date, CalendarDay? Before, CalendarDay? After);

/// <summary>The holiday arrangement of one year as the State Council's notice gives it, checked.</summary>
public sealed record CalendarYear
{
    /// <summary>First year that is taken: yearly notices in today's form exist since 2008.</summary>
    public const int First = 2008;

    /// <summary>Last year that is taken.</summary>
    public const int Last = 2100;

    /// <summary>Most days of a notice; the longest so far, of 2021 and 2022, name 38.</summary>
    public const int MostDays = 80;

    private static readonly TextRule SourceRule = new("Source", 300, SeveralLines: true, new CalendarSourceIsMissing());
    private static readonly TextRule NameRule = new("Days", 20, SeveralLines: false, new CalendarDayHasNoName());

    private CalendarYear(int year, string source, IReadOnlyList<CalendarDay> days) => (Year, Source, Days) = (year, source, days);

    /// <summary>The year that the notice is for.</summary>
    public int Year { get; }

    /// <summary>Number and address of the notice, 1 to 300 characters.</summary>
    public string Source { get; }

    /// <summary>The days in order. Days of December of the year before may stand among them: New Year's notice says them.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>The year as it is taken in, or all that is wrong with it.</summary>
    /// <param name="year">The year.</param>
    /// <param name="source">The notice it is taken from.</param>
    /// <param name="days">The days in any order.</param>
    public static Outcome<CalendarYear> Of(int? year, string? source, IReadOnlyList<CalendarDay> days)
    {
        var text = SourceRule.Check(source);
        List<Refusal> refusals = [.. text.Refusals];
        if (year is not (>= First and <= Last))
        {
            refusals.Insert(0, new CalendarYearIsOutOfRange(First, Last));
        }

        if (days.Count is 0 or > MostDays)
        {
            refusals.Add(days.Count == 0 ? new CalendarDaysAreMissing() : new CalendarDaysAreTooMany(MostDays, days.Count));
        }
        else
        {
            refusals.AddRange(days.SelectMany(day => NameRule.Check(day.Name).Refusals).Distinct());
            refusals.AddRange(days.GroupBy(day => day.Date).Where(same => same.Count() > 1).Select(same => new CalendarDayIsThereTwice(same.Key)));
            refusals.AddRange(days.Select(day => day.Date).Distinct().Where(date => date.Year != year && (date.Year + 1 != year || date.Month != 12))
                .Select(date => new CalendarDayIsInAnotherYear(date, year ?? 0)));
        }

        return refusals.Count > 0
            ? Outcome<CalendarYear>.Refused(refusals)
            : new CalendarYear(year!.Value, text.Value, [.. days.Select(day => day with { Name = NameRule.Check(day.Name).Value }).OrderBy(day => day.Date)]);
    }

    /// <summary>What this version changes against an earlier one, or against none; in order of the days.</summary>
    public IReadOnlyList<CalendarDayChange> ChangesFrom(CalendarYear? before)
    {
        var old = (before?.Days ?? []).ToDictionary(day => day.Date);
        var now = Days.ToDictionary(day => day.Date);
        return [.. old.Keys.Union(now.Keys).Order()
            .Select(date => new CalendarDayChange(date, old.GetValueOrDefault(date), now.GetValueOrDefault(date)))
            .Where(change => change.Before != change.After)];
    }
}
