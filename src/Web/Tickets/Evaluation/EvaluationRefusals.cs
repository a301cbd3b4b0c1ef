using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>An exclusion of the ticket waits for its decision; one at a time.</summary>
public sealed record ExclusionAwaitsDecision : Refusal;

/// <summary>The ticket is out of all three rates already.</summary>
public sealed record TicketIsExcluded : Refusal;

/// <summary>Who neither asked nor decides has no word on the exclusion.</summary>
public sealed record OnlyTheRequesterTakesItBack : Refusal;

/// <summary>The visit has been made or given up.</summary>
public sealed record VisitIsMade : Refusal;

/// <summary>Who handled the ticket, works with its handler, or reported it does not ask about it.</summary>
public sealed record HandlersOwnMayNotVisit : Refusal;
