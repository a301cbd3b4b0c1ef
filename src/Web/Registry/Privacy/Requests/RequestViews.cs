using Linli.Domain.Registry.Privacy;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>A request as its person and the clerk see it.</summary>
public sealed record RightsRequestView
{
    public required Guid Id { get; init; }

    public required RightsRequestKind Kind { get; init; }

    public CorrectionField? Field { get; init; }

    public DeletionScope? Scope { get; init; }

    public required RightsRequestState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required bool IsLate { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? DecidedAs { get; init; }

    public RefusalGround? Ground { get; init; }

    public string? Answer { get; init; }

    public string? Explanation { get; init; }

    /// <summary>What should stand there; an identity number masked. Null once it is decided.</summary>
    public string? Proposed { get; init; }

    /// <summary>Whose it is, for the clerk.</summary>
    public string? PersonName { get; init; }

    public Guid? PersonId { get; init; }

    public string? PlaceName { get; init; }

    /// <summary>What stands there now, for the clerk.</summary>
    public string? Present { get; init; }

    /// <summary>Why not everything can be deleted yet, for the clerk.</summary>
    public IReadOnlyCollection<ErasureObstacle> Obstacles { get; init; } = [];

    /// <summary>Whether it is the clerk's own, which another decides.</summary>
    public bool IsOwn { get; init; }

    public uint Version { get; init; }
}
