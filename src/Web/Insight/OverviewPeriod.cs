using Linli.Domain.Kernel;

namespace Linli.Web.Insight;

/// <summary>The days that an overview counts, first and last included.</summary>
internal readonly record struct OverviewPeriod(DateOnly From, DateOnly To)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;
    private const int UsualDays = 30;

    /// <summary>The choices of the page, by their codes.</summary>
    public static readonly IReadOnlyList<string> Choices = ["7", "30", "90", "Month"];

    public const string UsualChoice = "30";

    public static OverviewPeriod Chosen(string choice, DateOnly today) => choice switch
    {
        "Month" => new(new DateOnly(today.Year, today.Month, 1), today),
        "7" => Last(7, today),
        "90" => Last(90, today),
        _ => Last(UsualDays, today),
    };

    /// <summary>The days as given; what is left out follows from the other, or is the last thirty days.</summary>
    public static Outcome<OverviewPeriod> Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        if (from is { Year: < FirstYear or > LastYear })
        {
            return new PeriodIsOutOfRange("from", FirstYear, LastYear);
        }

        if (to is { Year: < FirstYear or > LastYear })
        {
            return new PeriodIsOutOfRange("to", FirstYear, LastYear);
        }

        var last = to ?? (from > today ? from.Value : today);
        var period = new OverviewPeriod(from ?? Last(UsualDays, last).From, last);
        return period.From > period.To ? new PeriodEndsBeforeItBegins() : period;
    }

    private static OverviewPeriod Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);
}
