using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tests.Tickets;

public sealed class TicketFlowTests
{
    private const TicketRoles Everyone = TicketRoles.Reporter | TicketRoles.Dispatcher | TicketRoles.Handler | TicketRoles.System
        | TicketRoles.Worker | TicketRoles.Party | TicketRoles.Responder | TicketRoles.Adjudicator | TicketRoles.Approver | TicketRoles.Supervisor | TicketRoles.Answerable | TicketRoles.Visitor;

    private static readonly TicketState?[] StatesAndNone = [null, .. Enum.GetValues<TicketState>().Select(state => (TicketState?)state)];

    private static readonly IEnumerable<(TicketState? State, TicketAct Act)> Pairs =
        from state in StatesAndNone from act in Enum.GetValues<TicketAct>() select (state, act);

    [Fact]
    public void TheFirstMatterGoesThroughTheWholeHouse() => Walk(
        (TicketAct.Report, TicketRoles.Reporter, TicketState.Received),
        (TicketAct.Accept, TicketRoles.Dispatcher, TicketState.Accepted),
        (TicketAct.Assign, TicketRoles.Dispatcher, TicketState.Assigned),
        (TicketAct.Contact, TicketRoles.Handler, TicketState.Handling),
        (TicketAct.MarkDone, TicketRoles.Handler, TicketState.Replied),
        (TicketAct.ReportUnsolved, TicketRoles.Reporter, TicketState.Reopened),
        (TicketAct.Contact, TicketRoles.Handler, TicketState.Handling),
        (TicketAct.MarkDone, TicketRoles.Handler, TicketState.Replied),
        (TicketAct.Confirm, TicketRoles.Reporter, TicketState.Closed));

    [Fact]
    public void EveryStateIsReachedFromNothing()
    {
        var reached = new HashSet<TicketState?> { null };
        while (TicketFlow.Table.Where(row => reached.Contains(row.From)).Select(row => (TicketState?)row.To).Any(reached.Add))
        {
        }

        reached.ShouldBe(StatesAndNone, ignoreOrder: true);
        TicketFlow.Table.ShouldAllBe(row => reached.Contains(row.From), "a row that nothing leads to");
    }

    [Fact]
    public void EveryOpenStateLeadsToAnEnd()
    {
        var ending = Enum.GetValues<TicketState>().Where(TicketFlow.IsFinal).ToHashSet();
        while (TicketFlow.Table.Where(row => ending.Contains(row.To)).Select(row => row.From).OfType<TicketState>().Any(ending.Add))
        {
        }

        ending.Count.ShouldBe(Enum.GetValues<TicketState>().Length);
    }

    [Fact]
    public void OnlyAReturnVisitLooksBackAtAnEnd() => TicketFlow.Table.Where(row => row.From is { } state && TicketFlow.IsFinal(state)).ShouldBe(
        [new(TicketState.Closed, TicketAct.Visit, TicketState.Closed), new(TicketState.Closed, TicketAct.ReopenOnVisit, TicketState.Reopened)]);

    [Fact]
    public void EveryActHasARow() => Enum.GetValues<TicketAct>().Except(TicketFlow.Table.Select(row => row.Act)).ShouldBeEmpty();

    [Fact]
    public void WhatStandsInTheTableIsAllowedAndNothingElse()
    {
        foreach (var (state, act) in Pairs)
        {
            var row = TicketFlow.Table.Where(row => row.From == state && row.Act == act).ToArray();
            var outcome = TicketFlow.Decide(state, act, Everyone);
            outcome.IsRefused.ShouldBe(row.Length == 0, $"{state} {act}");
            if (!outcome.IsRefused)
            {
                outcome.Value.ShouldBe(row.Single().To);
            }
        }
    }

    [Fact]
    public void RolesAreEnforcedInEveryState()
    {
        foreach (var (state, act) in Pairs)
        {
            var others = Everyone & ~TicketFlow.RolesOf(act);
            TicketFlow.Decide(state, act, others).Refusals.ShouldHaveSingleItem().Code.ShouldStartWith("Only");
            TicketFlow.Decide(state, act, TicketRoles.None).Refusals.ShouldHaveSingleItem().Code.ShouldStartWith("Only");
        }
    }

    [Fact]
    public void EachActHasItsOwnRefusalOfStrangers() => Enum.GetValues<TicketAct>()
        .Select(act => TicketFlow.Decide(TicketState.Handling, act, TicketRoles.None).Refusals[0].Code).ShouldBeUnique();

