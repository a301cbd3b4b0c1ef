namespace Linli.Domain.Tickets.Evaluation;

/// <summary>Something that happened to a ticket and bears on its rates or its result deadline. Whatever else happens to it bears on neither.</summary>
/// <param name="At">When.</param>
public abstract record TicketEvent(DateTimeOffset At);

/// <summary>联系: somebody called the reporter.</summary>
/// <param name="At">When.</param>
/// <param name="Reached">Whether the reporter answered; a call that nobody answered is no contact.</param>
public sealed record ReporterCalled(DateTimeOffset At, bool Reached) : TicketEvent(At);

/// <summary>评价 or 回访: the reporter was asked the two questions.</summary>
/// <param name="At">When.</param>
/// <param name="Solved">The answer to "is it solved?"; null is no answer.</param>
/// <param name="Satisfaction">The answer to "are you satisfied?"; null is no answer.</param>
public sealed record ReporterAnswered(DateTimeOffset At, bool? Solved, Satisfaction? Satisfaction) : TicketEvent(At);

/// <summary>重新办理: answers given before count no more.</summary>
/// <param name="At">When.</param>
public sealed record TicketReopened(DateTimeOffset At) : TicketEvent(At);

/// <summary>退单成立: it was not the unit's to do.</summary>
/// <param name="At">When.</param>
public sealed record ReturnAccepted(DateTimeOffset At) : TicketEvent(At);

/// <summary>剔除申请: opens a round.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who; a stable name or id.</param>
/// <param name="Reason">Why.</param>
public sealed record ExclusionRequested(DateTimeOffset At, string Actor, ExclusionReason Reason) : TicketEvent(At);

/// <summary>同意剔除.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
public sealed record ExclusionApproved(DateTimeOffset At, string Actor) : TicketEvent(At);

/// <summary>不同意剔除, or taken back: ends the round.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
public sealed record ExclusionRejected(DateTimeOffset At, string Actor) : TicketEvent(At);
