using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>Nothing can be done before the ticket is reported.</summary>
public sealed record TicketIsNotYetReported : Refusal;

/// <summary>The ticket is there already.</summary>
public sealed record TicketIsAlreadyReported : Refusal;

/// <summary>Somebody has accepted it already.</summary>
public sealed record TicketIsAlreadyAccepted : Refusal;

/// <summary>It must be accepted before a worker is named.</summary>
public sealed record TicketIsNotYetAccepted : Refusal;

/// <summary>No worker is named yet.</summary>
public sealed record TicketIsNotYetAssigned : Refusal;

/// <summary>A worker is named, so it can no longer be taken back.</summary>
public sealed record TicketIsAlreadyAssigned : Refusal;

/// <summary>The worker must reach the reporter before marking it done (again after a reopening or a re-assignment).</summary>
public sealed record ReporterIsNotYetContacted : Refusal;

/// <summary>There is no result to confirm or to reject yet.</summary>
public sealed record TicketIsNotYetDone : Refusal;

/// <summary>It is marked done; the reporter has the word.</summary>
public sealed record TicketAwaitsTheReporter : Refusal;

/// <summary>It is closed; the matter can be reported anew.</summary>
public sealed record TicketIsClosed : Refusal;

/// <summary>The reporter has taken it back.</summary>
public sealed record TicketIsWithdrawn : Refusal;

/// <summary>Reporting belongs to residents and to those who take their calls.</summary>
public sealed record OnlyAReporterOrDispatcherMayReport : Refusal;

/// <summary>Accepting belongs to the dispatcher.</summary>
public sealed record OnlyADispatcherMayAccept : Refusal;

/// <summary>Naming the worker belongs to the dispatcher.</summary>
public sealed record OnlyADispatcherMayAssign : Refusal;

/// <summary>Recording the contact belongs to the worker to whom it is assigned.</summary>
public sealed record OnlyTheHandlerMayContact : Refusal;

/// <summary>Marking it done belongs to the worker to whom it is assigned.</summary>
public sealed record OnlyTheHandlerMayMarkDone : Refusal;

/// <summary>Confirming and rating belongs to the reporter.</summary>
public sealed record OnlyTheReporterMayConfirm : Refusal;

/// <summary>Saying that it is not solved belongs to the reporter.</summary>
public sealed record OnlyTheReporterMayReportUnsolved : Refusal;

/// <summary>Adding to the report belongs to the reporter.</summary>
public sealed record OnlyTheReporterMaySupplement : Refusal;

/// <summary>Taking it back belongs to the reporter.</summary>
public sealed record OnlyTheReporterMayWithdraw : Refusal;

/// <summary>Closing without a rating belongs to the platform's job.</summary>
public sealed record OnlyTheSystemMayCloseUnrated : Refusal;
