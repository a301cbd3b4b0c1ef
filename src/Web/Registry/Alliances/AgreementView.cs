using Linli.Domain.Registry.Alliances;

namespace Linli.Web.Registry.Alliances;

/// <summary>An agreement with its commitments and what is open to whoever looks.</summary>
public sealed record AgreementView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required AgreementState State { get; init; }

    public required PartyView First { get; init; }

    public required PartyView Second { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public string? Purpose { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? CloseReason { get; init; }

    /// <summary>The agreement that this one follows.</summary>
    public Guid? Renews { get; init; }

    /// <summary>The agreement that follows this one.</summary>
    public Guid? RenewedBy { get; init; }

    public required IReadOnlyList<CommitmentView> Commitments { get; init; }

    /// <summary>Fulfilled of those that are due.</summary>
    public required FulfilmentRate Rate { get; init; }

    /// <summary>To be sent back with a change or a signature.</summary>
    public required uint Version { get; init; }

    public required bool MayChange { get; init; }

    public required bool MaySign { get; init; }

    public required bool MayClose { get; init; }

    public required bool MayRenew { get; init; }
}

/// <summary>A side: its organisation, and its signature once given.</summary>
public sealed record PartyView(Guid Id, string Name, string PlaceName, string? SignedAs, DateTimeOffset? SignedAt);

/// <summary>A commitment with how it stands and what was shown for it.</summary>
public sealed record CommitmentView
{
    public required Guid Id { get; init; }

    public required AgreementSide Side { get; init; }

    public required string PartyName { get; init; }

    public required string Promise { get; init; }

    public required string Measure { get; init; }

    public required DateOnly DueOn { get; init; }

    public required CommitmentStanding Standing { get; init; }

    /// <summary>Since when the community knows that it is overdue.</summary>
    public DateOnly? ClimbedOn { get; init; }

    public required IReadOnlyList<ProofView> Proofs { get; init; }

    public required bool MayProve { get; init; }

    /// <summary>The proof that waits and that whoever looks may check.</summary>
    public Guid? ToCheck { get; init; }
}

/// <summary>A proof and its verdict.</summary>
public sealed record ProofView(
    Guid Id, DateOnly DoneOn, string Report, string ProvedAs, DateTimeOffset ProvedAt, bool? Accepted, string? CheckedAs, DateTimeOffset? CheckedAt, string? Note,
    IReadOnlyList<Guid> Photos);
