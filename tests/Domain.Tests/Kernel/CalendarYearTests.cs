using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Kernel;

public sealed class CalendarYearTests
{
    private static readonly CalendarDay NewYear = new(new(2027, 1, 1), "元旦", true);

    [Fact]
    public void EveryYearOfTheSharedDataIsTakenInWhole()
    {
        foreach (var file in SharedData.FilesOrSkip("holidays", "20*.json"))
        {
            var text = File.ReadAllText(file);
            var year = HolidayNotice.ReadYear(text, null).Value;
            year.Source.ShouldStartWith("http");
            year.Days.Select(day => new NoticeDay(day.Date, day.IsOff)).ShouldBe(HolidayNotice.Read(text).OrderBy(day => day.Date));
        }
    }

    [Fact]
    public void WhatIsWrongIsRefusedAllAtOnce()
    {
        Codes(CalendarYear.Of(2027, "", [NewYear, NewYear with { IsOff = false }, new(new(2026, 11, 30), "元旦", true), new(new(2028, 1, 1), "元旦", true), NewYear with { Date = new(2027, 5, 1), Name = " " }]))
            .ShouldBe(["CalendarSourceIsMissing", "CalendarDayHasNoName", "CalendarDayIsThereTwice", "CalendarDayIsInAnotherYear", "CalendarDayIsInAnotherYear"]);
        Codes(CalendarYear.Of(1999, "国办发明电", [])).ShouldBe(["CalendarYearIsOutOfRange", "CalendarDaysAreMissing"]);
        Codes(CalendarYear.Of(null, "国办发明电", [NewYear])).ShouldContain("CalendarYearIsOutOfRange");
        Codes(CalendarYear.Of(2027, "国办发明电", [.. Enumerable.Range(0, 81).Select(i => NewYear with { Date = new DateOnly(2027, 1, 1).AddDays(i) })])).ShouldBe(["CalendarDaysAreTooMany"]);
        HolidayNotice.ReadYear("{}", "x").Refusals.ShouldBe([new CalendarFileIsUnreadable()]);
        HolidayNotice.ReadYear("""{"year":2027,"days":[null]}""", "x").Refusals.ShouldBe([new CalendarFileIsUnreadable()]);
    }

    [Fact]
    public void DecemberBeforeBelongsToTheYear() =>
        CalendarYear.Of(2027, "国办发明电", [new(new(2026, 12, 31), "元旦", true), NewYear]).Value.Days.Count.ShouldBe(2);

    [Fact]
    public void ChangesNameWhatIsAddedTakenAwayAndTurned()
    {
        var before = CalendarYear.Of(2027, "一", [NewYear, new(new(2027, 1, 2), "元旦", true), new(new(2027, 1, 3), "元旦", true)]).Value;
        var after = CalendarYear.Of(2027, "二", [NewYear, new(new(2027, 1, 2), "元旦", false), new(new(2027, 1, 4), "元旦", true)]).Value;
        after.ChangesFrom(before).Select(c => (c.Date.Day, c.Before?.IsOff, c.After?.IsOff)).ShouldBe([(2, true, false), (3, true, null), (4, null, true)]);
        after.ChangesFrom(after).ShouldBeEmpty();
        after.ChangesFrom(null).Count.ShouldBe(3);
    }

    [Fact]
    public void MissingYearsAreThoseWithoutANotice()
    {
        // The notice of 2027 names a day of 2026, which does not make 2026 known.
        var calendar = WorkCalendar.Of([CalendarYear.Of(2027, "一", [new(new(2026, 12, 31), "元旦", true), NewYear]).Value]);
        calendar.IsWorkingDay(new(2026, 12, 31)).ShouldBeFalse();
        calendar.MissingYears(new(2026, 12, 30), new(2027, 1, 4)).ShouldBe([2026]);
        calendar.MissingYears(new(2027, 1, 1), new(2027, 12, 31)).ShouldBeEmpty();
        calendar.MissingYears(new(2027, 12, 31), new(2028, 1, 1)).ShouldBe([2028]);
        WorkCalendar.WeekdaysOnly.MissingYears(new(2027, 2, 1), new(2027, 1, 1)).ShouldBe([2027]);
    }

    private static IEnumerable<string> Codes(Outcome<CalendarYear> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
