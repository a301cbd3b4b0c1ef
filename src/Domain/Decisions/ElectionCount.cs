namespace Linli.Domain.Decisions;

/// <summary>What an election made of a candidate.</summary>
public enum CandidateOutcome
{
    /// <summary>当选.</summary>
    Elected,

    /// <summary>候补: passed when no seat was left.</summary>
    Alternate,

    /// <summary>未当选.</summary>
    NotElected,
}

/// <summary>A candidate, counted.</summary>
/// <param name="Number">On the ballot.</param>
/// <param name="For">Votes.</param>
/// <param name="Approved">Whether more than half of those taking part are for him or her.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record CandidateCount(int Number, Weight For, BothMeasures Approved, CandidateOutcome Outcome);

/// <summary>An election, counted.</summary>
/// <param name="Seats">How many there are.</param>
/// <param name="Part">Who took part.</param>
/// <param name="Blank">Returned without a mark.</param>
/// <param name="Invalid">Returned and void.</param>
/// <param name="Quorum">Whether enough took part.</param>
/// <param name="Candidates">In the order by which seats are given.</param>
/// <param name="Shortfall">What is missing to the quorum.</param>
public sealed record ElectionCount(
    int Seats, Weight Part, Weight Blank, Weight Invalid, BothMeasures Quorum, IReadOnlyList<CandidateCount> Candidates, Shortfall Shortfall)
{
    /// <summary>Numbers of the elected, in order.</summary>
    public IReadOnlyList<int> Elected => NumbersOf(CandidateOutcome.Elected);

    /// <summary>Numbers of the alternates, in order.</summary>
    public IReadOnlyList<int> Alternates => NumbersOf(CandidateOutcome.Alternate);

    /// <summary>Seats that nobody passed for.</summary>
    public int VacantSeats => Seats - Elected.Count;

    internal static ElectionCount Of(
        int seats, int mostAlternates, Weight part, Weight blank, Weight invalid, BothMeasures quorum,
        IReadOnlyList<(int Number, Weight For, BothMeasures Approved)> candidates, Shortfall shortfall)
    {
        var passed = 0;
        var ordered = candidates.OrderByDescending(item => item.For.Area).ThenByDescending(item => item.For.Heads).ThenBy(item => item.Number)
            .Select(item => new CandidateCount(item.Number, item.For, item.Approved, Outcome(quorum.Reached && item.Approved.Reached ? passed++ : null)));
        return new ElectionCount(seats, part, blank, invalid, quorum, [.. ordered], shortfall);

        CandidateOutcome Outcome(int? place) =>
            place is not { } at ? CandidateOutcome.NotElected
            : at < seats ? CandidateOutcome.Elected
            : at < seats + mostAlternates ? CandidateOutcome.Alternate
            : CandidateOutcome.NotElected;
    }

    private IReadOnlyList<int> NumbersOf(CandidateOutcome outcome) => [.. Candidates.Where(c => c.Outcome == outcome).Select(c => c.Number)];
}
