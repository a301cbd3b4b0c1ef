using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Linli.Domain.Registry.Privacy;

namespace Linli.Domain.Tests.Registry.Privacy;

/// <summary>Consent that somebody else writes down: never beyond the ways of its purpose, never over a later no.</summary>
public class ReportedWordTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public sealed record Case(int Purpose, ConsentTaker Taker, bool Given, ConsentWay Way, int DaysAgo, bool Witnessed, bool? LastGiven, ConsentWay LastWay, int LastDaysAgo);

    private static ConsentPurpose PurposeOf(Case c) => ConsentPurposes.BuiltIn[Math.Abs(c.Purpose % ConsentPurposes.BuiltIn.Count)];

    private static bool Refused(Case c, out ConsentPurpose purpose)
    {
        purpose = PurposeOf(c);
        var last = c.LastGiven is { } given ? new LastWord(given, c.LastWay, Today.AddDays(-Math.Abs(c.LastDaysAgo % 60))) : null;
        return new ReportedWord(c.Taker, c.Given, c.Way, Today.AddDays(-(c.DaysAgo % 60)), c.Witnessed ? "测试见证人" : null).Check(purpose, last, Today).Any();
    }

    [Property(MaxTest = 500)]
    public bool WhatIsTakenKeepsToTheWaysOfItsPurpose(Case c) =>
        Refused(c, out var purpose) || (c.Way != ConsentWay.Self && purpose.Recorded.WaysOf(c.Taker).Count > 0 && (!c.Given || purpose.Recorded.WaysOf(c.Taker).Contains(c.Way)));

    [Property(MaxTest = 500)]
    public bool WhatWasOnlySaidHasAWitness(Case c) => Refused(c, out _) || !c.Given || c.Way != ConsentWay.Oral || c.Witnessed;

    [Property(MaxTest = 500)]
    public bool ALaterNoStands(Case c) =>
        Refused(c, out _) || !c.Given || c.LastGiven != false || (Math.Abs(c.LastDaysAgo % 60) >= c.DaysAgo % 60 && (c.LastWay != ConsentWay.Self || c.Way == ConsentWay.Paper));

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
