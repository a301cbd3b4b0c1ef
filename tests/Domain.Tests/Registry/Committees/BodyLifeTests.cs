using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using static Linli.Domain.Tests.Registry.Committees.BodyWalk;

namespace Linli.Domain.Tests.Registry.Committees;

public sealed class BodyLifeTests
{
    [Fact]
    public void WholeLifeFromFormingThroughReelectionToTheNextTerm()
    {
        var walk = new BodyWalk().InOffice();
        walk.Body!.State.ShouldBe(BodyState.Active);
        walk.Body.Seats.ShouldBe(5);
        walk.Body.DueOn.ShouldBeNull();
        walk.Do(BodyAct.ReportReelection, 1500).Do(BodyAct.FormReelectionGroup, 30, who: Members(7, 4));
        walk.Do(BodyAct.RecordReelection, 60, who: Members(7), term: new(walk.Today.AddDays(100), walk.Today.AddDays(100).AddYears(5).AddDays(-1)));
        walk.Body!.State.ShouldBe(BodyState.Handover);
        walk.Body.DueOn.ShouldBe(walk.Today.AddDays(10));
        walk.Try(BodyAct.CompleteHandover).Refusals.ShouldBe([new HandoverItemsAreOpen(HandoverItems.All), new FilingIsNotAnswered()]);
        walk.Do(BodyAct.SignHandoverItem, item: HandoverItems.Seal).Do(BodyAct.SignHandoverItem, item: HandoverItems.Documents);
        walk.Try(BodyAct.SignHandoverItem, item: HandoverItems.Seal).Refusals.ShouldBe([new HandoverItemIsNotOpen()]);
        walk.Try(BodyAct.SignHandoverItem, item: HandoverItems.All).Refusals.ShouldBe([new HandoverItemIsNotOpen()]);
        walk.Do(BodyAct.SignHandoverItem, item: HandoverItems.Accounts).Do(BodyAct.File).Do(BodyAct.AnswerFiling);
        var next = walk.Body.NextTerm;
        walk.Do(BodyAct.CompleteHandover);
        walk.Body.State.ShouldBe(BodyState.Active);
        walk.Body.Term.ShouldBe(next);
        walk.Body.Seats.ShouldBe(7);
        walk.Body.IsReported.ShouldBeFalse();
    }

    [Theory]
    [InlineData("51", BodyAct.BeginForming, 60)]
    [InlineData("11", BodyAct.BeginForming, 30)]
    public void DeadlinesComeFromThePlacesProfile(string division, BodyAct act, int days)
    {
        var walk = new BodyWalk(division).Do(act);
        walk.Body!.DueOn.ShouldBe(First.AddDays(days));
    }

    [Fact]
    public void FilingIsAnsweredInWorkingDaysInBeijing()
    {
        var walk = new BodyWalk("11");
        walk.Do(BodyAct.BeginForming).Do(BodyAct.FormPreparatoryGroup, who: Members(7, 4)).Do(BodyAct.PublishCandidates).Do(BodyAct.RecordElection, 15, who: Members(5), term: walk.FiveYears);
        walk.Do(BodyAct.File);
        walk.Today.ShouldBe(new DateOnly(2026, 1, 16));
        walk.Body!.DueOn.ShouldBe(new DateOnly(2026, 1, 23));
    }

    [Fact]
    public void FirstAssemblyIsRefusedOnlyWhenFiguresShowThatItIsTooEarly()
    {
        new BodyWalk { FirstAssembly = Verdict.No }.Try(BodyAct.BeginForming).Refusals.ShouldBe([new FirstAssemblyIsTooEarly()]);
        new BodyWalk { FirstAssembly = Verdict.Unknown }.Try(BodyAct.BeginForming).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(3, null, "MembersAreTooFewOrTooMany")]
    [InlineData(6, null, "MembersAreNotOdd")]
    [InlineData(13, null, "MembersAreTooFewOrTooMany")]
    [InlineData(5, null, null)]
    [InlineData(11, null, null)]
    [InlineData(3, 100, null)]
    [InlineData(3, 101, "MembersAreTooFewOrTooMany")]
    public void CommitteeHasItsSize(int members, int? households, string? refusal) => Members(members)
        .FaultsAsCommittee(JurisdictionProfiles.For(households is null ? "51" : "3301", new(2026, 11, 23)), households)
        .Select(fault => fault.Code).ShouldBe(refusal is null ? [] : [refusal]);

