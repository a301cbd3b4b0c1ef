namespace Linli.Domain.Kernel;

/// <summary>The civil time of the whole country: Asia/Shanghai, fixed at +08:00 (no summer time since 1991).</summary>
public static class ChinaTime
{
    /// <summary>Hours ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same moment, told in civil time.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The calendar day on which a moment lies; 24:00 belongs to the next day.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment of an hour on a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);

    /// <summary>0:00 of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>24:00 of a day, which is 0:00 of the next.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
