using Linli.Domain.Tickets.Mediation;

namespace Linli.Domain.Tests.Tickets.Mediation;

public sealed class MediationFlowTests
{
    private const MediationRoles Everyone =
        MediationRoles.Applicant | MediationRoles.Party | MediationRoles.Committee | MediationRoles.Mediator | MediationRoles.Referrer | MediationRoles.System;

    private static readonly MediationState?[] StatesAndNone = [null, .. Enum.GetValues<MediationState>().Select(state => (MediationState?)state)];

    private static readonly Gen<(MediationAct Act, int Roles)[]> Tries =
        (from act in Gen.Elements(Enum.GetValues<MediationAct>()) from roles in Gen.Choose(0, (int)Everyone) select (act, roles)).ArrayOf(40);

    [Fact]
    public void EveryStateIsReachedAndEveryOpenOneLeadsToTheEnd()
    {
        var reached = new HashSet<MediationState?> { null };
        while (MediationFlow.Table.Where(row => reached.Contains(row.From)).Select(row => (MediationState?)row.To).Any(reached.Add))
        {
        }

        reached.ShouldBe(StatesAndNone, ignoreOrder: true);
        var ending = new HashSet<MediationState> { MediationState.Closed };
        while (MediationFlow.Table.Where(row => ending.Contains(row.To)).Select(row => row.From).OfType<MediationState>().Any(ending.Add))
        {
        }

        ending.Count.ShouldBe(Enum.GetValues<MediationState>().Length);
        MediationFlow.Table.ShouldNotContain(row => row.From == MediationState.Closed);
        Enum.GetValues<MediationAct>().Except(MediationFlow.Table.Select(row => row.Act)).ShouldBeEmpty();
    }

    [Fact]
    public void WhatStandsInTheTableIsAllowedToWhomItBelongsAndNothingElse()
    {
        foreach (var (state, act) in from state in StatesAndNone from act in Enum.GetValues<MediationAct>() select (state, act))
        {
            var row = MediationFlow.Table.Where(row => row.From == state && row.Act == act).ToArray();
            var outcome = MediationFlow.Decide(state, act, Everyone);
            outcome.IsRefused.ShouldBe(row.Length == 0, $"{state} {act}");
            MediationFlow.Decide(state, act, Everyone & ~MediationFlow.RolesOf(act)).IsRefused.ShouldBeTrue($"{state} {act}");
            if (!outcome.IsRefused)
            {
                outcome.Value.ShouldBe(row.Single().To);
            }
        }
    }

    [Fact]
    public void WhoeverIsNothingToACaseCanDoNothing() =>
        StatesAndNone.SelectMany(state => MediationFlow.ActsOpenTo(state, MediationRoles.None)).ShouldBeEmpty();

    [Fact]
    public void MediationNeverBeginsAndNothingIsAgreedWithoutConsentWhateverIsTried() => Prop.ForAll(Tries.ToArbitrary(), tries =>
    {
        MediationState? state = null;
        var (begun, consented) = (false, true);
        foreach (var (act, roles) in tries)
        {
            if (!MediationFlow.Decide(state, act, (MediationRoles)roles).Succeeded(out var next))
            {
                continue;
            }

            begun = (begun || act == MediationAct.Begin) && act != MediationAct.AddParty;
            consented &= begun || next is MediationState.Applied or MediationState.Examining or MediationState.AwaitingConsent or MediationState.Closed;
            state = next;
        }

        return consented;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatClosesACaseSaysHowItEnded()
    {
        foreach (var row in MediationFlow.Table)
        {
            MediationFlow.ResultOf(row.From ?? MediationState.Applied, row.Act).HasValue.ShouldBe(row.To == MediationState.Closed, row.ToString());
        }

        MediationFlow.ResultOf(MediationState.AwaitingConsent, MediationAct.RefuseConsent).ShouldBe(MediationResult.ConsentRefused);
        MediationFlow.ResultOf(MediationState.InMediation, MediationAct.RefuseConsent).ShouldBe(MediationResult.Withdrawn);
    }
}