    [Theory]
    [InlineData(7, 4, HeadFrom.ResidentsCommittee, null)]
    [InlineData(7, 3, HeadFrom.ResidentsCommittee, "OwnersAreTooFew")]
    [InlineData(8, 4, HeadFrom.ResidentsCommittee, "MembersAreNotOdd")]
    [InlineData(7, 4, HeadFrom.Owner, "HeadComesFromElsewhere")]
    [InlineData(5, 3, HeadFrom.ResidentsCommittee, "MembersAreTooFewOrTooMany")]
    [InlineData(7, 8, HeadFrom.ResidentsCommittee, "OwnersExceedMembers")]
    public void InterimCommitteeIsOddHalfOwnersAndHeadedFromTheCommunity(int members, int owners, HeadFrom head, string? refusal)
    {
        var walk = new BodyWalk();
        walk.Try(BodyAct.Establish, BodyKind.InterimCommittee, Members(members, owners, head), new(First, First.AddYears(3).AddDays(-1)))
            .Refusals.Select(fault => fault.Code).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    public void NothingStandsInForACommitteeThatIsInOffice()
    {
        var around = new BodySurroundings { Roles = Everyone, Rules = new BodyWalk().Rules, Calendar = Linli.Domain.Kernel.WorkCalendar.WeekdaysOnly, Today = First, CommitteeGoverns = true };
        ActToRecord Establish(BodyKind kind) => new() { Kind = kind, Act = BodyAct.Establish, Day = First, Composition = Members(7, 4, HeadFrom.ResidentsCommittee), Term = new(First, First.AddYears(1)) };
        BodyLife.Record(null, Establish(BodyKind.InterimCommittee), around).Refusals.ShouldBe([new CommitteeIsInOffice()]);
        BodyLife.Record(null, Establish(BodyKind.Subgroup), around).Refusals.ShouldBe([new CommitteeIsInOffice()]);
        BodyLife.Record(null, Establish(BodyKind.InterimCommittee), around with { CommitteeGoverns = false }).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void HangzhouTakesTheHeadFromTheSubdistrictAndAShorterTerm()
    {
        var walk = new BodyWalk("3301");
        walk.Try(BodyAct.Establish, BodyKind.InterimCommittee, Members(7, 4, HeadFrom.Subdistrict), new(First, First.AddYears(3).AddDays(-1)))
            .Refusals.ShouldHaveSingleItem().ShouldBe(new TermIsTooShortOrTooLong(null, 2));
        walk.Do(BodyAct.Establish, kind: BodyKind.InterimCommittee, who: Members(7, 4, HeadFrom.Subdistrict), term: new(First, First.AddYears(2).AddDays(-1)));
    }

    [Fact]
    public void TermLastsFiveYearsAtMostToTheDay()
    {
        var walk = new BodyWalk();
        walk.Try(BodyAct.RecordExisting, who: Members(5), term: new(First, First.AddYears(5))).Refusals.ShouldHaveSingleItem().ShouldBe(new TermIsTooShortOrTooLong(null, 5));
        walk.Try(BodyAct.RecordExisting, who: Members(5)).Refusals.ShouldHaveSingleItem().ShouldBe(new TermIsMissing());
        walk.Try(BodyAct.RecordExisting, who: Members(5), term: new(First, First.AddDays(-1))).IsRefused.ShouldBeTrue();
        walk.Do(BodyAct.RecordExisting, who: Members(5), term: new(First, First.AddYears(5).AddDays(-1)));
    }

    [Fact]
    public void ElectionWaitsUntilTheNoticeIsLongEnough()
    {
        var walk = new BodyWalk().Do(BodyAct.BeginForming).Do(BodyAct.FormPreparatoryGroup, who: Members(7, 4)).Do(BodyAct.PublishCandidates);
        walk.Today = First.AddDays(14);
        walk.Try(BodyAct.RecordElection, who: Members(5), term: walk.FiveYears).Refusals.ShouldBe([new NoticeWasTooShort(First.AddDays(15))]);
        walk.Do(BodyAct.RecordElection, 1, who: Members(5), term: walk.FiveYears);
    }

    [Fact]
    public void CandidatesArePublishedByAGroup()
    {
        var walk = new BodyWalk().Do(BodyAct.BeginForming);
        walk.Try(BodyAct.PublishCandidates).Refusals.ShouldBe([new PreparatoryGroupIsMissing()]);
        walk.Do(BodyAct.FormPreparatoryGroup, who: Members(7, 4)).Do(BodyAct.PublishCandidates).Do(BodyAct.RecordFailedElection);
        walk.Body!.FailedRounds.ShouldBe(1);
        walk.Try(BodyAct.PublishCandidates).Refusals.ShouldBe([new PreparatoryGroupIsMissing()], "a failed round ends its group");
    }

    [Theory]
    [InlineData("51", 5, 2, true)]
    [InlineData("51", 5, 3, false)]
    [InlineData("370705", 9, 5, true)]
    [InlineData("370705", 9, 6, false)]
    public void NewElectionForVacanciesTakesFewerThanTheShare(string division, int seats, int left, bool open)
    {
        var walk = new BodyWalk(division);
        walk.Do(BodyAct.RecordExisting, who: Members(seats), term: walk.FiveYears);
        walk.Try(BodyAct.CallByElection, who: Members(left)).IsRefused.ShouldBe(!open);
    }

    [Fact]
    public void DaysLieNeitherAheadNorBeforeTheLastAct()
    {
        var walk = new BodyWalk().Do(BodyAct.BeginForming, 10);
        walk.Try(BodyAct.FormPreparatoryGroup, who: Members(7, 4), day: walk.Today.AddDays(1)).Refusals.ShouldBe([new ActLiesInTheFuture()]);
        walk.Try(BodyAct.FormPreparatoryGroup, who: Members(7, 4), day: walk.Today.AddDays(-1)).Refusals.ShouldBe([new ActLiesBeforeTheLast(walk.Today)]);
    }

    [Fact]
    public void LapsedCommitteeComesBackThroughTheResidentsCommittee()
    {
        var walk = new BodyWalk().InOffice();
        walk.Do(BodyAct.Lapse, 2000).Do(BodyAct.ActByResidents, 5).Do(BodyAct.FormReelectionGroup, 20, who: Members(7, 4));
        walk.Do(BodyAct.RecordReelection, 40, who: Members(5), term: walk.FiveYears);
        walk.Do(BodyAct.AnnulElection);
        walk.Body!.NextTerm.ShouldBeNull();
        walk.Body.State.ShouldBe(BodyState.ReelectionGroup);
    }

    [Fact]
    public void TurnsOfDutyGoRoundWithoutAGapAndNobodyComesTwiceBeforeAll() => Prop.ForAll(
        (from homes in Gen.Choose(1, 30) from turns in Gen.Choose(1, 60) from days in Gen.Choose(1, 31) from start in Gen.Choose(0, 40) select (homes, turns, days, start)).ToArbitrary(),
        given =>
        {
            var plan = DutyRota.Plan([.. Enumerable.Range(0, given.homes)], First, given.days, given.turns, given.start);
            var counts = plan.CountBy(turn => turn.Household).Select(pair => pair.Value).ToArray();
            return plan.Count == given.turns && plan[0].From == First
                && plan.Zip(plan.Skip(1)).All(pair => pair.Second.From == pair.First.To.AddDays(1))
                && counts.Max() - (counts.Length < given.homes ? 0 : counts.Min()) <= 1;
        }).QuickCheckThrowOnFailure();
}
