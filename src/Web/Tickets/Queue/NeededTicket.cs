using Linli.Domain.Tickets.Queue;

namespace Linli.Web.Tickets.Queue;

/// <summary>A ticket that needs the actor, with all that it needs: the soonest first.</summary>
public sealed record NeededTicket(QueuedTicket Ticket, IReadOnlyList<NeededAct> Needs);

/// <summary>One thing that it needs.</summary>
public sealed record NeededAct(QueueReason Reason, DateTimeOffset? DueAt, QueueBand Band);

/// <summary>What needs the actor now, in order; there may be more than are shown.</summary>
public sealed record NeededTickets(IReadOnlyList<NeededTicket> Tickets, bool HasMore);
