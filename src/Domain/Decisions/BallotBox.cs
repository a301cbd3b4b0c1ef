using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>When ballots are taken.</summary>
/// <param name="OpensAt">The first moment.</param>
/// <param name="ClosesAt">The last second, to its end.</param>
public sealed record VotingWindow(DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    /// <summary>Why a ballot received at a moment is out of time; null when it is in time.</summary>
    public Refusal? Judge(DateTimeOffset at) =>
        at < OpensAt ? new VotingHasNotOpened(OpensAt)
        : at.UtcTicks / TimeSpan.TicksPerSecond > ClosesAt.UtcTicks / TimeSpan.TicksPerSecond ? new VotingHasClosed(ClosesAt)
        : null;
}

/// <summary>What of a ballot box a ballot is judged by: which voters have voted, and for how many a proxy speaks.</summary>
public interface IBallotsSoFar
{
    /// <summary>Whether the voter has an accepted ballot.</summary>
    bool HasVoted(int voter);

    /// <summary>For how many principals the proxy has accepted ballots.</summary>
    int PrincipalsOf(string proxy);
}

/// <summary>What somebody is to the voter of a unit.</summary>
/// <param name="Voter">The voter's place on the roll.</param>
/// <param name="MaySpeak">Whether it is he or she who casts the ballot; a co-owner whom the others did not name does not.</param>
public readonly record struct Seat(int Voter, bool MaySpeak);

/// <summary>Whether a ballot is accepted: the rules of domain.md §1.2–1.4 in their order, so that whoever has several faults hears the first.</summary>
public static class BallotRules
{
    /// <summary>The voter whose ballot it is, or why it is refused. A refused ballot has no effect and leaves the voter free to vote.</summary>
    /// <param name="ballot">As received.</param>
    /// <param name="seat">What the one who casts it is to the unit's voter; null for everybody who has no part in it.</param>
    /// <param name="window">When ballots are taken.</param>
    /// <param name="mostPrincipals">How many a proxy may speak for; null where nothing limits it.</param>
    /// <param name="soFar">What was accepted before.</param>
    public static Outcome<int> Judge(Ballot ballot, Seat? seat, VotingWindow window, int? mostPrincipals, IBallotsSoFar soFar)
    {
        if (seat is not { Voter: var voter, MaySpeak: var maySpeak })
        {
            return new VoterIsNotOnTheRoll();
        }

        if (!maySpeak)
        {
            return new VoterIsNotDesignated();
        }

        if (window.Judge(ballot.ReceivedAt) is { } outOfTime)
        {
            return Outcome<int>.Refused(outOfTime);
        }

        if (soFar.HasVoted(voter))
        {
            return new VoterHasVoted();
        }

        return ballot.Channel == BallotChannel.Proxy && mostPrincipals is { } most && ballot.Proxy is { } proxy && soFar.PrincipalsOf(proxy) >= most
            ? new ProxySpeaksForEnough(most)
            : voter;
    }
}

/// <summary>Takes ballots one after the other in the order of their receipt.</summary>
public sealed class BallotBox(VoterRoll roll, VotingWindow window, int? mostPrincipals) : IBallotsSoFar
{
    private readonly bool[] voted = new bool[roll.Voters.Count];
    private readonly Dictionary<string, int> principals = new(StringComparer.Ordinal);
    private readonly List<(Ballot, CountedBallot)> accepted = [];

    /// <summary>What was accepted, in the order of receipt.</summary>
    public IReadOnlyList<(Ballot Ballot, CountedBallot Counted)> Accepted => accepted;

    /// <summary>Ballots in the order in which they are judged: by time, at the same instant by id.</summary>
    public static IEnumerable<Ballot> InOrder(IEnumerable<Ballot> ballots) =>
        ballots.OrderBy(ballot => ballot.ReceivedAt).ThenBy(ballot => ballot.Id, StringComparer.Ordinal);

    /// <summary>Judges the next ballot and keeps it when it is accepted.</summary>
    public Outcome<int> Take(Ballot ballot)
    {
        var judged = BallotRules.Judge(ballot, roll.SeatOf(ballot.Unit, ballot.CastBy), window, mostPrincipals, this);
        if (judged.Succeeded(out var voter))
        {
            voted[voter] = true;
            if (ballot is { Channel: BallotChannel.Proxy, Proxy: { } proxy })
            {
                principals[proxy] = principals.GetValueOrDefault(proxy) + 1;
            }

            var (choices, election) = ballot.Counted;
            accepted.Add((ballot, new CountedBallot(voter, choices, election)));
        }

        return judged;
    }

    /// <inheritdoc />
    public bool HasVoted(int voter) => voted[voter];

    /// <inheritdoc />
    public int PrincipalsOf(string proxy) => principals.GetValueOrDefault(proxy);
}
