using Linli.Domain.Registry.Privacy;

namespace Linli.Domain.Tests.Registry.Privacy;

/// <summary>Consent that somebody else writes down: never beyond the ways of its purpose, never over a later no.</summary>
public sealed class ReportedWordTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private sealed record Case(ConsentPurpose Purpose, ReportedWord Word, LastWord? Last)
    {
        public bool IsTaken => !Word.Check(Purpose, Last, Today).Any();

        public IReadOnlyList<ConsentWay> Ways => Purpose.Recorded.WaysOf(Word.Taker);
    }

    private static readonly Gen<Case> Cases =
        from purpose in Gen.Elements<ConsentPurpose>(ConsentPurposes.BuiltIn)
        from taker in Gen.Elements(Enum.GetValues<ConsentTaker>())
        from given in Gen.Elements(true, false)
        from way in Gen.Elements(Enum.GetValues<ConsentWay>())
        from daysAgo in Gen.Choose(-2, 40)
        from witness in Gen.Elements<string?>("测试见证人", null)
        from lastGiven in Gen.Elements<bool?>(true, false, null)
        from lastWay in Gen.Elements(Enum.GetValues<ConsentWay>())
        from lastDaysAgo in Gen.Choose(0, 40)
        select new Case(
            purpose, new ReportedWord(taker, given, way, Today.AddDays(-daysAgo), witness), lastGiven is { } last ? new LastWord(last, lastWay, Today.AddDays(-lastDaysAgo)) : null);

    private static void Holds(Func<Case, bool> rule) => Prop.ForAll(Cases.ToArbitrary(), c => !c.IsTaken || rule(c)).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsTakenKeepsToTheWaysOfItsPurpose() => Holds(c => c.Word.Way != ConsentWay.Self && c.Ways.Count > 0 && (!c.Word.Given || c.Ways.Contains(c.Word.Way)));

    [Fact]
    public void WhatWasOnlySaidHasAWitness() => Holds(c => !c.Word.Given || c.Word.Way != ConsentWay.Oral || c.Word.Witness is not null);

    [Fact]
    public void ALaterNoAndAnOwnNoStand() => Holds(c =>
        !c.Word.Given || c.Last is not { Given: false } no || (no.Day <= c.Word.SaidOn && (no.Way != ConsentWay.Self || c.Word.Way == ConsentWay.Paper)));

    [Fact]
    public void SomethingIsTakenAtAll() => Cases.Sample(300).Count(c => c.IsTaken).ShouldBeGreaterThan(20);

    [Theory]
    [InlineData("phone-to-volunteers", ConsentTaker.Keeper, true)]
    [InlineData("phone-to-volunteers", ConsentTaker.Community, true)]
    [InlineData("hardship-mark", ConsentTaker.Community, true)]
    [InlineData("hardship-mark", ConsentTaker.Keeper, false)]
    [InlineData("party-mark", ConsentTaker.Community, false)]
    public void ASpokenNoIsTakenByWhomTheYesCouldBe(string purpose, ConsentTaker taker, bool taken) =>
        new ReportedWord(taker, false, ConsentWay.Oral, Today, null).Check(ConsentPurposes.Find(purpose)!, null, Today).Any().ShouldBe(!taken);

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(-1, false)]
    public void ADayLiesWithinTheLastThirty(int daysAgo, bool taken) =>
        new ReportedWord(ConsentTaker.Community, true, ConsentWay.Paper, Today.AddDays(-daysAgo), null).Check(ConsentPurposes.Find("hardship-mark")!, null, Today).Any().ShouldBe(!taken);
}