    [Theory]
    [InlineData(TicketState.Closed, TicketAct.Supplement, nameof(TicketIsClosed))]
    [InlineData(TicketState.Withdrawn, TicketAct.Accept, nameof(TicketIsWithdrawn))]
    [InlineData(TicketState.Received, TicketAct.Report, nameof(TicketIsAlreadyReported))]
    [InlineData(TicketState.Accepted, TicketAct.Accept, nameof(TicketIsAlreadyAccepted))]
    [InlineData(TicketState.Received, TicketAct.Assign, nameof(TicketIsNotYetAccepted))]
    [InlineData(TicketState.Accepted, TicketAct.Contact, nameof(TicketIsNotYetAssigned))]
    [InlineData(TicketState.Received, TicketAct.MarkDone, nameof(TicketIsNotYetAssigned))]
    [InlineData(TicketState.Assigned, TicketAct.MarkDone, nameof(ReporterIsNotYetContacted))]
    [InlineData(TicketState.Reopened, TicketAct.MarkDone, nameof(ReporterIsNotYetContacted))]
    [InlineData(TicketState.Assigned, TicketAct.Withdraw, nameof(TicketIsAlreadyAssigned))]
    [InlineData(TicketState.Handling, TicketAct.Confirm, nameof(TicketIsNotYetDone))]
    [InlineData(TicketState.Reopened, TicketAct.CloseUnrated, nameof(TicketIsNotYetDone))]
    [InlineData(TicketState.Replied, TicketAct.Assign, nameof(TicketAwaitsTheReporter))]
    [InlineData(TicketState.Replied, TicketAct.MarkDone, nameof(TicketAwaitsTheReporter))]
    [InlineData(TicketState.Replied, TicketAct.Visit, nameof(Linli.Domain.Tickets.Evaluation.TicketIsNotYetClosed))]
    public void WrongStateIsRefusedByItsSentence(TicketState state, TicketAct act, string code) =>
        TicketFlow.Decide(state, act, Everyone).Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData(TicketState.Assigned, TicketAct.Claim, nameof(TicketIsAlreadyTaken))]
    [InlineData(TicketState.Received, TicketAct.Claim, nameof(TicketIsNotYetAccepted))]
    [InlineData(TicketState.ReturnRequested, TicketAct.Assign, nameof(TicketReturnIsPending))]
    [InlineData(TicketState.ReturnRequested, TicketAct.MarkDone, nameof(TicketReturnIsPending))]
    [InlineData(TicketState.Handling, TicketAct.AcceptReturn, nameof(NoReturnIsPending))]
    [InlineData(TicketState.Accepted, TicketAct.RequestReturn, nameof(TicketIsNotYetAssigned))]
    [InlineData(TicketState.Assigned, TicketAct.Pause, nameof(ReporterIsNotYetContacted))]
    [InlineData(TicketState.Paused, TicketAct.Pause, nameof(TicketIsPaused))]
    [InlineData(TicketState.Paused, TicketAct.MarkDone, nameof(TicketIsPaused))]
    [InlineData(TicketState.Handling, TicketAct.Resume, nameof(TicketIsNotPaused))]
    [InlineData(TicketState.Replied, TicketAct.Whistle, nameof(TicketAwaitsTheReporter))]
    [InlineData(TicketState.Closed, TicketAct.NoteInternally, nameof(TicketIsClosed))]
    [InlineData(TicketState.Received, TicketAct.Whistle, nameof(TicketIsNotYetAccepted))]
    public void WrongStateOfHandlingIsRefusedByItsSentence(TicketState state, TicketAct act, string code) =>
        TicketFlow.Decide(state, act, Everyone).Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);

    /// <summary>Every act × state × role that there is: decided, and by one role as by all that it is part of.</summary>
    [Fact]
    public void EveryActInEveryStateIsDecidedForEveryRole()
    {
        foreach (var (state, act) in Pairs)
        {
            foreach (var role in Enum.GetValues<TicketRoles>())
            {
                var alone = TicketFlow.Decide(state, act, role);
                var mayAct = (TicketFlow.RolesOf(act) & role) != TicketRoles.None;
                (alone.IsRefused || mayAct).ShouldBeTrue($"{state} {act} {role}");
                if (mayAct)
                {
                    alone.IsRefused.ShouldBe(TicketFlow.Decide(state, act, Everyone).IsRefused, $"{state} {act} {role}");
                }
            }
        }
    }

    /// <summary>Long stories of acts chosen by chance never leave the table, never leave an end, and can always be ended.</summary>
    [Fact]
    public void StoriesOfChanceEndOnlyInAnEnd() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<TicketAct>()).ListOf(60).ToArbitrary(),
        acts =>
        {
            TicketState? state = null;
            foreach (var act in acts)
            {
                var next = TicketFlow.Decide(state, act, Everyone);
                if (state is { } was && TicketFlow.IsFinal(was) && !next.IsRefused && !IsReturnVisit(was, act))
                {
                    return false;
                }

                state = next.IsRefused ? state : next.Value;
            }

            return state is not { } now || TicketFlow.IsFinal(now) || CanEnd(now);
        }).QuickCheckThrowOnFailure();

    // The one thing that comes after the end, as the table says.
    private static bool IsReturnVisit(TicketState state, TicketAct act) => state == TicketState.Closed && act is (TicketAct.Visit or TicketAct.ReopenOnVisit);

    [Fact]
    public void AfterTheEndComesNothingButTheReturnVisit() =>
        TicketFlow.Table.Where(row => row.From is { } from && TicketFlow.IsFinal(from)).Select(row => (row.From!.Value, row.Act))
            .ShouldBe([(TicketState.Closed, TicketAct.Visit), (TicketState.Closed, TicketAct.ReopenOnVisit)], ignoreOrder: true);

    private static bool CanEnd(TicketState state)
    {
        var seen = new HashSet<TicketState> { state };
        while (TicketFlow.Table.Where(row => row.From is { } from && seen.Contains(from)).Select(row => row.To).Any(seen.Add))
        {
        }

        return seen.Any(TicketFlow.IsFinal);
    }

    [Fact]
    public void NothingCanBeDoneWithATicketThatIsNot() =>
        TicketFlow.Decide(null, TicketAct.Assign, Everyone).Refusals.ShouldHaveSingleItem().ShouldBe(new TicketIsNotYetReported());

    [Fact]
    public void PagesOfferExactlyTheOpenActs()
    {
        TicketFlow.ActsOpenTo(TicketState.Replied, TicketRoles.Reporter).ShouldBe([TicketAct.Confirm, TicketAct.ReportUnsolved, TicketAct.Supplement]);
        TicketFlow.ActsOpenTo(TicketState.Received, TicketRoles.Dispatcher).ShouldBe([TicketAct.Accept, TicketAct.NoteInternally]);
        TicketFlow.ActsOpenTo(TicketState.Paused, TicketRoles.Reporter).ShouldBe([TicketAct.Supplement]);
        TicketFlow.ActsOpenTo(TicketState.ReturnRequested, TicketRoles.Adjudicator).ShouldBe([TicketAct.AcceptReturn, TicketAct.RejectReturn, TicketAct.NoteInternally]);
        TicketFlow.ActsOpenTo(TicketState.Closed, Everyone).ShouldBe([TicketAct.Visit, TicketAct.ReopenOnVisit]);
        TicketFlow.ActsOpenTo(TicketState.Closed, Everyone & ~TicketRoles.Visitor).ShouldBeEmpty();
        TicketFlow.ActsOpenTo(TicketState.Withdrawn, Everyone).ShouldBeEmpty();
        TicketFlow.ActsOpenTo(TicketState.Handling, TicketRoles.None).ShouldBeEmpty();
    }

    [Fact]
    public void TicketsTakeTheFourSteps()
    {
        TicketSteps.Of(TicketState.Accepted).ShouldBe(TicketStep.Collecting);
        TicketSteps.Of(TicketState.Handling).ShouldBe(TicketStep.Responding);
        TicketSteps.Of(TicketState.Handling, isOverdue: true).ShouldBe(TicketStep.FollowingUp);
        TicketSteps.Of(TicketState.Reopened).ShouldBe(TicketStep.FollowingUp);
        TicketSteps.Of(TicketState.Replied).ShouldBe(TicketStep.Evaluating);
        Enum.GetValues<TicketState>().Select(state => TicketSteps.Of(state)).Distinct().Count().ShouldBe(4);
    }

    private static void Walk(params (TicketAct Act, TicketRoles Roles, TicketState To)[] steps)
    {
        TicketState? state = null;
        foreach (var step in steps)
        {
            state = TicketFlow.Decide(state, step.Act, step.Roles).Value;
            state.ShouldBe(step.To);
        }
    }
}
