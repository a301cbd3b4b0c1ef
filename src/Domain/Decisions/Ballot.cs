namespace Linli.Domain.Decisions;

/// <summary>The way by which a ballot came. Stored by name.</summary>
public enum BallotChannel
{
    /// <summary>By the signed-in owner.</summary>
    Online,

    /// <summary>On a printed sheet.</summary>
    Paper,

    /// <summary>By somebody with written authority.</summary>
    Proxy,

    /// <summary>At a meeting or a table in the compound, with witnesses.</summary>
    OnSite,
}

/// <summary>A ballot as it was received.</summary>
public sealed record Ballot
{
    /// <summary>Its id; between ballots of the same instant the smaller one goes first.</summary>
    public required string Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The way by which it came.</summary>
    public required BallotChannel Channel { get; init; }

    /// <summary>The unit that it names; it covers all units of that unit's voter.</summary>
    public required string Unit { get; init; }

    /// <summary>Whose ballot it is; with a proxy the one who gave the authority.</summary>
    public required string CastBy { get; init; }

    /// <summary>The proxy, an owner or an outsider; only for <see cref="BallotChannel.Proxy"/>.</summary>
    public string? Proxy { get; init; }

    /// <summary>Whether a paper is signed; an unsigned one is void and stands.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>A choice for each question, in their order.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>The marks of the election; null when there is none.</summary>
    public ElectionVote? Election { get; init; }

    /// <summary>As it counts: what is not signed is void throughout.</summary>
    public (IReadOnlyList<Choice> Choices, ElectionVote? Election) Counted => IsSigned || Channel != BallotChannel.Paper
        ? (Choices, Election)
        : ([.. Choices.Select(_ => Choice.Invalid)], Election is null ? null : ElectionVote.Invalid);
}

/// <summary>An accepted ballot as it is counted.</summary>
/// <param name="Voter">The voter's place on the roll.</param>
/// <param name="Choices">A choice for each question.</param>
/// <param name="Election">The marks of the election; null when there is none.</param>
public readonly record struct CountedBallot(int Voter, IReadOnlyList<Choice> Choices, ElectionVote? Election);
