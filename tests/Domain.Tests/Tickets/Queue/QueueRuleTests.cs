using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;

namespace Linli.Domain.Tests.Tickets.Queue;

/// <summary>What needs somebody now, and in which order, whatever the ticket and whoever looks.</summary>
public sealed class QueueRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly Gen<DateTimeOffset?> Moments = Gen.Choose(-80, 80).Select(hours => hours % 7 == 0 ? (DateTimeOffset?)null : Now.AddHours(hours));

    private static readonly Gen<QueueFacts> Facts =
        from state in Gen.Elements(Enum.GetValues<TicketState>())
        from urgency in Gen.Elements(Enum.GetValues<Urgency>())
        from contact in Gen.Choose(-80, 80)
        from resolve in Moments
        from contacted in Gen.Elements(true, false)
        from roles in Gen.Choose(0, (1 << 13) - 1)
        from ours in Gen.Elements(true, false)
        from toAssess in Gen.Elements(true, false)
        from beside in Moments.ArrayOf(6)
        select new QueueFacts
        {
            State = state, Urgency = urgency, ContactDueAt = Now.AddHours(contact), ResolveDueAt = resolve, IsContacted = contacted, Roles = (TicketRoles)roles, IsOurs = ours, IsToAssess = toAssess,
            ReturnDueAt = beside[0], WhistleDueAt = beside[1], PartDueAt = beside[2], CardSince = beside[3], SuperviseSince = beside[4], VisitDueAt = beside[5],
        };

    private static readonly Arbitrary<QueueFacts> Any = Facts.ToArbitrary();

    private static QueueFacts Ticket(TicketState state, TicketRoles roles, bool ours = true) => new()
    {
        State = state, Urgency = Urgency.Normal, ContactDueAt = Now.AddHours(5), ResolveDueAt = Now.AddDays(3), IsContacted = false, Roles = roles, IsOurs = ours,
    };

    [Fact]
    public void WhatIsInTheListCanBeDone() => Prop.ForAll(Any, facts =>
        QueueRule.Needs(facts, Now).All(need => QueueRule.ActsOf(need.Reason).Any(act => !TicketFlow.Decide(facts.State, act, facts.Roles).IsRefused))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void WhoIsNothingToATicketIsNotAskedForIt() => Prop.ForAll(Any, facts => QueueRule.Needs(facts with { Roles = TicketRoles.None }, Now).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void AReporterAloneHasNothingInTheQueue() => Prop.ForAll(Any, facts => QueueRule.Needs(facts with { Roles = TicketRoles.Reporter }, Now).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void TheBandIsSaidByTheDueMomentAlone() => Prop.ForAll(Any, facts => QueueRule.Needs(facts, Now).All(need => need.Band switch
    {
        QueueBand.Emergency => facts.Urgency == Urgency.Emergency,
        QueueBand.Late => need.DueAt < Now,
        QueueBand.Today => need.DueAt >= Now && need.DueAt <= ChinaTime.EndOf(ChinaTime.DayOf(Now)),
        _ => need.DueAt is null || need.DueAt > ChinaTime.EndOf(ChinaTime.DayOf(Now)),
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void TheOrderDoesNotDependOnHowTicketsCome() => Prop.ForAll(Facts.ArrayOf().ToArbitrary(), all =>
    {
        var tickets = all.Select((facts, i) => (Needs: QueueRule.Needs(facts, Now), Number: $"N{i:D4}", Received: Now.AddHours(-(i % 3)))).Where(one => one.Needs.Count > 0).ToArray();
        string[] Order(IEnumerable<(IReadOnlyList<QueueNeed> Needs, string Number, DateTimeOffset Received)> given) =>
            [.. QueueRule.Ordered(given, one => one.Needs[0], one => one.Received, one => one.Number).Select(one => one.Number)];
        var ordered = QueueRule.Ordered(tickets, one => one.Needs[0], one => one.Received, one => one.Number);
        return Order(tickets).SequenceEqual(Order(tickets.Reverse()))
            && ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Needs[0].Band <= pair.Second.Needs[0].Band);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TimeGoingOnNeverTakesWorkOutOfTheList() => Prop.ForAll(Any, Gen.Choose(1, 500).ToArbitrary(), (facts, hours) =>
        QueueRule.Needs(facts, Now).Select(need => need.Reason).ToHashSet().IsSubsetOf(QueueRule.Needs(facts, Now.AddHours(hours)).Select(need => need.Reason))
        || QueueRule.Needs(facts, Now.AddHours(hours)).Any(need => need.Reason is QueueReason.ChaseContact)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TicketState.Received, TicketRoles.Dispatcher, QueueReason.Accept)]
    [InlineData(TicketState.Accepted, TicketRoles.Dispatcher, QueueReason.Assign)]
    [InlineData(TicketState.Accepted, TicketRoles.Worker, QueueReason.Claim)]
    [InlineData(TicketState.Assigned, TicketRoles.Handler, QueueReason.Contact)]
    [InlineData(TicketState.Handling, TicketRoles.Handler, QueueReason.Finish)]
    [InlineData(TicketState.Reopened, TicketRoles.Handler, QueueReason.HandleUnsolved)]
    [InlineData(TicketState.Reopened, TicketRoles.Dispatcher, QueueReason.HandleUnsolved)]
    public void EachStateAsksOfWhoeverHasTheNextStep(TicketState state, TicketRoles roles, QueueReason reason) =>
        QueueRule.Needs(Ticket(state, roles), Now).Select(need => need.Reason).ShouldBe([reason]);

    [Fact]
    public void WhatAnotherUnitLeadsDoesNotFillTheList()
    {
        foreach (var state in Enum.GetValues<TicketState>())
        {
            QueueRule.Needs(Ticket(state, TicketRoles.Dispatcher, ours: false) with { ResolveDueAt = Now.AddDays(-1), ContactDueAt = Now.AddDays(-2) }, Now).ShouldBeEmpty(state.ToString());
        }
    }

    [Fact]
    public void WhatAColleagueHoldsIsShownOnceItIsLate()
    {
        var held = Ticket(TicketState.Assigned, TicketRoles.Dispatcher);
        QueueRule.Needs(held, Now).ShouldBeEmpty();
        QueueRule.Needs(held, Now.AddHours(5)).ShouldBeEmpty("at the due moment it is still in time");
        QueueRule.Needs(held, Now.AddHours(6)).Single().Reason.ShouldBe(QueueReason.ChaseContact);
        QueueRule.Needs(held with { IsContacted = true }, Now.AddDays(4)).Single().Reason.ShouldBe(QueueReason.ChaseResult);
    }

    [Fact]
    public void AnEmergencyComesBeforeWhatIsLongOverdue()
    {
        var emergency = QueueRule.Needs(Ticket(TicketState.Received, TicketRoles.Dispatcher) with { Urgency = Urgency.Emergency }, Now)[0];
        var late = QueueRule.Needs(Ticket(TicketState.Received, TicketRoles.Dispatcher) with { ContactDueAt = Now.AddDays(-9) }, Now)[0];
        (emergency < late).ShouldBeTrue();
        emergency.Band.ShouldBe(QueueBand.Emergency);
        late.Band.ShouldBe(QueueBand.Late);
    }

    [Fact]
    public void SeveralNeedsOfATicketAreAllToldTheSoonestFirst()
    {
        var facts = Ticket(TicketState.Handling, TicketRoles.Handler | TicketRoles.Answerable | TicketRoles.Responder) with { IsContacted = true, CardSince = Now.AddHours(-1), WhistleDueAt = Now.AddHours(2) };
        QueueRule.Needs(facts, Now).Select(need => need.Reason).ShouldBe([QueueReason.AnswerCard, QueueReason.AnswerWhistle, QueueReason.Finish]);
    }
}
