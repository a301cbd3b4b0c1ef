using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>The days on which tickets were received that rates count, first and last included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct RatePeriod(DateOnly From, DateOnly To)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;
    private const int UsualDays = 90;

    /// <summary>0:00 of the first day.</summary>
    public DateTimeOffset Begin => ChinaTime.StartOf(From);

    /// <summary>24:00 of the last day, outside the period.</summary>
    public DateTimeOffset End => ChinaTime.EndOf(To);

    /// <summary>The days as given; what is left out follows from the other, or is the last ninety days.</summary>
    public static Outcome<RatePeriod> Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        if (from is { Year: < FirstYear or > LastYear })
        {
            return new RatePeriodIsOutOfRange("from", FirstYear, LastYear);
        }

        if (to is { Year: < FirstYear or > LastYear })
        {
            return new RatePeriodIsOutOfRange("to", FirstYear, LastYear);
        }

        var last = to ?? (from > today ? from.Value : today);
        var period = new RatePeriod(from ?? last.AddDays(1 - UsualDays), last);
        return period.From > period.To ? new RatePeriodEndsBeforeItBegins() : period;
    }
}

/// <summary>A period's last day lies before its first.</summary>
public sealed record RatePeriodEndsBeforeItBegins : Refusal
{
    /// <inheritdoc />
    public override string? Field => "to";
}

/// <summary>A day of the period lies outside the years that can be counted.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year.</param>
public sealed record RatePeriodIsOutOfRange(string Input, int FirstYear, int LastYear) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}
