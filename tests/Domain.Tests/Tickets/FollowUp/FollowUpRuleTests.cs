using Linli.Domain.Tickets.FollowUp;

namespace Linli.Domain.Tests.Tickets.FollowUp;

public sealed class FollowUpRuleTests
{
    private static readonly DateTimeOffset Received = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly FollowUpLadder Ladder = FollowUpLadder.BuiltIn[0];

    private static FollowedTicket Ticket(DateTimeOffset? due, bool contacted = true) => new()
    {
        ReceivedAt = Received, ContactDueAt = Received.AddHours(24), ResolveDueAt = due, IsContacted = contacted, IsAnswered = false,
    };

    private static string[] Codes(FollowedTicket ticket, DateTimeOffset at) => [.. FollowUpRule.Due(Ladder, ticket, at).Select(due => due.Step.Code)];

    [Theory]
    [InlineData(74, "")]
    [InlineData(75, "reminder")]
    [InlineData(100, "reminder")]
    [InlineData(101, "reminder,yellow")]
    [InlineData(124, "reminder,yellow")]
    [InlineData(125, "reminder,yellow,red")]
    [InlineData(172, "reminder,yellow,red")]
    [InlineData(173, "reminder,yellow,red,listing-proposal")]
    public void TheLadderIsThatOfTheSpecification(int hours, string codes) =>
        string.Join(',', Codes(Ticket(Received.AddHours(100)), Received.AddHours(hours))).ShouldBe(codes);

    [Fact]
    public void TheFirstContactIsWatchedByItself()
    {
        var ticket = Ticket(Received.AddDays(30), contacted: false);
        Codes(ticket, Received.AddHours(18)).ShouldBe(["contact-reminder"]);
        Codes(ticket, Received.AddHours(49)).ShouldBe(["contact-reminder", "contact-yellow", "contact-red"]);
        Codes(ticket with { IsContacted = true }, Received.AddHours(49)).ShouldBeEmpty();
        // No pause stops it.
        Codes(ticket with { ResolveDueAt = null }, Received.AddHours(49)).ShouldBe(["contact-reminder", "contact-yellow", "contact-red"]);
    }

    [Fact]
    public void AtTheDueMomentItIsStillInTime() => Codes(Ticket(Received.AddHours(4)), Received.AddHours(4)).ShouldBe(["reminder"]);

    [Fact]
    public void AReopeningBeginsANewRoundThatCountsFromItself()
    {
        var reopened = Received.AddDays(20);
        var ticket = Ticket(Received.AddDays(7)) with { Round = 1, ReopenedAt = reopened };
        Codes(ticket, reopened.AddMinutes(1)).ShouldBe(["reminder", "yellow"]);
        Codes(ticket, reopened.AddHours(25)).ShouldBe(["reminder", "yellow", "red"]);
        Codes(ticket with { ResolveDueAt = reopened.AddDays(20) }, reopened.AddMinutes(1)).ShouldBeEmpty();
    }

    [Fact]
    public void ThreeRepeatsProposeAListingAtOnce() =>
        Codes(Ticket(Received.AddDays(40)) with { Round = 3, ReopenedAt = Received.AddDays(20) }, Received.AddDays(20).AddMinutes(1)).ShouldBe(["listing-proposal"]);

    [Fact]
    public void AListingThatRanOutProposesAnInterview()
    {
        var listed = Ticket(Received.AddDays(7)) with { ListedUntil = Received.AddDays(15), Taken = ["reminder", "yellow", "red", "listing-proposal"] };
        Codes(listed, Received.AddDays(15)).ShouldBeEmpty();
        Codes(listed, Received.AddDays(15).AddMinutes(1)).ShouldBe(["interview-proposal"]);
    }

