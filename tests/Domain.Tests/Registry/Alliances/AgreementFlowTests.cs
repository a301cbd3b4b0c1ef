using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;

namespace Linli.Domain.Tests.Registry.Alliances;

public sealed class AgreementFlowTests
{
    private const AgreementRoles Everyone = AgreementRoles.First | AgreementRoles.Second | AgreementRoles.Community | AgreementRoles.System;

    private static readonly AgreementState?[] StatesAndNone = [null, .. Enum.GetValues<AgreementState>().Select(state => (AgreementState?)state)];

    private static readonly DateOnly Day = new(2026, 1, 1);

    private static readonly Gen<(AgreementState State, DateOnly From, DateOnly To, DateOnly Today, int Days)> Terms =
        from state in Gen.Elements(Enum.GetValues<AgreementState>())
        from start in Gen.Choose(-400, 400)
        from length in Gen.Choose(0, 800)
        from today in Gen.Choose(-900, 1300)
        from days in Gen.Choose(1, 366)
        select (state, Day.AddDays(start), Day.AddDays(start + length), Day.AddDays(today), days);

    [Fact]
    public void EveryStateIsReachedAndEveryOpenStateLeadsToAnEnd()
    {
        var reached = new HashSet<AgreementState?> { null };
        while (AgreementFlow.Table.Where(row => reached.Contains(row.From)).Select(row => (AgreementState?)row.To).Any(reached.Add))
        {
        }

        reached.ShouldBe(StatesAndNone, ignoreOrder: true);
        HashSet<AgreementState> ending = [AgreementState.Ended, AgreementState.Terminated];
        while (AgreementFlow.Table.Where(row => ending.Contains(row.To)).Select(row => row.From).OfType<AgreementState>().Any(ending.Add))
        {
        }

        ending.Count.ShouldBe(Enum.GetValues<AgreementState>().Length);
    }

    [Fact]
    public void NoActLeavesAnEnd() => AgreementFlow.Table
        .Where(row => row.From is AgreementState.Ended or AgreementState.Terminated && row.From != row.To).ShouldBeEmpty();

    [Fact]
    public void EveryActHasARow() => Enum.GetValues<AgreementAct>().Except(AgreementFlow.Table.Select(row => row.Act)).ShouldBeEmpty();

    [Fact]
    public void WhatStandsInTheTableIsAllowedToItsRolesAndNothingElse()
    {
        foreach (var (state, act) in from state in StatesAndNone from act in Enum.GetValues<AgreementAct>() select (state, act))
        {
            var rows = AgreementFlow.Table.Where(row => row.From == state && row.Act == act).ToArray();
            var outcome = AgreementFlow.Decide(state, act, Everyone);
            outcome.IsRefused.ShouldBe(rows.Length == 0, $"{state} {act}");
            if (!outcome.IsRefused)
            {
                outcome.Value.ShouldBe(rows.Single().To);
            }

            AgreementFlow.Decide(state, act, Everyone & ~AgreementFlow.RolesOf(act)).Refusals.ShouldHaveSingleItem().Code.ShouldStartWith("Only");
        }
    }

    [Fact]
    public void TimeMovesInOneGoWhereItMovesDayByDay() => Prop.ForAll(Terms.ToArbitrary(), t =>
    {
        var once = AgreementFlow.On(t.State, t.From, t.To, t.Today, t.Days);
        var daily = t.State;
        for (var day = t.From.AddDays(-1); day <= t.Today; day = day.AddDays(1))
        {
            daily = AgreementFlow.On(daily, t.From, t.To, day, t.Days);
        }

        // A job that slept tells the same as one that woke daily, and running it twice changes nothing.
        return (t.Today < t.From ? once == AgreementFlow.On(t.State, t.From, t.To, t.Today, t.Days) : once == daily)
            && AgreementFlow.Due(once, t.From, t.To, t.Today, t.Days).Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TimeTouchesOnlyWhatIsSigned() => Prop.ForAll(Terms.ToArbitrary(), t =>
        t.State is not (AgreementState.Draft or AgreementState.Terminated or AgreementState.Ended)
        || AgreementFlow.Due(t.State, t.From, t.To, t.Today, t.Days).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void ASignedAgreementFollowsTheCalendar() => Prop.ForAll(Terms.ToArbitrary(), t =>
        AgreementFlow.On(AgreementState.Signed, t.From, t.To, t.Today, t.Days) == (
            t.Today < t.From ? AgreementState.Signed
            : t.Today > t.To ? AgreementState.Ended
            : t.Today >= t.To.AddDays(-t.Days) ? AgreementState.Expiring
            : AgreementState.InForce)).QuickCheckThrowOnFailure();

    [Fact]
    public void BothSidesSignAndNobodyForBoth()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.First, AgreementRoles.First, false, null, one, 1).Value.ShouldBe(AgreementState.Draft);
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.Second, AgreementRoles.Second, false, one, two, 1).Value.ShouldBe(AgreementState.Signed);
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.Second, AgreementRoles.Second, false, one, one, 1).Refusals.ShouldHaveSingleItem().ShouldBeOfType<OnePersonSignsForOneSide>();
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.First, AgreementRoles.First, true, null, one, 1).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SideHasSignedAlready>();
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.First, AgreementRoles.First, false, null, one, 0).Refusals.ShouldHaveSingleItem().ShouldBeOfType<AgreementHasNoCommitments>();
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.First, AgreementRoles.Second, false, null, one, 1).Refusals.ShouldHaveSingleItem().ShouldBeOfType<OnlyTheSecretaryOfAPartyMaySign>();
        AgreementRules.Sign(AgreementState.Draft, AgreementSide.First, AgreementRoles.Community, false, null, one, 1).Refusals.ShouldHaveSingleItem().ShouldBeOfType<OnlyTheSecretaryOfAPartyMaySign>();
        AgreementRules.Sign(AgreementState.Signed, AgreementSide.First, AgreementRoles.First, true, two, one, 1).Refusals.ShouldHaveSingleItem().ShouldBeOfType<AgreementIsSignedAlready>();
    }

    [Fact]
    public void OnlyPartyOrganisationsOfStandingAgreeWithEachOther()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var (first, second) in from a in Enum.GetValues<OrganisationKind>() from b in Enum.GetValues<OrganisationKind>() select (a, b))
        {
            var standing = new[] { first, second }.All(kind => OrganisationKinds.OfTheParty.Contains(kind)
                && kind is not (OrganisationKind.BlockGroup or OrganisationKind.MemberHousehold));
            AgreementRules.Check(one, first, two, second, Day, Day).Any().ShouldBe(!standing, $"{first} {second}");
        }

        AgreementRules.Check(one, OrganisationKind.GridBranch, one, OrganisationKind.GridBranch, Day, Day.AddDays(-1)).Select(r => r.Code)
            .ShouldBe([nameof(AgreementNeedsTwoParties), nameof(TermEndsBeforeItBegins)]);
    }
}
