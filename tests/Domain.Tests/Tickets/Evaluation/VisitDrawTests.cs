using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;

namespace Linli.Domain.Tests.Tickets.Evaluation;

public sealed class VisitDrawTests
{
    private static readonly VisitPolicy Policy = VisitPolicy.On(new DateOnly(2026, 1, 1));

    private static readonly Gen<VisitCandidate> Closed =
        from id in Gen.Choose(0, int.MaxValue)
        from solved in Gen.Elements<bool?>(true, true, true, false, null)
        from how in Gen.Elements<Satisfaction?>(Satisfaction.Satisfied, Satisfaction.Basic, Satisfaction.Satisfied, Satisfaction.Dissatisfied, null)
        from reopened in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new VisitCandidate(new Guid(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), solved, how, reopened, IsDrawn: false);

    private static readonly Arbitrary<VisitCandidate[]> Month = Closed.ArrayOf().Select(all => all.DistinctBy(one => one.Ticket).ToArray()).ToArbitrary();

    [Fact]
    public void AtLeastATenthIsDrawnAndWhatMustBeIs() => Prop.ForAll(Month, closed =>
    {
        var drawn = VisitDraw.Draw(Policy, closed);
        return drawn.Count * 10_000L >= (long)closed.Length * Policy.SampleBasisPoints
            && closed.Where(one => VisitDraw.CauseOf(Policy, one) is not null).All(one => drawn.Any(visit => visit.Ticket == one.Ticket && visit.Cause == VisitDraw.CauseOf(Policy, one)))
            && drawn.Select(visit => visit.Ticket).Distinct().Count() == drawn.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheLotDoesNotDependOnTheOrder() => Prop.ForAll(Month, closed =>
        VisitDraw.Draw(Policy, closed).SequenceEqual(VisitDraw.Draw(Policy, [.. closed.Reverse()]))).QuickCheckThrowOnFailure();

    [Fact]
    public void DrawingAgainAddsNothing() => Prop.ForAll(Month, closed =>
    {
        var first = VisitDraw.Draw(Policy, closed).Select(visit => visit.Ticket).ToHashSet();
        return VisitDraw.Draw(Policy, [.. closed.Select(one => one with { IsDrawn = first.Contains(one.Ticket) })]).Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LaterClosingsOfTheMonthAreDrawnInAddition() => Prop.ForAll(Month, closed =>
    {
        var early = VisitDraw.Draw(Policy, [.. closed.Take(closed.Length / 2)]).Select(visit => visit.Ticket).ToHashSet();
        var late = VisitDraw.Draw(Policy, [.. closed.Select(one => one with { IsDrawn = early.Contains(one.Ticket) })]);
        return (early.Count + late.Count) * 10_000L >= (long)closed.Length * Policy.SampleBasisPoints && late.All(visit => !early.Contains(visit.Ticket));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnotherSeedDrawsOthers()
    {
        VisitCandidate[] closed = [.. Enumerable.Range(0, 200).Select(i => new VisitCandidate(new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), true, Satisfaction.Satisfied, false, false))];
        var drawn = VisitDraw.Draw(Policy, closed);
        drawn.Count.ShouldBe(20);
        VisitDraw.Draw(Policy with { Seed = "another" }, closed).Select(visit => visit.Ticket).ShouldNotBe(drawn.Select(visit => visit.Ticket));
    }

    [Fact]
    public void AVisitSaysWhatIsWrongWithItAllAtOnce()
    {
        VisitAnswer.Of(null, null, null, new string('x', 501)).Refusals.ShouldBe([new TextIsTooLong("Note", 500, 501), new VisitResultIsMissing()]);
        VisitAnswer.Of(VisitResult.NoAnswer, true, null, null).Refusals.ShouldBe([new NobodyAnsweredTheQuestions()]);
        VisitAnswer.Of(VisitResult.Answered, false, null, " ").Refusals.ShouldBe([new NoteIsMissing()]);
        VisitAnswer.Of(VisitResult.Answered, null, null, null).Value.Reopens.ShouldBeFalse();
        VisitAnswer.Of(VisitResult.Answered, false, Satisfaction.Basic, "灯又坏了").Value.Reopens.ShouldBeTrue();
    }

    [Fact]
    public void TheShareIsReportedAndTheRestIsDesign()
    {
        VisitPolicy.BuiltIn.ShouldAllBe(policy => policy.SampleBasisPoints >= 1000);
        (Policy.Sample.Verification, Policy.Rest.Verification).ShouldBe((Verification.Reported, Verification.Design));
    }
}
