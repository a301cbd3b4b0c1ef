using System.Collections.Frozen;

namespace Linli.Domain.Kernel;

/// <summary>A day that the yearly holiday notice of the State Council names.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsOff">True: people are off; false: a week-end day on which people work (调休).</param>
public readonly record struct NoticeDay(DateOnly Date, bool IsOff);

/// <summary>
/// Which days are working days: as the notices of the State Council say, and Monday to Friday where they are silent
/// (全国年节及纪念日放假办法; rules of the deadlines data, "Calendar").
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Monday to Friday, for years without a notice.</summary>
    public static readonly WorkCalendar WeekdaysOnly = new([]);

    private readonly FrozenDictionary<DateOnly, bool> named;
    private readonly FrozenSet<int> years;

    /// <summary>
    /// A calendar of all notices together: a year's notice may name days of the year before, so none is read alone.
    /// Where two name the same day, the later in the list holds. Years count as known when a notice names a day of them.
    /// </summary>
    public WorkCalendar(IEnumerable<NoticeDay> days)
        : this([.. days], null)
    {
    }

    private WorkCalendar(IReadOnlyList<NoticeDay> days, IEnumerable<int>? known)
    {
        var byDate = new Dictionary<DateOnly, bool>();
        foreach (var day in days)
        {
            byDate[day.Date] = day.IsOff;
        }

        named = byDate.ToFrozenDictionary();
        years = (known ?? byDate.Keys.Select(day => day.Year)).ToFrozenSet();
    }

    /// <summary>The calendar of these notices, the earliest year first; a later notice holds where two name the same day.</summary>
    public static WorkCalendar Of(IEnumerable<CalendarYear> notices)
    {
        CalendarYear[] inOrder = [.. notices.OrderBy(notice => notice.Year)];
        return new([.. inOrder.SelectMany(notice => notice.Days).Select(day => new NoticeDay(day.Date, day.IsOff))], inOrder.Select(notice => notice.Year));
    }

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => named.TryGetValue(day, out var isOff)
        ? !isOff
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is a working day, otherwise the next one that is (Civil Code 203).</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Years of the stretch for which no notice is known: there only week-ends count as days off, which has to be said.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; before the first there is none.</param>
    public IReadOnlyList<int> MissingYears(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year + 1)).Where(year => !years.Contains(year))];
}
