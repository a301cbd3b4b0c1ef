using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;

namespace Linli.Domain.Tests.Tickets.Evaluation;

/// <summary>What holds of the three rates whatever happens to tickets.</summary>
public sealed class RateProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly RateRules Rules = RateRules.On(new DateOnly(2026, 3, 1));
    private static readonly DateTimeOffset Cutoff = Start.AddHours(60);

    private static readonly Gen<TicketEvent> Happened =
        from hour in Gen.Choose(0, 100)
        from actor in Gen.Elements("a", "b", "c")
        from reason in Gen.Elements(Enum.GetValues<ExclusionReason>())
        from yes in Gen.Elements<bool?>(true, false, null)
        from how in Gen.Elements<Satisfaction?>(Satisfaction.Satisfied, Satisfaction.Basic, Satisfaction.Dissatisfied, null)
        from kind in Gen.Choose(0, 9)
        let at = Start.AddHours(hour)
        select kind switch
        {
            0 or 1 => new ReporterCalled(at, yes == true),
            2 or 3 => new ReporterAnswered(at, yes, how),
            4 => new TicketReopened(at),
            5 => new ReturnAccepted(at),
            6 => new ExclusionRequested(at, actor, reason),
            7 or 8 => new ExclusionApproved(at, actor),
            _ => (TicketEvent)new ExclusionRejected(at, actor),
        };

    private static readonly Gen<(TicketEvaluation Evaluation, DateTimeOffset Due)> Ticket =
        from events in Happened.ArrayOf()
        from due in Gen.Choose(0, 120)
        select (TicketEvaluation.Of(events.OrderBy(e => e.At)), Start.AddHours(due));

    private static readonly Arbitrary<(TicketEvaluation Evaluation, DateTimeOffset Due)[]> Tickets = Ticket.ArrayOf().ToArbitrary();

    [Fact]
    public void TheOrderOfTicketsDoesNotMatter() => Prop.ForAll(Tickets, tickets => Tally(tickets) == Tally(tickets.Reverse())).QuickCheckThrowOnFailure();

    [Fact]
    public void TalliesOfPartsMakeTheTallyOfAll() => Prop.ForAll(Tickets, tickets =>
        Tally(tickets) == Tally(tickets.Take(tickets.Length / 2)) + Tally(tickets.Skip(tickets.Length / 2))).QuickCheckThrowOnFailure();

    [Fact]
    public void ATicketThatIsExcludedChangesNothing() => Prop.ForAll(Tickets, Ticket.ToArbitrary(), (tickets, one) =>
    {
        var before = new ThreeRates(Tally(tickets), Rules);
        var after = new ThreeRates(Tally([.. tickets, (one.Evaluation with { Exclusion = ExclusionScope.All }, one.Due)]), Rules);
        return after.Response == before.Response && after.Resolution == before.Resolution && after.Satisfaction == before.Satisfaction
            && after.Score == before.Score && after.Tally.Excluded == before.Tally.Excluded + 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WithoutAValidAnswerOnlyTheResponseCounts() => Prop.ForAll(Tickets, Ticket.ToArbitrary(), (tickets, one) =>
    {
        var before = new ThreeRates(Tally(tickets), Rules);
        var after = new ThreeRates(Tally([.. tickets, (one.Evaluation with { Exclusion = ExclusionScope.Revisit }, one.Due)]), Rules);
        return after.Resolution == before.Resolution && after.Satisfaction == before.Satisfaction && after.Response.Denominator - before.Response.Denominator is 0 or 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryRateLiesBetweenNothingAndAll() => Prop.ForAll(Tickets, tickets =>
    {
        var rates = new ThreeRates(Tally(tickets), Rules);
        return new[] { rates.Response, rates.Resolution, rates.Satisfaction }.All(rate =>
                rate.Percent is null == (rate.Denominator == 0) && rate.Percent is null or (>= 0m and <= 100m) && rate.Part is null or >= 0m && !(rate.Part > rate.Weight))
            && rates.Score is null or (>= 0m and <= 100m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ADecimalIsRoundedHalfUpFromTheExactFraction() => Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (denominator, some, weight) =>
        {
            var numerator = some % (denominator + 1);
            var part = new Rate(numerator, denominator, weight).Part!.Value;
            // |part − exact| ≤ 0.005, and at a half upwards: 0 ≤ 200·(part·d − w·n) + d… told in whole numbers.
            var distance = (part * 100m * denominator) - ((decimal)weight * 100m * numerator);
            return distance * 2 > -denominator && distance * 2 <= denominator;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AHalfGoesUp()
    {
        new Rate(1, 8, 1).Part.ShouldBe(0.13m);
        new Rate(1, 3, 100).Percent.ShouldBe(33.33m);
        new Rate(2, 3, 100).Percent.ShouldBe(66.67m);
        new Rate(0, 0, 30).Part.ShouldBeNull();
        new Rate(long.MaxValue / 2, long.MaxValue, 100).Percent.ShouldBe(50.00m);
    }

    [Fact]
    public void OneMoreApprovalByTheSameTwoNeverUndoesAnExclusion() => Prop.ForAll(Happened.ArrayOf().ToArbitrary(), events =>
    {
        var told = events.OrderBy(e => e.At).ToArray();
        var scope = TicketEvaluation.Of(told).Exclusion;
        return TicketEvaluation.Of([.. told, new ExclusionApproved(Cutoff, "a"), new ExclusionRejected(Cutoff, "b")]).Exclusion >= scope;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TwoDifferentPeopleNeitherOfThemTheRequesterStandBehindEveryExclusion() => Prop.ForAll(Happened.ArrayOf().ToArbitrary(), events =>
        ExclusionRounds.Of(events.OrderBy(e => e.At)).All(round => (round.First is null || round.First.Actor != round.Requested.Actor)
            && (round.Second is null || (round.First is not null && round.Second.Actor != round.Requested.Actor && round.Second.Actor != round.First.Actor && round.Ended is null)))
        && ExclusionRounds.Of(events).SkipLast(1).All(round => !round.IsOpen)).QuickCheckThrowOnFailure();

    private static RateTally Tally(IEnumerable<(TicketEvaluation Evaluation, DateTimeOffset Due)> tickets) =>
        tickets.Select(ticket => RateTally.Of(ticket.Evaluation, ticket.Due, Cutoff)).Aggregate(RateTally.Empty, (sum, one) => sum + one);
}
