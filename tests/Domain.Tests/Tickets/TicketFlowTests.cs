using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class TicketFlowTests
{
    private const TicketRoles Everyone = TicketRoles.Reporter | TicketRoles.Dispatcher | TicketRoles.Handler | TicketRoles.System | TicketRoles.Visitor;

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

    [Fact]
    public void NothingCanBeDoneWithATicketThatIsNot() =>
        TicketFlow.Decide(null, TicketAct.Assign, Everyone).Refusals.ShouldHaveSingleItem().ShouldBe(new TicketIsNotYetReported());

    [Fact]
    public void PagesOfferExactlyTheOpenActs()
    {
        TicketFlow.ActsOpenTo(TicketState.Replied, TicketRoles.Reporter).ShouldBe([TicketAct.Confirm, TicketAct.ReportUnsolved, TicketAct.Supplement]);
        TicketFlow.ActsOpenTo(TicketState.Assigned, TicketRoles.Dispatcher).ShouldBe([TicketAct.Assign]);
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
