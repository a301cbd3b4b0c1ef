namespace Linli.Domain.Tickets.Finding;

/// <summary>Weeks run from Monday to Sunday, in China's civil time.</summary>
public static class FindingWeek
{
    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The Monday of the last week that is over on a day.</summary>
    public static DateOnly LastBefore(DateOnly today) => Of(today).AddDays(-7);

    /// <summary>How many weeks lie between two Mondays.</summary>
    public static int Between(DateOnly earlier, DateOnly later) => (later.DayNumber - earlier.DayNumber) / 7;
}
