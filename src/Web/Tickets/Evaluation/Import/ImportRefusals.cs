using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>The file is larger than is taken, is no text in UTF-8, or lacks the columns ticket, time, event, actor, detail.</summary>
public sealed record EventFileIsUnreadable(int Megabytes) : Refusal;

/// <summary>Something is wrong with a line of the file; with one of them nothing is imported.</summary>
public abstract record EventFault(int Line) : Refusal;

/// <summary>The line has too few fields, no ticket number of letters, digits and hyphens, or an unreadable time.</summary>
public sealed record EventLineIsBroken(int Line) : EventFault(Line);

/// <summary>No such event is known.</summary>
public sealed record EventIsUnknown(int Line, string Name) : EventFault(Line);

/// <summary>A detail is missing or has none of the values that are known.</summary>
public sealed record EventDetailIsWrong(int Line, string Key) : EventFault(Line);

/// <summary>A line lies before the one above it; rows stand in order of time.</summary>
public sealed record EventIsOutOfOrder(int Line) : EventFault(Line);

/// <summary>Something happened to a ticket before it was received.</summary>
public sealed record EventComesBeforeReceipt(int Line, string Ticket) : EventFault(Line);

/// <summary>The ticket was received before.</summary>
public sealed record TicketIsReceivedTwice(int Line, string Ticket) : EventFault(Line);

/// <summary>No compound has the code.</summary>
public sealed record EventCompoundIsUnknown(int Line, string Compound) : EventFault(Line);

/// <summary>Another ticket has the number.</summary>
public sealed record TicketNumberIsTaken(int Line, string Ticket) : EventFault(Line);
