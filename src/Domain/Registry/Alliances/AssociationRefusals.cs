using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>A committees' association takes in owners' committees and their people.</summary>
public sealed record OnlyCommitteesMayJoin : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Member";
}

/// <summary>A companies' association takes in property companies and their people.</summary>
public sealed record OnlyCompaniesMayJoin : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Member";
}

/// <summary>An alliance takes in property companies and owners' committees.</summary>
public sealed record OnlyCompaniesAndCommitteesMayJoin : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Member";
}

/// <summary>A person joins through a post held today in an organisation that may join.</summary>
public sealed record PersonHoldsNoPostThere : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Member";
}

/// <summary>What was decided was decided today or earlier.</summary>
public sealed record DecisionLiesInTheFuture : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DecidedOn";
}

/// <summary>Membership begins with the decision or after it.</summary>
public sealed record JoinsBeforeTheDecision : Refusal
{
    /// <inheritdoc />
    public override string? Field => "JoinedOn";
}

/// <summary>An election has votes for and votes cast.</summary>
public sealed record ElectionNeedsItsVotes : Refusal
{
    /// <inheritdoc />
    public override string? Field => "VotesFor";
}

/// <summary>At least one vote for, and no more than were cast.</summary>
public sealed record VotesDoNotAddUp : Refusal
{
    /// <inheritdoc />
    public override string? Field => "VotesFor";
}

/// <summary>Only who was elected has votes.</summary>
public sealed record VotesBelongToElections : Refusal
{
    /// <inheritdoc />
    public override string? Field => "VotesFor";
}
