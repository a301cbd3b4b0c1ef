using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Grid;

public sealed class ServiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Registered = new(2026, 1, 1);
    private static readonly Guid Member = new(1, 0, 0, new byte[8]);
    private static readonly Guid Other = new(2, 0, 0, new byte[8]);
    private static readonly Guid Recorder = new(3, 0, 0, new byte[8]);

    private static Outcome<ServiceTime> Time(int startMinutes, int minutes, int seconds = 0) =>
        ServiceTime.Of(Now.AddDays(-10).AddMinutes(startMinutes).AddSeconds(seconds), Now.AddDays(-10).AddMinutes(startMinutes + minutes).AddSeconds(seconds), Registered, Now, GridRules.BuiltIn);

    [Fact]
    public void MinutesAreExact() => Prop.ForAll(
        (from start in Gen.Choose(0, 5000) from minutes in Gen.Choose(1, 720) from seconds in Gen.Choose(0, 59) select (start, minutes, seconds)).ToArbitrary(),
        given => Time(given.start, given.minutes, given.seconds).Value.Minutes == given.minutes).QuickCheckThrowOnFailure();

    [Fact]
    public void TwoServicesOverlapExactlyWhenTheyShareAMinute() => Prop.ForAll(
        (from a in Gen.Choose(0, 300) from lengthA in Gen.Choose(1, 120) from b in Gen.Choose(0, 300) from lengthB in Gen.Choose(1, 120) select (a, lengthA, b, lengthB)).ToArbitrary(),
        given =>
        {
            var (one, other) = (Time(given.a, given.lengthA).Value, Time(given.b, given.lengthB).Value);
            var share = Enumerable.Range(given.a, given.lengthA).Intersect(Enumerable.Range(given.b, given.lengthB)).Any();
            return one.Overlaps(other) == share && other.Overlaps(one) == share;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatCannotHaveBeenIsRefused()
    {
        Time(0, 0).Refusals.ShouldContain(new ServiceEndsBeforeItBegins());
        Time(0, 721).Refusals.ShouldContain(new ServiceIsTooLong(12));
        Time(0, 720).IsRefused.ShouldBeFalse();
        ServiceTime.Of(Now.AddMinutes(-30), Now.AddMinutes(1), Registered, Now, GridRules.BuiltIn).Refusals.ShouldContain(new ServiceIsNotOver());
        ServiceTime.Of(Now.AddDays(-91), Now.AddDays(-91).AddHours(1), Registered, Now, GridRules.BuiltIn).Refusals.ShouldContain(new ServiceIsTooOld(90));
        ServiceTime.Of(Now.AddDays(-5), Now.AddDays(-5).AddHours(1), new DateOnly(2026, 11, 20), Now, GridRules.BuiltIn).Refusals.ShouldContain(new ServiceIsBeforeRegistration());
    }

    [Fact]
    public void NobodyConfirmsTheOwnServiceOrTheOwnRecord()
    {
        ServiceRules.Decide(ServiceState.Recorded, Member, Recorder, Member, true).Refusals.ShouldBe([new NobodyConfirmsOwnService()]);
        ServiceRules.Decide(ServiceState.Recorded, Member, Recorder, Recorder, true).Refusals.ShouldBe([new NobodyConfirmsOwnService()]);
        ServiceRules.Decide(ServiceState.Recorded, Member, Recorder, Other, true).Value.ShouldBe(ServiceState.Confirmed);
        ServiceRules.Decide(ServiceState.Recorded, Member, Recorder, Other, false).Value.ShouldBe(ServiceState.Refused);
        foreach (var state in Enum.GetValues<ServiceState>().Where(s => s != ServiceState.Recorded))
        {
            ServiceRules.Decide(state, Member, Recorder, Other, true).Refusals.ShouldBe([new ServiceIsDecided()]);
        }
    }

    [Theory]
    [InlineData(GridKind.Micro, 29, SizeNote.Small)]
    [InlineData(GridKind.Micro, 30, SizeNote.Fits)]
    [InlineData(GridKind.Micro, 100, SizeNote.Fits)]
    [InlineData(GridKind.Micro, 101, SizeNote.Large)]
    [InlineData(GridKind.Special, 5000, SizeNote.Fits)]
    public void SizesAreJudgedByTheFile(GridKind kind, int households, SizeNote note) => GridRules.BuiltIn.SizeOf(kind).Judge(households).ShouldBe(note);

    [Fact]
    public void NoSizeIsShownAsVerified() => GridRules.BuiltIn.Sizes.ShouldAllBe(size => size.Source.Verification != Verification.Verified && size.Source.Text.Length > 0);

    [Fact]
    public void ACaptainSeesNoRegister()
    {
        PostKinds.BuildingCaptain.Gives(Permission.LookAfterHouseholds).ShouldBeTrue();
        (PostKinds.BuildingCaptain.Permissions & (Permission.ViewPeople | Permission.ViewRegistry | Permission.UnmaskPersonalData | Permission.ManageGrid)).ShouldBe(Permission.None);
    }
}
