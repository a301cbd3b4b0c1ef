using Linli.Domain.Registry.Committees;

namespace Linli.Domain.Tests.Registry.Committees;

public sealed class BodyFlowTests
{
    private static readonly BodyState?[] StatesAndNone = [null, .. Enum.GetValues<BodyState>().Select(state => (BodyState?)state)];

    [Theory]
    [InlineData(BodyKind.OwnersCommittee)]
    [InlineData(BodyKind.InterimCommittee)]
    [InlineData(BodyKind.Subgroup)]
    [InlineData(BodyKind.SelfGovernment)]
    public void WhatStandsInTheTableIsAllowedAndNothingElse(BodyKind kind)
    {
        foreach (var state in StatesAndNone)
        {
            foreach (var act in Enum.GetValues<BodyAct>())
            {
                var rows = BodyFlow.TableOf(kind).Where(row => row.From == state && row.Act == act).ToArray();
                var outcome = BodyFlow.Decide(kind, state, act, BodyWalk.Everyone);
                var ownAct = act switch
                {
                    BodyAct.SignContract => kind is BodyKind.OwnersCommittee or BodyKind.InterimCommittee,
                    BodyAct.AdoptCovenant => kind == BodyKind.SelfGovernment,
                    BodyAct.PlanDuties => kind is BodyKind.SelfGovernment or BodyKind.Subgroup,
                    _ => true,
                };
                outcome.IsRefused.ShouldBe(rows.Length == 0 || !ownAct, $"{kind} {state} {act}");
                if (!outcome.IsRefused)
                {
                    outcome.Value.ShouldBe(rows.Single().To);
                }
            }
        }
    }

    [Fact]
    public void EveryStateOfACommitteeIsReachedAndTheSpecificationsPathIsThere()
    {
        var reached = new HashSet<BodyState?> { null };
        while (BodyFlow.OfCommittees.Where(row => reached.Contains(row.From)).Select(row => (BodyState?)row.To).Any(reached.Add))
        {
        }

        reached.ShouldBe(StatesAndNone, ignoreOrder: true);
        BodyState[] path = [BodyState.Forming, BodyState.CandidatesPublished, BodyState.Election, BodyState.Filed, BodyState.Active, BodyState.Expiring,
            BodyState.ReelectionGroup, BodyState.Handover, BodyState.Lapsed, BodyState.ActingByResidents];
        path.Zip(path.Skip(1)).ShouldAllBe(step => BodyFlow.OfCommittees.Any(row => row.From == step.First && row.To == step.Second));
        BodyFlow.OfCommittees.ShouldContain(row => row.From == BodyState.Handover && row.To == BodyState.Active);
    }

    [Fact]
    public void NothingIsADeadEndButDissolution()
    {
        foreach (var kind in Enum.GetValues<BodyKind>())
        {
            var table = BodyFlow.TableOf(kind);
            var states = table.Select(row => row.To).Distinct().Where(state => state != BodyState.Dissolved);
            states.ShouldAllBe(state => table.Any(row => row.From == state && BodyFlow.RolesOf(row.Act) != BodyRoles.System));
        }
    }

    [Fact]
    public void WhoMayNotActHearsThatFirst()
    {
        foreach (var state in StatesAndNone)
        {
            foreach (var act in Enum.GetValues<BodyAct>())
            {
                var others = BodyWalk.Everyone & ~BodyFlow.RolesOf(act);
                BodyFlow.Decide(BodyKind.OwnersCommittee, state, act, others).Refusals.ShouldHaveSingleItem().ShouldBe(new ActBelongsToOthers(act));
            }
        }

        BodyFlow.Decide(BodyKind.OwnersCommittee, BodyState.Filed, BodyAct.AnswerFiling, BodyRoles.Committee | BodyRoles.Community).IsRefused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(BodyKind.Subgroup)]
    [InlineData(BodyKind.SelfGovernment)]
    public void NeighboursInterimBodiesSignNoContracts(BodyKind kind) =>
        BodyFlow.Decide(kind, BodyState.Active, BodyAct.SignContract, BodyWalk.Everyone).Refusals.ShouldHaveSingleItem().ShouldBe(new BodyMustNotSignContracts(kind));

    [Theory]
    [InlineData(null, BodyAct.File, typeof(BodyIsNotThereYet))]
    [InlineData(BodyState.Active, BodyAct.BeginForming, typeof(ActIsNotOpenInState))]
    [InlineData(BodyState.Lapsed, BodyAct.RecordReelection, typeof(ActIsNotOpenInState))]
    public void WrongStateIsRefusedByItsSentence(BodyState? state, BodyAct act, Type refusal) =>
        BodyFlow.Decide(BodyKind.OwnersCommittee, state, act, BodyWalk.Everyone).Refusals.ShouldHaveSingleItem().ShouldBeOfType(refusal);
}
