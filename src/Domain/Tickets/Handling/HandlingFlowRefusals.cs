using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Handling;

/// <summary>Somebody holds it already.</summary>
public sealed record TicketIsAlreadyTaken : Refusal;

/// <summary>A return waits for its decision.</summary>
public sealed record TicketReturnIsPending : Refusal;

/// <summary>There is no return to decide.</summary>
public sealed record NoReturnIsPending : Refusal;

/// <summary>It is paused; work goes on first.</summary>
public sealed record TicketIsPaused : Refusal;

/// <summary>No pause runs.</summary>
public sealed record TicketIsNotPaused : Refusal;

/// <summary>Claiming belongs to a worker of the organisation that leads the ticket.</summary>
public sealed record OnlyAWorkerOfTheLeadUnitMayClaim : Refusal;

/// <summary>Returning belongs to its worker and the dispatcher.</summary>
public sealed record OnlyTheHandlingUnitMayReturn : Refusal;

/// <summary>Who asked for a return does not decide it.</summary>
public sealed record OnlySomebodyElseMayAcceptTheReturn : Refusal;

/// <summary>Who asked for a return does not decide it.</summary>
public sealed record OnlySomebodyElseMayRejectTheReturn : Refusal;

/// <summary>Pausing belongs to its worker.</summary>
public sealed record OnlyTheHandlerMayPause : Refusal;

/// <summary>Going on belongs to its worker and the dispatcher.</summary>
public sealed record OnlyTheHandlingUnitMayResume : Refusal;

/// <summary>Asking for more time belongs to its worker and the dispatcher.</summary>
public sealed record OnlyTheHandlingUnitMayAskForExtension : Refusal;

/// <summary>Four eyes: who asked for more time does not grant it.</summary>
public sealed record OnlySomebodyElseMayGrantTheExtension : Refusal;

/// <summary>Four eyes: who asked for more time does not decide it.</summary>
public sealed record OnlySomebodyElseMayRefuseTheExtension : Refusal;

/// <summary>Blowing the whistle belongs to its worker and the dispatcher.</summary>
public sealed record OnlyTheHandlingUnitMayWhistle : Refusal;

/// <summary>Calling the next level belongs to its worker and the dispatcher.</summary>
public sealed record OnlyTheHandlingUnitMayRaiseTheWhistle : Refusal;

/// <summary>Reporting in belongs to the level that was called.</summary>
public sealed record OnlyTheLevelCalledMayAnswer : Refusal;

/// <summary>Assessing the answer belongs to those who called.</summary>
public sealed record OnlyTheHandlingUnitMayAssess : Refusal;

/// <summary>Inviting belongs to the lead unit.</summary>
public sealed record OnlyTheLeadUnitMayInvite : Refusal;

/// <summary>Reporting back belongs to an organisation whose part is open.</summary>
public sealed record OnlyAnInvitedPartyMayReportBack : Refusal;

/// <summary>Internal notes belong to those who work on it.</summary>
public sealed record OnlyThoseWhoWorkOnItMayNote : Refusal;
