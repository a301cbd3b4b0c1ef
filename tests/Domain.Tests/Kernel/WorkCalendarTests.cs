using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Kernel;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar SpringFestival = new(
    [
        new(new(2024, 2, 4), IsOff: false),
        .. Enumerable.Range(10, 8).Select(day => new NoticeDay(new(2024, 2, day), IsOff: true)),
        new(new(2024, 2, 18), IsOff: false),
    ]);

    [Theory]
    [InlineData("2024-02-04", true)] // a Sunday on which people work
    [InlineData("2024-02-05", true)] // a Monday that no notice names
    [InlineData("2024-02-03", false)] // a Saturday that no notice names
    [InlineData("2024-02-12", false)] // a Monday of the festival
    public void NoticeGoesBeforeTheWeek(string day, bool works) =>
        SpringFestival.IsWorkingDay(DateOnly.Parse(day, null)).ShouldBe(works);

    [Fact]
    public void FirstWorkingDayAfterTheFestivalIsTheWorkingSunday() =>
        SpringFestival.WorkingDayFrom(new(2024, 2, 10)).ShouldBe(new DateOnly(2024, 2, 18));

    [Fact]
    public void LaterNoticeReplacesAnEarlierOne() =>
        new WorkCalendar([new(new(2024, 5, 6), true), new(new(2024, 5, 6), false)]).IsWorkingDay(new(2024, 5, 6)).ShouldBeTrue();

    [Fact]
    public void YearsFileMayNameADayOfTheYearBefore()
    {
        var calendar = new WorkCalendar(SharedData.FilesOrSkip("holidays", "20*.json").SelectMany(file => HolidayNotice.Read(File.ReadAllText(file))));
        calendar.IsWorkingDay(new(2018, 12, 31)).ShouldBeFalse();
        calendar.IsWorkingDay(new(2018, 12, 29)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"days":[{"date":"2024-02-30","isOffDay":true}]}""")]
    [InlineData("""{"days":[{"date":"2024-02-20"}]}""")]
    public void SomethingElseIsNoNotice(string json) => Should.Throw<JsonException>(() => HolidayNotice.Read(json));

    [Fact]
    public void DayEndsAtMidnightOfChina()
    {
        ChinaTime.DayOf(new DateTimeOffset(2024, 1, 31, 16, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2024, 2, 1));
        ChinaTime.EndOf(new(2024, 1, 31)).ShouldBe(ChinaTime.StartOf(new(2024, 2, 1)));
    }
}
