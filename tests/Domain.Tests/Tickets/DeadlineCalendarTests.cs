using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

/// <summary>What the calendar, midnight, and ends of months and years do to a deadline, for any moment.</summary>
public sealed class DeadlineCalendarTests
{
    // Around the ends of two years, a leap February among them, to the second; midnight and the close of work more often than chance has it.
    private static readonly Gen<DateTimeOffset> Moments =
        from day in Gen.Choose(0, 800)
        from second in Gen.Frequency((3, Gen.Choose(0, 86_399)), (1, Gen.Elements(0, 1, 86_399, 32_399, 32_400, 43_200, 48_600, 62_999, 63_000, 63_001)))
        select ChinaTime.StartOf(new(2023, 10, 1)).AddDays(day).AddSeconds(second);

    private static readonly Gen<Limit> Limits =
        from amount in Gen.Choose(1, 40)
        from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
        select new Limit(amount, unit);

    private static readonly Gen<NoticeDay[]> Notices =
        (from day in Gen.Choose(0, 900) from off in Gen.Elements(true, true, false) select new NoticeDay(new DateOnly(2023, 10, 1).AddDays(day), off)).ArrayOf(40);

    private static readonly Arbitrary<Case> Cases =
        (from received in Moments from limit in Limits from days in Notices select new Case(received, limit, days)).ToArbitrary();

    [Fact]
    public void OneMoreDayOffNeverMakesADeadlineEarlier() => Prop.ForAll(Cases, Gen.Choose(0, 900).ToArbitrary(), (given, day) =>
        given.Due([.. given.Days, new NoticeDay(new DateOnly(2023, 10, 1).AddDays(day), true)]) >= given.Due()).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void OneMoreMakeUpDayNeverMakesADeadlineLater() => Prop.ForAll(Cases, Gen.Choose(0, 900).ToArbitrary(), (given, day) =>
        given.Due([.. given.Days, new NoticeDay(new DateOnly(2023, 10, 1).AddDays(day), false)]) <= given.Due()).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void DaysBeforeTheReceiptDoNotMatter() => Prop.ForAll(Cases, given =>
        given.Due([.. given.Days.Where(day => day.Date >= ChinaTime.DayOf(given.Received))]) == given.Due()).QuickCheckThrowOnFailure();

    [Fact]
    public void WorkingDaysAreCountedOneByOne() => Prop.ForAll(Cases, given =>
    {
        var calendar = new WorkCalendar(given.Days);
        var due = given.With(TimeUnit.WorkingDays);
        var last = ChinaTime.DayOf(due);
        var first = ChinaTime.DayOf(given.Received);
        return Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(i => calendar.IsWorkingDay(first.AddDays(i))) == given.Limit.Amount && calendar.IsWorkingDay(last);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CalendarDaysReachTheLastDayAndNoWorkingDayLiesBetweenItAndTheEnd() => Prop.ForAll(Cases, given =>
    {
        var calendar = new WorkCalendar(given.Days);
        var last = ChinaTime.DayOf(given.Received).AddDays(given.Limit.Amount);
        return given.With(TimeUnit.Days) == ChinaTime.EndOf(calendar.WorkingDayFrom(last));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WorkingHoursRunForExactlyTheirTime() => Prop.ForAll(Cases, given =>
    {
        var calendar = new WorkCalendar(given.Days);
        var due = given.With(TimeUnit.WorkingHours);
        var worked = TimeSpan.Zero;
        for (var day = ChinaTime.DayOf(given.Received); day <= ChinaTime.DayOf(due); day = day.AddDays(1))
        {
            worked += !calendar.IsWorkingDay(day) ? TimeSpan.Zero : WorkingHours.Default.Stretches.Aggregate(TimeSpan.Zero, (sum, stretch) =>
                sum + Overlap(given.Received, due, ChinaTime.At(day, stretch.From), ChinaTime.At(day, stretch.To)));
        }

        return worked == TimeSpan.FromHours(given.Limit.Amount);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReceivedLaterIsNeverDueEarlier() => Prop.ForAll(Cases, Gen.Choose(0, 200_000).ToArbitrary(), (given, seconds) =>
        given.Clock().Due(given.Received.AddSeconds(seconds), given.Limit) >= given.Due()).QuickCheckThrowOnFailure();

    [Fact]
    public void ALimitThatIsNeverLongerIsNeverDueLater() => Prop.ForAll(Cases, Limits.ToArbitrary(), (given, other) =>
        !given.Limit.IsNeverLongerThan(other) || given.Due() <= given.Clock().Due(given.Received, other)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(24, TimeUnit.Hours, 1, TimeUnit.Days, true)]
    [InlineData(25, TimeUnit.Hours, 1, TimeUnit.Days, false)]
    [InlineData(12, TimeUnit.Hours, 1, TimeUnit.WorkingDays, true)]
    [InlineData(18, TimeUnit.Hours, 1, TimeUnit.WorkingDays, false)]
    [InlineData(7, TimeUnit.Hours, 7, TimeUnit.WorkingHours, true)]
    [InlineData(5, TimeUnit.WorkingDays, 7, TimeUnit.Days, false)]
    [InlineData(7, TimeUnit.Days, 7, TimeUnit.Days, true)]
    [InlineData(8, TimeUnit.Days, 7, TimeUnit.Days, false)]
    public void LimitsOfTwoUnitsAreComparedByTheShortestThatTheyCanBe(int amount, TimeUnit unit, int others, TimeUnit of, bool isNeverLonger) =>
        new Limit(amount, unit).IsNeverLongerThan(new Limit(others, of)).ShouldBe(isNeverLonger);

    private static TimeSpan Overlap(DateTimeOffset from, DateTimeOffset to, DateTimeOffset begin, DateTimeOffset end)
    {
        var (first, last) = (from > begin ? from : begin, to < end ? to : end);
        return last > first ? last - first : TimeSpan.Zero;
    }

    public sealed record Case(DateTimeOffset Received, Limit Limit, NoticeDay[] Days)
    {
        public DeadlineClock Clock() => new(new WorkCalendar(Days), WorkingHours.Default);

        public DateTimeOffset Due() => Due(Days);

        public DateTimeOffset Due(IEnumerable<NoticeDay> days) => new DeadlineClock(new WorkCalendar(days), WorkingHours.Default).Due(Received, Limit);

        public DateTimeOffset With(TimeUnit unit) => Clock().Due(Received, new Limit(Limit.Amount, unit));
    }
}
