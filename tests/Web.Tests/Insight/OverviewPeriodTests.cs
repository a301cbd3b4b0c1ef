using System.Globalization;
using Linli.Web.Insight;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Insight;

public class OverviewPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("7", "2026-11-17")]
    [InlineData("30", "2026-10-25")]
    [InlineData("90", "2026-08-26")]
    [InlineData("Month", "2026-11-01")]
    public void A_choice_ends_today_and_counts_today(string choice, string from) =>
        OverviewPeriod.Chosen(choice, Today).ShouldBe(new OverviewPeriod(Day(from)!.Value, Today));

    [Theory]
    [InlineData(null, null, "2026-10-25", "2026-11-23")]
    [InlineData("2026-11-01", null, "2026-11-01", "2026-11-23")]
    [InlineData(null, "2026-03-31", "2026-03-02", "2026-03-31")]
    [InlineData("2027-01-01", null, "2027-01-01", "2027-01-01")]
    public void What_is_left_out_follows_from_what_is_given(string? from, string? to, string first, string last) =>
        OverviewPeriod.Of(Day(from), Day(to), Today).Value.ShouldBe(new OverviewPeriod(Day(first)!.Value, Day(last)!.Value));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
