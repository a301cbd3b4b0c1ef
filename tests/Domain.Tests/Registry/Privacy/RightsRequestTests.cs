using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;

namespace Linli.Domain.Tests.Registry.Privacy;

/// <summary>Requests: who is told what, by when, and on which ground it may be refused (PIPL 46, 47, 50).</summary>
public sealed class RightsRequestTests
{
    private static readonly RefusalGround?[] AllGrounds = [null, .. Enum.GetValues<RefusalGround>().Cast<RefusalGround?>()];

    public static TheoryData<RightsRequestKind, RightsRequestState, RightsRequestAct, RefusalGround?> All =>
        [.. from kind in Enum.GetValues<RightsRequestKind>()
            from state in Enum.GetValues<RightsRequestState>()
            from act in Enum.GetValues<RightsRequestAct>()
            from ground in AllGrounds
            select new TheoryDataRow<RightsRequestKind, RightsRequestState, RightsRequestAct, RefusalGround?>(kind, state, act, ground)];

    [Theory]
    [MemberData(nameof(All))]
    public void WhatIsDecidedStaysDecidedAndEveryNoHasItsGround(RightsRequestKind kind, RightsRequestState state, RightsRequestAct act, RefusalGround? ground)
    {
        var decided = RightsRequestFlow.Decide(kind, state, act, ground);
        if (state != RightsRequestState.Open)
        {
            decided.Refusals.ShouldBe([new RightsRequestIsDecided()]);
            return;
        }

        if (act is RightsRequestAct.Refuse or RightsRequestAct.Restrict && !decided.IsRefused)
        {
            ground.ShouldNotBeNull();
            RightsRequestFlow.GroundsOf(kind, act).ShouldContain(ground.Value);
        }

        if (act is RightsRequestAct.Accept or RightsRequestAct.Withdraw)
        {
            decided.IsRefused.ShouldBeFalse();
        }

        if (kind == RightsRequestKind.Correction && act == RightsRequestAct.Restrict)
        {
            decided.Refusals.ShouldBe([new OnlyADeletionIsRestricted()]);
        }
    }

    [Fact]
    public void DeletionIsRestrictedOnlyByLawOrTechnique() => RightsRequestFlow.GroundsOf(RightsRequestKind.Deletion, RightsRequestAct.Restrict)
        .ShouldBe([RefusalGround.LegalPeriodRuns, RefusalGround.TechnicallyHard]);

    [Theory]
    [InlineData(RightsRequestAct.Accept, DeletionScope.Everything, true)]
    [InlineData(RightsRequestAct.Restrict, DeletionScope.Everything, true)]
    [InlineData(RightsRequestAct.Refuse, DeletionScope.Everything, false)]
    [InlineData(RightsRequestAct.Accept, DeletionScope.IdentityNumber, false)]
    [InlineData(RightsRequestAct.Accept, DeletionScope.PartyMark, false)]
    public void WhoStillLivesHereIsNotDeletedWhole(RightsRequestAct act, DeletionScope scope, bool stopped)
    {
        foreach (var obstacle in Enum.GetValues<ErasureObstacle>().Where(o => o != ErasureObstacle.PublicRecord))
        {
            (RightsRequestFlow.ObstacleTo(act, scope, [obstacle]) is not null).ShouldBe(stopped);
        }

        RightsRequestFlow.ObstacleTo(act, scope, []).ShouldBeNull();
    }

    [Fact]
    public void FifteenWorkingDaysEndAt24OfTheLast()
    {
        // Asked on Monday 23 November 2026; the fifteenth working day after it is Monday 14 December.
        var asked = ChinaTime.At(new DateOnly(2026, 11, 23), new TimeOnly(10, 0));
        var deadline = RequestDeadlines.On(RightsRequestKind.Deletion, new DateOnly(2026, 11, 23));
        deadline.WorkingDays.ShouldBe(15);
        deadline.DueAfter(asked, WorkCalendar.WeekdaysOnly).ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 12, 14)));
    }

    [Fact]
    public void AHolidayMovesTheDeadline()
    {
        var holiday = new WorkCalendar([new NoticeDay(new DateOnly(2026, 12, 1), IsOff: true)]);
        var deadline = RequestDeadlines.On(RightsRequestKind.Correction, new DateOnly(2026, 11, 23));
        deadline.DueAfter(ChinaTime.StartOf(new DateOnly(2026, 11, 23)), holiday).ShouldBe(ChinaTime.EndOf(new DateOnly(2026, 12, 15)));
    }

    [Theory]
    [InlineData(RightsRequestAct.Accept, new[] { ErasureObstacle.PublicRecord }, "ElectedTermIsPublicRecord")]
    [InlineData(RightsRequestAct.Restrict, new[] { ErasureObstacle.PublicRecord }, null)]
    [InlineData(RightsRequestAct.Restrict, new[] { ErasureObstacle.PublicRecord, ErasureObstacle.Household }, "PersonIsStillNeededHere")]
    [InlineData(RightsRequestAct.Accept, new[] { ErasureObstacle.Membership }, "PersonIsStillNeededHere")]
    [InlineData(RightsRequestAct.Accept, new ErasureObstacle[0], null)]
    [InlineData(RightsRequestAct.Refuse, new[] { ErasureObstacle.PublicRecord }, null)]
    public void APublicRecordIsLockedAwayAndNotErased(RightsRequestAct act, ErasureObstacle[] obstacles, string? refusal) =>
        (RightsRequestFlow.ObstacleTo(act, DeletionScope.Everything, obstacles)?.GetType().Name).ShouldBe(refusal);
}
