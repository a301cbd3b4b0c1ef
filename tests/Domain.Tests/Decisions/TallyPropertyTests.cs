using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Tests.Decisions;

/// <summary>The invariants of domain.md §12 on votes, and what no count may depend on.</summary>
public sealed class TallyPropertyTests
{
    private static readonly DecisionThresholds Law = VoteData.Thresholds;
    private static readonly VotingWindow Window = new(At(0), At(1000));

    // A vote: for each voter an area, a choice, whether he returns at all, and a channel.
    private static readonly Gen<(int Area, int Choice, bool Returns, int Channel)[]> Votes =
        (from area in Gen.Choose(1, 20_000)
         from choice in Gen.Choose(0, 4)
         from returns in Gen.Elements(true, true, false)
         from channel in Gen.Choose(0, 3)
         select (area, choice, returns, channel)).ArrayOf(30).Where(votes => votes.Length > 0);

    [Fact]
    public void NeitherTheOrderOfBallotsNorTheirChannelsChangeAResult() => Prop.ForAll(Votes.ToArbitrary(), votes =>
    {
        var roll = RollOf(votes.Select(vote => vote.Area));
        var ballots = Ballots(votes);
        var count = Count(roll, ballots);
        var otherwise = Count(roll, [.. ballots.Reverse().Select(ballot => ballot with { Channel = BallotChannel.Paper, Proxy = null, ReceivedAt = ballot.ReceivedAt.AddSeconds(ballot.Id.Length) })]);
        return count.Statutory == otherwise.Statutory && count.Followed.Figures == otherwise.Followed.Figures && count.Passed == otherwise.Passed;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryVoterIsCountedOnceAndOnlyOnce() => Prop.ForAll(Votes.ToArbitrary(), votes =>
    {
        var roll = RollOf(votes.Select(vote => vote.Area));
        var tally = new Tally(roll.Voters, Accepted(roll, Ballots(votes)), Law);
        var count = tally.Question(0, DecisionClass.Ordinary, NonReturnPolicy.NotCounted);
        return count.Statutory.Part + count.Blank + count.Invalid + tally.Unreturned == roll.Total
            && count.Shortfall.Buildings.Aggregate(count.Statutory.Part, (sum, building) => sum + building.Missing) == roll.Total;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ASecondBallotChangesNothing() => Prop.ForAll(Votes.ToArbitrary(), votes =>
    {
        var roll = RollOf(votes.Select(vote => vote.Area));
        var ballots = Ballots(votes);
        var later = ballots.Select(ballot => ballot with { Id = ballot.Id + "b", ReceivedAt = ballot.ReceivedAt.AddMinutes(5), Choices = [Choice.For], Channel = BallotChannel.Online });
        return Count(roll, [.. ballots, .. later]).Statutory == Count(roll, ballots).Statutory;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OneMoreInFavourNeverMakesAResultWorse() => Prop.ForAll(Votes.ToArbitrary(), votes =>
    {
        var roll = RollOf(votes.Select(vote => vote.Area));
        var better = votes.Select((vote, at) => at == 0 ? vote with { Choice = (int)Choice.For, Returns = true } : vote).ToArray();
        return !Count(roll, Ballots(votes)).Passed || Count(roll, Ballots(better)).Passed;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsMissingToTheQuorumIsExactlyWhatReachesIt() => Prop.ForAll(
        (from whole in Gen.Choose(1, 5_000_000) from part in Gen.Choose(0, whole) select (whole, part)).ToArbitrary(),
        given =>
        {
            var (all, part) = (new Weight(given.whole, new Area(given.whole)), new Weight(given.part, new Area(given.part)));
            var missing = part.MissingTo(Law.Quorum, all);
            var reached = BothMeasures.Of(Law.Quorum, part + missing, all).Reached;
            return reached && (missing.Heads == 0 || !BothMeasures.Of(Law.Quorum, part + missing with { Heads = missing.Heads - 1 }, all).Heads)
                && (missing.Area.Hundredths == 0 || !BothMeasures.Of(Law.Quorum, part + missing with { Area = new Area(missing.Area.Hundredths - 1) }, all).Area);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void StrictSharesNeedOneMoreThanTheShare() =>
        new Weight(5, new Area(50)).MissingTo(new ShareValue(1, 2, Strict: true), new Weight(10, new Area(100))).ShouldBe(new Weight(1, new Area(1)));

    [Fact]
    public void ADeveloperOfManyUnitsIsOneHeadAndSoIsABuyerOfFive()
    {
        var roll = VoterRoll.Of(
            [
                .. Enumerable.Range(1, 230).Select(at => Unit($"1-1-{at}", 100, "BUYER" + at) with { State = at > 200 ? SaleState.SoldUndelivered : SaleState.Unsold }),
                .. Enumerable.Range(1, 5).Select(at => Unit($"2-1-{at}", 100, "OWNER")),
            ],
            new RollRules(CountParking: false, "DEVELOPER"));
        roll.Total.ShouldBe(new Weight(2, new Area(23_500)));
    }

    [Fact]
    public void AGuardianVotesForTheOwnerAndCoOwnersWithoutOneNamedVoteNot()
    {
        var roll = VoterRoll.Of(
            [
                Unit("1-1-1", 100, "CHILD") with { Guardians = new Dictionary<string, string> { ["CHILD"] = "MOTHER" } },
                Unit("1-1-2", 100, "A") with { Owners = ["B", "A"] },
            ],
            new RollRules(CountParking: false, "DEVELOPER"));
        Judge("1-1-1", "MOTHER").IsRefused.ShouldBeFalse();
        Judge("1-1-1", "CHILD").Refusals.Single().ShouldBe(new VoterIsNotDesignated());
        Judge("1-1-2", "A").Refusals.Single().ShouldBe(new VoterIsNotDesignated());

        Outcome<int> Judge(string unit, string by) =>
            new BallotBox(roll, Window, null).Take(new Ballot { Id = "1", ReceivedAt = At(1), Channel = BallotChannel.Online, Unit = unit, CastBy = by, Choices = [Choice.For] });
    }

    [Fact]
    public void WhatCountsWithoutAreaOrOwnerIsSaidBeforeARollIsDrawnUp()
    {
        var rules = new RollRules(CountParking: false, "DEVELOPER");
        RollFaults.In([Unit("1-1-10", 1, "A") with { Registered = null }, Unit("1-1-9", 1, "A") with { Owners = [] }, Unit("P-1", 1, "A") with { Use = UnitUse.Parking, Registered = null }], rules)
            .ShouldBe([new UnitHasNoOwner("1-1-9"), new UnitHasNoArea("1-1-10")]);
    }

    [Fact]
    public void ARollsHashChangesWithWhatCountsAndNothingElse()
    {
        var units = Enumerable.Range(1, 4).Select(at => Unit($"1-1-{at}", at * 100, "O" + at)).ToList();
        var rules = new RollRules(CountParking: false, "DEVELOPER");
        var hash = VoterRoll.Of(units, rules).Hash();
        VoterRoll.Of(units.AsEnumerable().Reverse().Select(unit => unit with { DeliveryProved = true }), rules).Hash().ShouldBe(hash);
        VoterRoll.Of([.. units.Skip(1), units[0] with { Registered = new Area(101) }], rules).Hash().ShouldNotBe(hash);
    }

    [Fact]
    public void TheSameVoterTwiceIsABugAndSaysSo() => Should.Throw<ArgumentException>(() =>
        new Tally(RollOf([1]).Voters, [new CountedBallot(0, [Choice.For], null), new CountedBallot(0, [Choice.For], null)], Law));

    private static QuestionCount Count(VoterRoll roll, IReadOnlyList<Ballot> ballots) =>
        new Tally(roll.Voters, Accepted(roll, ballots), Law).Question(0, DecisionClass.Ordinary, NonReturnPolicy.NotCounted);

    private static IReadOnlyList<CountedBallot> Accepted(VoterRoll roll, IReadOnlyList<Ballot> ballots)
    {
        var box = new BallotBox(roll, Window, null);
        foreach (var ballot in BallotBox.InOrder(ballots))
        {
            box.Take(ballot);
        }

        return [.. box.Accepted.Select(item => item.Counted)];
    }

    private static VoterRoll RollOf(IEnumerable<int> areas) =>
        VoterRoll.Of(areas.Select((area, at) => Unit($"{at % 3 + 1}-1-{at}", area, $"O{at}")), new RollRules(CountParking: false, "DEVELOPER"));

    private static IReadOnlyList<Ballot> Ballots((int Area, int Choice, bool Returns, int Channel)[] votes) =>
    [
        .. votes.Select((vote, at) => (vote, at)).Where(item => item.vote.Returns).Select(item => new Ballot
        {
            Id = $"B{item.at:000}", ReceivedAt = At(item.at), Channel = (BallotChannel)item.vote.Channel, Unit = $"{item.at % 3 + 1}-1-{item.at}",
            CastBy = $"O{item.at}", Proxy = "X", Choices = [(Choice)item.vote.Choice],
        }),
    ];

    private static RollUnit Unit(string code, int hundredths, string owner) => new()
    {
        Code = code, Building = code.Split('-')[0], Use = UnitUse.Dwelling, Registered = new Area(hundredths), State = SaleState.Delivered, Owners = [owner],
        DeliveryProved = code.EndsWith('1'),
    };

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 5, 9, 0, 0, TimeSpan.FromHours(8)).AddMinutes(minutes);
}
