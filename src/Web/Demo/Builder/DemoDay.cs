namespace Linli.Web.Demo.Builder;

/// <summary>
/// The day as of which the demo's workbooks are written. What lies near to it (posts, contracts, terms) moves with the day of the load by whole days,
/// so that a term that has a year to go has a year to go whenever somebody looks (docs/decisions/0015).
/// </summary>
internal static class DemoDay
{
    public static readonly DateOnly Written = new(2026, 11, 23);

    public static DateOnly Moved(DateOnly day, DateOnly today) => day.AddDays(today.DayNumber - Written.DayNumber);
}
