using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>唱票计票: counts accepted ballots over a frozen roll. Whole numbers only; neither the order of ballots nor their channel changes anything.</summary>
public sealed class Tally
{
    private readonly IReadOnlyList<Voter> voters;
    private readonly IReadOnlyList<CountedBallot> ballots;
    private readonly DecisionThresholds thresholds;
    private readonly Area[] areas;
    private readonly bool[] returned;
    private readonly string[] buildings;
    private readonly int[] buildingOf;

    /// <summary>Prepares a count.</summary>
    /// <param name="voters">The frozen roll.</param>
    /// <param name="ballots">At most one a voter.</param>
    /// <param name="thresholds">What is to be reached.</param>
    /// <exception cref="ArgumentException">A voter has two ballots: the count is worth nothing then.</exception>
    public Tally(IReadOnlyList<Voter> voters, IReadOnlyList<CountedBallot> ballots, DecisionThresholds thresholds)
    {
        (this.voters, this.ballots, this.thresholds) = (voters, ballots, thresholds);
        areas = [.. voters.Select(voter => voter.Area)];
        returned = new bool[voters.Count];
        foreach (var ballot in ballots)
        {
            returned[ballot.Voter] = !returned[ballot.Voter] ? true : throw new ArgumentException($"Voter {ballot.Voter} has two ballots.", nameof(ballots));
        }

        buildings = [.. voters.SelectMany(voter => voter.Units.Select(unit => unit.Building).Prepend(voter.Building)).Distinct().Order(UnitCodeOrder.It)];
        var places = buildings.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        buildingOf = [.. voters.Select(voter => places[voter.Building])];
        All = voters.Aggregate(Weight.Zero, (sum, voter) => sum + voter.Weight);
        Unreturned = Sum(voter => !returned[voter.Index]);
        UnreturnedWithProof = Sum(voter => !returned[voter.Index] && voter.DeliveryProved);
    }

    /// <summary>The whole roll.</summary>
    public Weight All { get; }

    /// <summary>Voters without an accepted ballot.</summary>
    public Weight Unreturned { get; }

    /// <summary>Of these, those to whom delivery is proved.</summary>
    public Weight UnreturnedWithProof { get; }

    /// <summary>Counts a question.</summary>
    /// <param name="question">Its place on the ballot, from 0.</param>
    /// <param name="kind">Ordinary or special.</param>
    /// <param name="policy">Which figures decide.</param>
    public QuestionCount Question(int question, DecisionClass kind, NonReturnPolicy policy)
    {
        // Heads and hundredths by choice.
        Span<long> heads = stackalloc long[5];
        Span<long> hundredths = stackalloc long[5];
        var part = new bool[voters.Count];
        foreach (var ballot in ballots)
        {
            var choice = ballot.Choices[question];
            heads[(int)choice]++;
            hundredths[(int)choice] += areas[ballot.Voter].Hundredths;
            part[ballot.Voter] = choice.TakesPart();
        }

        var statutory = Figures.Of(
            WeightOf(heads, hundredths, Choice.For), WeightOf(heads, hundredths, Choice.Against), WeightOf(heads, hundredths, Choice.Abstain), All, thresholds, kind);
        var joined = statutory.Largest;
        var added = joined is null ? Weight.Zero : UnreturnedWithProof;
        return new QuestionCount(
            kind, WeightOf(heads, hundredths, Choice.Blank), WeightOf(heads, hundredths, Choice.Invalid), statutory,
            new Followed(joined, added, statutory.With(joined, added, All, thresholds, kind)), policy, ShortfallOf(statutory.Part, part));
    }

    /// <summary>Counts the election; the seats go to those who pass, by area, then heads, then the lower number.</summary>
    /// <param name="seats">How many are elected, an odd number.</param>
    /// <param name="candidates">Their numbers.</param>
    /// <param name="mostAlternates">How many alternates at most.</param>
    public ElectionCount Election(int seats, IReadOnlyList<int> candidates, int mostAlternates)
    {
        var votes = candidates.Distinct().ToDictionary(number => number, _ => Weight.Zero);
        var byState = new Weight[5];
        var part = new bool[voters.Count];
        foreach (var ballot in ballots)
        {
            var (vote, weight) = (ballot.Election ?? ElectionVote.Blank, new Weight(1, areas[ballot.Voter]));
            byState[(int)vote.State] += weight;
            part[ballot.Voter] = vote.State.TakesPart();
            foreach (var number in vote.Marks)
            {
                votes[number] += weight;
            }
        }

        var taken = byState[(int)Choice.For] + byState[(int)Choice.Abstain];
        return ElectionCount.Of(
            seats, mostAlternates, taken, byState[(int)Choice.Blank], byState[(int)Choice.Invalid], BothMeasures.Of(thresholds.Quorum, taken, All),
            [.. votes.Select(item => (item.Key, item.Value, BothMeasures.Of(thresholds.Ordinary, item.Value, taken)))], ShortfallOf(taken, part));
    }

    private static Weight WeightOf(Span<long> heads, Span<long> hundredths, Choice choice) => new(heads[(int)choice], new Area(hundredths[(int)choice]));

    private Shortfall ShortfallOf(Weight taken, bool[] part)
    {
        var missing = new (long Heads, long Hundredths)[buildings.Length];
        for (var voter = 0; voter < part.Length; voter++)
        {
            if (!part[voter])
            {
                missing[buildingOf[voter]].Heads++;
                missing[buildingOf[voter]].Hundredths += areas[voter].Hundredths;
            }
        }

        return new Shortfall(
            taken.MissingTo(thresholds.Quorum, All),
            [.. buildings.Zip(missing, (building, left) => new BuildingShortfall(building, new Weight(left.Heads, new Area(left.Hundredths))))]);
    }

    private Weight Sum(Func<Voter, bool> counts) => voters.Where(counts).Aggregate(Weight.Zero, (sum, voter) => sum + voter.Weight);
}
