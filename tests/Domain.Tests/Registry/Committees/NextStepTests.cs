using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;

namespace Linli.Domain.Tests.Registry.Committees;

public sealed class NextStepTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    [InlineData(CompoundType.PropertyManaged, Verdict.Yes, LawfulStep.ApplyForFirstAssembly)]
    [InlineData(CompoundType.PropertyManaged, Verdict.No, LawfulStep.FormInterimCommittee)]
    [InlineData(CompoundType.PropertyManaged, Verdict.Unknown, LawfulStep.RecordFigures)]
    [InlineData(CompoundType.Resettlement, Verdict.No, LawfulStep.FormInterimCommittee)]
    [InlineData(CompoundType.SingleBuilding, Verdict.Unknown, LawfulStep.FormSubgroup)]
    [InlineData(CompoundType.SingleBuilding, Verdict.Yes, LawfulStep.ApplyForFirstAssembly)]
    [InlineData(CompoundType.ThreeNo, Verdict.Unknown, LawfulStep.FormSelfGovernment)]
    [InlineData(CompoundType.BusinessGrid, Verdict.Yes, LawfulStep.NotApplicable)]
    public void CompoundWithoutAnyBodyHasItsStep(CompoundType type, Verdict verdict, LawfulStep step) => Of(Facts(type, verdict)).ShouldBe(step);

    [Theory]
    [InlineData(BodyState.Forming, LawfulStep.FormPreparatoryGroup)]
    [InlineData(BodyState.CandidatesPublished, LawfulStep.HoldFirstAssembly)]
    [InlineData(BodyState.Election, LawfulStep.FileElection)]
    [InlineData(BodyState.Filed, LawfulStep.AnswerFiling)]
    [InlineData(BodyState.Active, LawfulStep.InOrder)]
    [InlineData(BodyState.Expiring, LawfulStep.ReportReelection)]
    [InlineData(BodyState.ReelectionGroup, LawfulStep.HoldReelection)]
    [InlineData(BodyState.Handover, LawfulStep.CompleteHandover)]
    [InlineData(BodyState.Lapsed, LawfulStep.ActByResidents)]
    [InlineData(BodyState.ActingByResidents, LawfulStep.FormReelectionGroup)]
    [InlineData(BodyState.Dissolved, LawfulStep.ApplyForFirstAssembly)]
    public void StateOfTheCommitteeGivesTheStep(BodyState state, LawfulStep step) =>
        Of(Facts(CompoundType.PropertyManaged, Verdict.Yes) with { Committee = Committee(state) }).ShouldBe(step);

    [Fact]
    public void FailedRoundsLeadToAnInterimCommittee()
    {
        var facts = Facts(CompoundType.PropertyManaged, Verdict.Yes);
        Of(facts with { Committee = Committee(BodyState.Forming) with { FailedRounds = 1 } }).ShouldBe(LawfulStep.FormPreparatoryGroup);
        Of(facts with { Committee = Committee(BodyState.Forming) with { FailedRounds = 2 } }).ShouldBe(LawfulStep.FormInterimCommittee);
    }

    [Fact]
    public void WhatIsThereAlreadyIsNotAskedForAgain()
    {
        Of(Facts(CompoundType.SingleBuilding, Verdict.No) with { Subgroup = Committee(BodyState.Active) with { Kind = BodyKind.Subgroup } }).ShouldBe(LawfulStep.InOrder);
        Of(Facts(CompoundType.ThreeNo, Verdict.No) with { HasSelfGovernment = true }).ShouldBe(LawfulStep.AdoptCovenant);
        Of(Facts(CompoundType.ThreeNo, Verdict.No) with { SelfGovernment = Committee(BodyState.Active) with { Kind = BodyKind.SelfGovernment, HasCovenant = true } }).ShouldBe(LawfulStep.InOrder);
        Of(Facts(CompoundType.PropertyManaged, Verdict.No) with { Interim = Committee(BodyState.Active) with { Kind = BodyKind.InterimCommittee } }).ShouldBe(LawfulStep.InOrder);
        Of(Facts(CompoundType.PropertyManaged, Verdict.Yes) with { HasCommitteeWithoutTerm = true }).ShouldBe(LawfulStep.RecordTerm);
    }

    [Fact]
    public void TermThatIsOverCoversNothingEvenBeforeAnybodyRecordsIt()
    {
        var body = Committee(BodyState.Active) with { Term = new(Day.AddYears(-5), Day.AddDays(-1)) };
        body.AsOf(Day).State.ShouldBe(BodyState.Lapsed);
        body.AsOf(Day.AddDays(-1)).State.ShouldBe(BodyState.Active);
        var facts = Facts(CompoundType.PropertyManaged, Verdict.Yes) with { Committee = body.AsOf(Day) };
        facts.IsCovered.ShouldBeFalse();
        Of(facts).ShouldBe(LawfulStep.ActByResidents);
        (facts with { Committee = body with { State = BodyState.ReelectionGroup } }).IsCovered.ShouldBeFalse();
    }

    [Fact]
    public void EveryCompoundHasExactlyOneStepAndItsRules() => Prop.ForAll(
        (from type in Gen.Elements(Enum.GetValues<CompoundType>()) from verdict in Gen.Elements(Enum.GetValues<Verdict>())
         from committee in Gen.Elements<BodyState?>([null, .. Enum.GetValues<BodyState>().Cast<BodyState?>()]) from interim in Gen.Elements<BodyState?>(null, BodyState.Active, BodyState.Expiring, BodyState.Lapsed, BodyState.Dissolved)
         from rounds in Gen.Choose(0, 3) from reported in Gen.Elements(true, false) from term in Gen.Elements(true, false)
         select (type, verdict, committee, interim, rounds, reported, term)).ToArbitrary(),
        given =>
        {
            var facts = Facts(given.type, given.verdict) with
            {
                Committee = given.committee is { } state ? Committee(state) with { FailedRounds = given.rounds, IsReported = given.reported } : null,
                Interim = given.interim is { } other ? Committee(other) with { Kind = BodyKind.InterimCommittee } : null,
                HasCommitteeWithoutTerm = given.term && given.committee is null,
            };
            var next = NextSteps.Of(facts);
            return (next.Step == LawfulStep.NotApplicable) == !facts.IsToBeCovered && (next.Rules.Count > 0 || next.Step == LawfulStep.NotApplicable)
                && !(next.Step == LawfulStep.InOrder && !facts.IsCovered);
        }).QuickCheckThrowOnFailure();

    private static LawfulStep Of(GovernanceFacts facts) => NextSteps.Of(facts).Step;

    private static Body Committee(BodyState state) => new() { Kind = BodyKind.OwnersCommittee, State = state, LastActOn = Day };

    private static GovernanceFacts Facts(CompoundType type, Verdict verdict) => new() { Today = Day, Type = type, FirstAssembly = verdict, RoundsUntilInterim = 2 };
}
