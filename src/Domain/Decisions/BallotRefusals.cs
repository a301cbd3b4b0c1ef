using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>No such unit, a unit without a vote, or somebody who does not own it: a tenant, the buyer of a unit not handed over.</summary>
public sealed record VoterIsNotOnTheRoll : Refusal;

/// <summary>A co-owner whom the others did not name.</summary>
public sealed record VoterIsNotDesignated : Refusal;

/// <summary>Before the opening second.</summary>
/// <param name="OpensAt">When voting opens.</param>
public sealed record VotingHasNotOpened(DateTimeOffset OpensAt) : Refusal;

/// <summary>After the closing second, which is in time to its end.</summary>
/// <param name="ClosedAt">When voting closed.</param>
public sealed record VotingHasClosed(DateTimeOffset ClosedAt) : Refusal;

/// <summary>The voter has an accepted ballot, by whatever channel; the first one stands.</summary>
public sealed record VoterHasVoted : Refusal;

/// <summary>The proxy already speaks for as many as the rules of the place let.</summary>
/// <param name="Most">How many principals a proxy may have.</param>
public sealed record ProxySpeaksForEnough(int Most) : Refusal;
