using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tests.Tickets.Handling;

public sealed class ResolveDueTests
{
    private static readonly DeadlineClock Clock = new(WorkCalendar.WeekdaysOnly, WorkingHours.Default);
    private static readonly DateTimeOffset Monday = ChinaTime.At(new(2026, 11, 23), new(10, 0));

    private static readonly Gen<DateTimeOffset> Moments = Gen.Choose(0, 60 * 24 * 60).Select(minutes => Monday.AddMinutes(minutes));

    private static readonly Gen<Limit> Limits =
        from amount in Gen.Choose(1, 20) from unit in Gen.Elements(Enum.GetValues<TimeUnit>()) select new Limit(amount, unit);

    private static readonly Gen<Pause> Pauses = from start in Moments from minutes in Gen.Choose(1, 9 * 24 * 60) select new Pause(start, start.AddMinutes(minutes));

    private static readonly Gen<GrantedExtension> Extensions = Gen.Choose(1, 7).Select(days => new GrantedExtension(new Limit(days, TimeUnit.Days), null));

    private static readonly Arbitrary<Case> Cases = (
        from received in Moments
        from limit in Limits
        from pauses in Gen.Choose(0, 3).SelectMany(n => Pauses.ArrayOf(n))
        from extensions in Gen.Choose(0, 2).SelectMany(n => Extensions.ArrayOf(n))
        select new Case(received, limit, pauses, extensions)).ToArbitrary();

    private sealed record Case(DateTimeOffset Received, Limit Limit, Pause[] Pauses, GrantedExtension[] Extensions)
    {
        public DateTimeOffset? Due(params Pause[] more) => ResolveDue.Of(Clock, Received, Limit, [.. Pauses, .. more], Extensions);
    }

    [Fact]
    public void WithoutExtensionsItIsTheClock() => Prop.ForAll(Cases, given =>
        ResolveDue.Of(Clock, given.Received, given.Limit, given.Pauses, []) == Clock.Due(given.Received, given.Limit, given.Pauses)).QuickCheckThrowOnFailure();

    [Fact]
    public void OneMoreExtensionMovesTheDueMomentOnByItsDaysOrMore() => Prop.ForAll(Cases, Gen.Choose(1, 7).ToArbitrary(), (given, days) =>
    {
        var more = new GrantedExtension(new Limit(days, TimeUnit.Days), null);
        var (before, after) = (given.Due()!.Value, ResolveDue.Of(Clock, given.Received, given.Limit, given.Pauses, [.. given.Extensions, more])!.Value);
        // To the end of the last day, so at least the days but for the hours of the day on which it was due.
        return after > before.AddDays(days - 1) && after >= before;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void APauseNeverErasesUsedTimeNorTakesTimeAway() => Prop.ForAll(Cases, Pauses.ToArbitrary(), (given, pause) =>
    {
        var (without, with) = (given.Due()!.Value, given.Due(pause)!.Value);
        // What is not paused before the due moment moves nothing.
        return with >= without && (pause.From < without || with == without);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void ARunningPauseHoldsTheClockUnlessItComesTooLate() => Prop.ForAll(Cases, Moments.ToArbitrary(), (given, from) =>
    {
        var due = given.Due()!.Value;
        return given.Due(new Pause(from, null)) == (from < due ? null : due);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void OneDayMoreAfterTheEndOfADayIsTheEndOfTheNext()
    {
        // Received on Monday, one day: 24:00 on Tuesday. One day more: 24:00 on Wednesday.
        ResolveDue.Of(Clock, Monday, new Limit(1, TimeUnit.Days), [], [new(new Limit(1, TimeUnit.Days), null)]).ShouldBe(ChinaTime.EndOf(new(2026, 11, 25)));
        // Four days more end on a Saturday, and so on the Monday after.
        ResolveDue.Of(Clock, Monday, new Limit(1, TimeUnit.Days), [], [new(new Limit(4, TimeUnit.Days), null)]).ShouldBe(ChinaTime.EndOf(new(2026, 11, 30)));
    }

    [Fact]
    public void AfterAReopeningTheDaysCountFromTheAsking()
    {
        var asked = Monday.AddDays(16);
        ResolveDue.Of(Clock, Monday, new Limit(1, TimeUnit.Days), [], [new(new Limit(2, TimeUnit.Days), asked)]).ShouldBe(ChinaTime.EndOf(new(2026, 12, 11)));
    }
}
