using Linli.Domain.Grid;

namespace Linli.Domain.Tests.Grid;

public sealed class RegistrationFactsTests
{
    [Fact]
    public void HoursOfAMonthAreTakenExactlyWithinItsLength() => Prop.ForAll(
        Gen.Choose(-2000, 2000).ToArbitrary(),
        hours => RegistrationFacts.Read("示例单位", null, null, hours).IsRefused == (hours is < 0 or > RegistrationFacts.MostHours)).QuickCheckThrowOnFailure();

    [Fact]
    public void TextsAreTakenUpToTheirLength() => Prop.ForAll(
        (from unit in Gen.Choose(0, 130) from skills in Gen.Choose(0, 130) from services in Gen.Choose(0, 130) select (unit, skills, services)).ToArbitrary(),
        given => RegistrationFacts.Read(new string('单', given.unit), new string('技', given.skills), new string('服', given.services), null).IsRefused
            == (given.unit is 0 or > 60 || given.skills > 100 || given.services > 100)).QuickCheckThrowOnFailure();

    [Fact]
    public void AllThatIsWrongIsToldAtOnce() =>
        RegistrationFacts.Read(" ", new string('技', 101), "好\u0000", 745).Refusals.Select(refusal => refusal.Field)
            .ShouldBe([nameof(RegistrationFacts.WorkUnit), nameof(RegistrationFacts.Skills), nameof(RegistrationFacts.Services), nameof(RegistrationFacts.HoursAMonth)]);

    [Fact]
    public void WhatWasNotToldStaysUntold() =>
        RegistrationFacts.Read(" 示例单位 ", "", null, null).Value.ShouldBe(new RegistrationFacts("示例单位", null, null, null));
}
