using Linli.Domain.Registry.Alliances;

namespace Linli.Domain.Tests.Registry.Alliances;

public sealed class CommitmentTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private static readonly Gen<(Commitment Commitment, DateOnly? Terminated)> Some =
        from due in Gen.Choose(-100, 100)
        from accepted in Gen.Elements(true, false)
        from waiting in Gen.Elements(true, false)
        from terminated in Gen.Choose(-150, 100)
        from isTerminated in Gen.Elements(true, false, false)
        select (new Commitment(Today.AddDays(due), accepted, waiting && !accepted), isTerminated && terminated <= 0 ? (DateOnly?)Today.AddDays(terminated) : null);

    [Fact]
    public void TheRateCountsWhatIsDueOrFulfilledAndNothingThatLapsed() => Prop.ForAll(Some.ArrayOf().ToArbitrary(), many =>
    {
        var standings = many.Select(x => (x.Commitment.On(Today, 14, x.Terminated), x.Commitment.DueOn < Today)).ToArray();
        var rate = FulfilmentRate.Of(standings);
        var fulfilled = many.Count(x => x.Commitment.HasAccepted);
        var pastAndOwed = many.Count(x => !x.Commitment.HasAccepted && x.Commitment.DueOn < Today && !(x.Terminated < x.Commitment.DueOn));
        return rate == new FulfilmentRate(fulfilled, fulfilled + pastAndOwed) && rate.Fulfilled <= rate.Due && rate.Due <= many.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OverdueMeansPastItsDayAndNothingShown() => Prop.ForAll(Some.ToArbitrary(), x =>
        (x.Commitment.On(Today, 14, x.Terminated) == CommitmentStanding.Overdue)
        == (x.Commitment.DueOn < Today && !x.Commitment.HasAccepted && !x.Commitment.HasWaiting && !(x.Terminated < x.Commitment.DueOn))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(15, CommitmentStanding.Open)]
    [InlineData(14, CommitmentStanding.DueSoon)]
    [InlineData(0, CommitmentStanding.DueSoon)]
    [InlineData(-1, CommitmentStanding.Overdue)]
    public void TheDueDayItselfIsInTime(int days, CommitmentStanding standing) =>
        new Commitment(Today.AddDays(days), false, false).On(Today, 14).ShouldBe(standing);

    [Fact]
    public void WhoOwesProvesAndTheOtherSideOrTheCommunityChecks()
    {
        var (giver, other) = (Guid.NewGuid(), Guid.NewGuid());
        Commitment.Prove(AgreementState.InForce, AgreementSide.First, AgreementRoles.First).IsRefused.ShouldBeFalse();
        Commitment.Prove(AgreementState.InForce, AgreementSide.First, AgreementRoles.Second).Refusals.ShouldHaveSingleItem().ShouldBeOfType<OnlyTheResponsiblePartyMayProve>();
        Commitment.Prove(AgreementState.InForce, AgreementSide.First, AgreementRoles.Community).IsRefused.ShouldBeTrue();
        Commitment.Prove(AgreementState.Signed, AgreementSide.First, AgreementRoles.First).Refusals.ShouldHaveSingleItem().ShouldBeOfType<AgreementIsNotInForceYet>();
        Commitment.Prove(AgreementState.Ended, AgreementSide.First, AgreementRoles.First).Refusals.ShouldHaveSingleItem().ShouldBeOfType<AgreementIsOver>();
        Commitment.Check(AgreementState.InForce, AgreementSide.First, AgreementRoles.Second, giver, other).IsRefused.ShouldBeFalse();
        Commitment.Check(AgreementState.Ended, AgreementSide.First, AgreementRoles.Community, giver, other).IsRefused.ShouldBeFalse();
        Commitment.Check(AgreementState.InForce, AgreementSide.First, AgreementRoles.First, giver, other).Refusals.ShouldHaveSingleItem().ShouldBeOfType<OnlyTheOtherPartyOrTheCommunityMayCheck>();
        Commitment.Check(AgreementState.InForce, AgreementSide.First, AgreementRoles.Second, giver, giver).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NobodyChecksTheOwnProof>();
    }

    [Fact]
    public void LeadTimesSayThatTheyAreADesign() => AgreementLeadTimes.On(Today).Source.Verification.ShouldBe(Linli.Domain.Kernel.Verification.Design);
}
