using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class DeadlineClockTests
{
    private static readonly DateTimeOffset Epoch = ChinaTime.StartOf(new(2024, 1, 1));

    private static readonly Gen<DateTimeOffset> Moments = Gen.Choose(0, 120 * 24 * 3600).Select(seconds => Epoch.AddSeconds(seconds));

    private static readonly Gen<Limit> Limits =
        from amount in Gen.Choose(1, 30)
        from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
        select new Limit(amount, unit);

    private static readonly Gen<Pause> FinitePauses =
        from start in Moments
        from length in Gen.Choose(0, 6 * 24 * 3600)
        select new Pause(start, start.AddSeconds(length));

    private static readonly Gen<Pause[]> SomePauses = Gen.Choose(0, 5).SelectMany(count => FinitePauses.ArrayOf(count));

    private static readonly Gen<WorkCalendar> Calendars =
        Gen.Choose(0, 180).Zip(Gen.Elements(true, false)).ListOf(20).Select(days => new WorkCalendar(
            days.Select(day => new NoticeDay(new DateOnly(2024, 1, 1).AddDays(day.Item1), day.Item2))));

    private static readonly Arbitrary<Case> Cases = (
        from received in Moments
        from limit in Limits
        from pauses in SomePauses
        from calendar in Calendars
        select new Case(received, limit, pauses, calendar)).ToArbitrary();

    [Fact]
    public void OneMorePauseNeverMovesTheDueMomentEarlier() => Prop.ForAll(Cases, FinitePauses.ToArbitrary(), (given, more) =>
        given.Due([.. given.Pauses, more]) >= given.Due(given.Pauses)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void ALongerPauseNeverMovesTheDueMomentEarlier() => Prop.ForAll(Cases, FinitePauses.ToArbitrary(), (given, pause) =>
        given.Due([.. given.Pauses, new Pause(pause.From.AddHours(-5), pause.To!.Value.AddHours(7))]) >= given.Due([.. given.Pauses, pause]))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void OrderAndOverlapOfPausesDoNotMatter() => Prop.ForAll(Cases, given =>
        given.Due([.. given.Pauses.Reverse(), .. given.Pauses]) == given.Due(given.Pauses)).QuickCheckThrowOnFailure();

    [Fact]
    public void TwoAdjoiningPausesAreOne() => Prop.ForAll(Cases, FinitePauses.ToArbitrary(), (given, pause) =>
    {
        var middle = pause.From + TimeSpan.FromTicks((pause.To!.Value - pause.From).Ticks / 2);
        return Pause.Merged([new Pause(middle, pause.To), new Pause(pause.From, middle)], pause.From).Count == Pause.Merged([pause], pause.From).Count
            && given.Due([new Pause(middle, pause.To), new Pause(pause.From, middle)]) == given.Due([pause]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PauseThatBeginsAtOrAfterTheDueMomentHasNoEffect() => Prop.ForAll(Cases, given =>
    {
        var due = given.Due(given.Pauses)!.Value;
        return given.Due([.. given.Pauses, new Pause(due.AddSeconds(1), null)]) == due
            && (given.Pauses.Any(pause => pause.To >= due) || given.Due([.. given.Pauses, new Pause(due, null)]) == due);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void RunningPauseThatBeginsBeforeTheDueMomentHoldsTheClock() => Prop.ForAll(Cases, given =>
        given.Due([.. given.Pauses, new Pause(given.Due(given.Pauses)!.Value.AddSeconds(-1), null)]) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void HoursKnowNoHolidays() => Prop.ForAll(Cases, given =>
    {
        var limit = new Limit(given.Limit.Amount, TimeUnit.Hours);
        var paused = given.Pauses.Length > 0;
        var clock = new DeadlineClock(given.Calendar, WorkingHours.Default);
        return clock.Due(given.Received, limit, given.Pauses) == new DeadlineClock(WorkCalendar.WeekdaysOnly, WorkingHours.Default).Due(given.Received, limit, given.Pauses)
            && (paused || clock.Due(given.Received, limit) == given.Received.AddHours(limit.Amount));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void DaysEndAtTheEndOfAWorkingDayAfterTheDayOfReceipt() => Prop.ForAll(Cases, given =>
    {
        var due = given.Due(given.Pauses)!.Value;
        var lastDay = ChinaTime.DayOf(due.AddTicks(-1));
        return given.Limit.Unit switch
        {
            TimeUnit.Days => due == ChinaTime.EndOf(lastDay) && given.Calendar.IsWorkingDay(lastDay) && lastDay > ChinaTime.DayOf(given.Received),
            TimeUnit.WorkingDays => due == ChinaTime.At(lastDay, new(17, 30)) && given.Calendar.IsWorkingDay(lastDay) && lastDay > ChinaTime.DayOf(given.Received),
            TimeUnit.WorkingHours => given.Calendar.IsWorkingDay(lastDay)
                && WorkingHours.Default.Stretches.Any(stretch => due > ChinaTime.At(lastDay, stretch.From) && due <= ChinaTime.At(lastDay, stretch.To)),
            _ => true,
        };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void DueMomentIsAfterReceiptAndToldInChinaTime() => Prop.ForAll(Cases, given =>
    {
        var due = given.Clock.Due(given.Received.ToUniversalTime(), given.Limit, given.Pauses)!.Value;
        return due > given.Received && due.Offset == TimeSpan.FromHours(8) && due == given.Due(given.Pauses);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void HourOfReceiptDoesNotMatterToDays() => Prop.ForAll(Cases, given =>
        given.Limit.Unit is TimeUnit.Hours or TimeUnit.WorkingHours
        || given.Clock.Due(given.Received, given.Limit) == given.Clock.Due(ChinaTime.StartOf(ChinaTime.DayOf(given.Received)), given.Limit)).QuickCheckThrowOnFailure();

    [Fact]
    public void PauseInsideOneDayAddsNothingToDays()
    {
        var clock = new DeadlineClock(WorkCalendar.WeekdaysOnly, WorkingHours.Default);
        var monday = ChinaTime.At(new(2024, 3, 4), new(10, 0));
        clock.Due(monday, new(3, TimeUnit.Days), [new(monday.AddDays(1), monday.AddDays(1).AddHours(9))]).ShouldBe(clock.Due(monday, new(3, TimeUnit.Days)));
    }

    [Fact]
    public void WorkingHoursStandStillDuringAPause()
    {
        var clock = new DeadlineClock(WorkCalendar.WeekdaysOnly, WorkingHours.Default);
        var monday = ChinaTime.At(new(2024, 3, 4), new(10, 0));
        // 10–11, 15–17:30, Tuesday 9–9:30
        clock.Due(monday, new(4, TimeUnit.WorkingHours), [new(monday.AddHours(1), monday.AddHours(5))])
            .ShouldBe(ChinaTime.At(new(2024, 3, 5), new(9, 30)));
    }

    [Fact]
    public void ImpossibleInputIsABug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Limit(0, TimeUnit.Hours));
        Should.Throw<ArgumentOutOfRangeException>(() => new Pause(Epoch, Epoch.AddSeconds(-1)));
        Should.Throw<ArgumentException>(() => new WorkingHours([]));
        Should.Throw<ArgumentException>(() => new WorkingHours([new(new(13, 0), new(17, 0)), new(new(9, 0), new(12, 0))]));
    }

    public sealed record Case(DateTimeOffset Received, Limit Limit, Pause[] Pauses, WorkCalendar Calendar)
    {
        public DeadlineClock Clock => new(Calendar, WorkingHours.Default);

        public DateTimeOffset? Due(IEnumerable<Pause> pauses) => Clock.Due(Received, Limit, pauses);
    }
}