    /// <summary>However the platform looks — every few minutes, or after days of standing still — the same steps are taken, each once, in order.</summary>
    [Fact]
    public void NoStepIsTakenTwiceAndNoneIsSkippedHoweverOftenSomebodyLooks() => Prop.ForAll(
        Stories.ToArbitrary(), story =>
        {
            var taken = new List<DueStep>();
            foreach (var at in story.Looks.Select(minutes => Received.AddMinutes(minutes)).Order())
            {
                taken.AddRange(FollowUpRule.Due(Ladder, story.Ticket with { Taken = [.. taken.Select(step => step.Step.Code)] }, at));
            }

            var last = Received.AddMinutes(story.Looks.Max());
            var atOnce = FollowUpRule.Due(Ladder, story.Ticket, last);
            return taken.Select(step => step.Step.Code).Distinct().Count() == taken.Count
                && taken.OrderBy(step => step.DueAt).ThenBy(step => step.Step.Code).SequenceEqual(atOnce.OrderBy(step => step.DueAt).ThenBy(step => step.Step.Code))
                && taken.Zip(taken.Skip(1)).All(pair => pair.First.DueAt <= pair.Second.DueAt)
                && Ladder.Steps.GroupBy(step => step.Clock).All(clock => IsPrefix(clock, taken));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhoeverLooksTooOftenLearnsWhatComesNext() => Prop.ForAll(
        Stories.ToArbitrary(), story =>
        {
            var at = Received.AddMinutes(story.Looks[0]);
            var next = FollowUpRule.Next(Ladder, story.Ticket, at);
            return next is not { } step
                ? FollowUpRule.Due(Ladder, story.Ticket, at.AddYears(1)).Count == FollowUpRule.Due(Ladder, story.Ticket, at).Count
                : step.DueAt >= at && FollowUpRule.Due(Ladder, story.Ticket, step.DueAt.AddTicks(1)).Contains(step);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void APauseStopsTheResultAndAResultEndsEverything() => Prop.ForAll(
        Stories.ToArbitrary(), story =>
        {
            var at = Received.AddMinutes(story.Looks[0]);
            return FollowUpRule.Due(Ladder, story.Ticket with { ResolveDueAt = null, Round = 0, ReopenedAt = null }, at).All(due => due.Step.Clock != WatchedClock.Result)
                && FollowUpRule.Due(Ladder, story.Ticket with { IsAnswered = true }, at).Count == 0;
        }).QuickCheckThrowOnFailure();

    /// <summary>More time never makes a step due that was not, and moves each step of the result by as much.</summary>
    [Fact]
    public void AnExtensionMovesTheSteps() => Prop.ForAll(
        Stories.ToArbitrary(), story =>
        {
            var ticket = story.Ticket with { Round = 0, ReopenedAt = null };
            var at = Received.AddMinutes(story.Looks[0]);
            var extended = ticket with { ResolveDueAt = ticket.ResolveDueAt?.AddDays(3) };
            var late = FollowUpRule.Due(Ladder, ticket, at).Where(due => due.Step is { Clock: WatchedClock.Result, PercentBefore: 0 }).Select(due => due.Step.Code).ToList();
            return FollowUpRule.Due(Ladder, extended, at).All(due => FollowUpRule.Due(Ladder, ticket, at).Any(before => before.Step == due.Step))
                && late.All(code => FollowUpRule.Due(Ladder, extended, at.AddDays(3)).Any(due => due.Step.Code == code));
        }).QuickCheckThrowOnFailure();

    private static bool IsPrefix(IEnumerable<LadderStep> clock, List<DueStep> taken)
    {
        // What repeats bring comes beside the order of the clock.
        var steps = clock.Where(step => step.OrRepeats is null).Select(step => step.Code).ToList();
        var got = taken.Select(step => step.Step.Code).Where(steps.Contains).ToList();
        return got.SequenceEqual(steps.Take(got.Count));
    }

    private sealed record Story(FollowedTicket Ticket, IReadOnlyList<int> Looks);

    private static Gen<Story> Stories =>
        from contact in Gen.Choose(1, 3 * 24)
        from due in Gen.Choose(1, 20 * 24 * 60)
        from contacted in Gen.Elements(true, false)
        from held in Gen.Choose(0, 9)
        from round in Gen.Choose(0, 4)
        from reopened in Gen.Choose(60, 30 * 24 * 60)
        from listed in Gen.Choose(0, 30)
        from looks in Gen.Choose(0, 50 * 24 * 60).NonEmptyListOf()
        select new Story(
            new FollowedTicket
            {
                ReceivedAt = Received, ContactDueAt = Received.AddHours(contact), ResolveDueAt = held == 0 ? null : Received.AddMinutes(due), IsContacted = contacted, IsAnswered = false,
                Round = round, ReopenedAt = round > 0 ? Received.AddMinutes(reopened) : null, ListedUntil = listed == 0 ? null : Received.AddDays(listed),
            },
            [.. looks]);
}
