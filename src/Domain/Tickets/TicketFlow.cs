using System.Collections.Frozen;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.FollowUp;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tickets;

/// <summary>One permitted step of a ticket.</summary>
/// <param name="From">The state before; null before the ticket exists.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state after.</param>
public readonly record struct TicketRow(TicketState? From, TicketAct Act, TicketState To);

/// <summary>
/// The life of a ticket as one table (domain.md §5; requirements C1). What stands in it is allowed to whom the act belongs;
/// everything else is refused by a sentence of its own.
/// </summary>
public static class TicketFlow
{
    /// <summary>A worker holds it and no pause runs.</summary>
    private static readonly TicketState[] Held = [TicketState.Assigned, TicketState.Handling, TicketState.Reopened];

    /// <summary>It is accepted and not answered yet.</summary>
    private static readonly TicketState[] Worked = [TicketState.Accepted, .. Held, TicketState.Paused];

    /// <summary>What was asked of others may still be answered, also after the result.</summary>
    private static readonly TicketState[] Answerable = [.. Worked, TicketState.ReturnRequested, TicketState.Replied];

    /// <summary>No result is there, wherever it lies.</summary>
    private static readonly TicketState[] Chased = [TicketState.Received, .. Worked, TicketState.ReturnRequested];

    /// <summary>Every permitted step, along the life of a ticket.</summary>
    public static readonly IReadOnlyList<TicketRow> Table =
    [
        new(null, TicketAct.Report, TicketState.Received),

        new(TicketState.Received, TicketAct.Accept, TicketState.Accepted),
        new(TicketState.Received, TicketAct.Supplement, TicketState.Received),
        new(TicketState.Received, TicketAct.Withdraw, TicketState.Withdrawn),

        new(TicketState.Accepted, TicketAct.Assign, TicketState.Assigned),
        new(TicketState.Accepted, TicketAct.Supplement, TicketState.Accepted),
        new(TicketState.Accepted, TicketAct.Withdraw, TicketState.Withdrawn),

        new(TicketState.Assigned, TicketAct.Assign, TicketState.Assigned),
        new(TicketState.Assigned, TicketAct.Contact, TicketState.Handling),
        new(TicketState.Assigned, TicketAct.Supplement, TicketState.Assigned),

        new(TicketState.Handling, TicketAct.Assign, TicketState.Assigned),
        new(TicketState.Handling, TicketAct.Contact, TicketState.Handling),
        new(TicketState.Handling, TicketAct.MarkDone, TicketState.Replied),
        new(TicketState.Handling, TicketAct.Supplement, TicketState.Handling),

        new(TicketState.Replied, TicketAct.Confirm, TicketState.Closed),
        new(TicketState.Replied, TicketAct.ReportUnsolved, TicketState.Reopened),
        new(TicketState.Replied, TicketAct.Supplement, TicketState.Replied),
        new(TicketState.Replied, TicketAct.CloseUnrated, TicketState.Closed),

        new(TicketState.Reopened, TicketAct.Assign, TicketState.Assigned),
        new(TicketState.Reopened, TicketAct.Contact, TicketState.Handling),
        new(TicketState.Reopened, TicketAct.Supplement, TicketState.Reopened),

        new(TicketState.Accepted, TicketAct.Claim, TicketState.Assigned),
        .. From(TicketAct.RequestReturn, TicketState.ReturnRequested, Held),
        new(TicketState.ReturnRequested, TicketAct.AcceptReturn, TicketState.Accepted),
        new(TicketState.ReturnRequested, TicketAct.RejectReturn, TicketState.Assigned),
        new(TicketState.ReturnRequested, TicketAct.Supplement, TicketState.ReturnRequested),

        new(TicketState.Handling, TicketAct.Pause, TicketState.Paused),
        new(TicketState.Paused, TicketAct.Resume, TicketState.Handling),
        new(TicketState.Paused, TicketAct.Supplement, TicketState.Paused),

        .. Stays(TicketAct.AskExtension, Held),
        .. Stays(TicketAct.GrantExtension, [.. Held, TicketState.Paused, TicketState.ReturnRequested]),
        .. Stays(TicketAct.RefuseExtension, [.. Held, TicketState.Paused, TicketState.ReturnRequested]),
        .. Stays(TicketAct.Whistle, Worked),
        .. Stays(TicketAct.RaiseWhistle, Worked),
        .. Stays(TicketAct.AnswerWhistle, Answerable),
        .. Stays(TicketAct.AssessWhistle, Answerable),
        .. Stays(TicketAct.InviteParty, Worked),
        .. Stays(TicketAct.ReportBack, Answerable),
        .. Stays(TicketAct.NoteInternally, [TicketState.Received, .. Answerable]),
        // A return visit is the one thing that comes after the end; "not solved" takes the ticket back from there.
        new(TicketState.Closed, TicketAct.Visit, TicketState.Closed),
        new(TicketState.Closed, TicketAct.ReopenOnVisit, TicketState.Reopened),

        // 跟踪督促 chases what has no result; what was asked of people may still be answered after it.
        .. new[] { TicketAct.Remind, TicketAct.GiveYellowCard, TicketAct.GiveRedCard, TicketAct.ProposeListing, TicketAct.ProposeInterview, TicketAct.ListPublicly }
            .SelectMany(act => Stays(act, Chased)),
        .. new[] { TicketAct.AcknowledgeCard, TicketAct.DeclineListing, TicketAct.HoldInterview, TicketAct.LiftListing }
            .SelectMany(act => Stays(act, [.. Chased, TicketState.Replied])),
        // What is one matter with another has its result with it, whether a worker was named for it or not.
        .. From(TicketAct.FollowLead, TicketState.Replied, [TicketState.Received, TicketState.Accepted, TicketState.Assigned, TicketState.Handling, TicketState.Reopened]),
    ];

    private static readonly FrozenDictionary<(TicketState?, TicketAct), TicketState> Next =
        Table.ToFrozenDictionary(row => (row.From, row.Act), row => row.To);

    private static IEnumerable<TicketRow> From(TicketAct act, TicketState to, TicketState[] states) => states.Select(state => new TicketRow(state, act, to));

    private static IEnumerable<TicketRow> Stays(TicketAct act, TicketState[] states) => states.Select(state => new TicketRow(state, act, state));

    /// <summary>To whom an act belongs; any one of the roles is enough.</summary>
    public static TicketRoles RolesOf(TicketAct act) => act switch
    {
        // Whoever takes a call reports for the caller.
        TicketAct.Report => TicketRoles.Reporter | TicketRoles.Dispatcher | TicketRoles.Clerk,
        TicketAct.Accept or TicketAct.Assign => TicketRoles.Dispatcher,
        TicketAct.Contact or TicketAct.MarkDone => TicketRoles.Handler,
        TicketAct.Confirm or TicketAct.ReportUnsolved or TicketAct.Supplement or TicketAct.Withdraw => TicketRoles.Reporter,
        TicketAct.CloseUnrated or TicketAct.FollowLead => TicketRoles.System,
        TicketAct.Claim => TicketRoles.Worker,
        TicketAct.Pause => TicketRoles.Handler,
        // A pause ends by itself when its longest time is over.
        TicketAct.Resume => TicketRoles.Handler | TicketRoles.Dispatcher | TicketRoles.System,
        TicketAct.AcceptReturn or TicketAct.RejectReturn => TicketRoles.Adjudicator,
        TicketAct.GrantExtension or TicketAct.RefuseExtension => TicketRoles.Approver,
        TicketAct.RequestReturn or TicketAct.AskExtension or TicketAct.Whistle or TicketAct.RaiseWhistle or TicketAct.AssessWhistle or TicketAct.InviteParty =>
            TicketRoles.Handler | TicketRoles.Dispatcher,
        TicketAct.AnswerWhistle => TicketRoles.Responder,
        TicketAct.ReportBack => TicketRoles.Party,
        TicketAct.NoteInternally =>
            TicketRoles.Handler | TicketRoles.Dispatcher | TicketRoles.Party | TicketRoles.Responder | TicketRoles.Adjudicator | TicketRoles.Approver,
        TicketAct.Visit or TicketAct.ReopenOnVisit => TicketRoles.Visitor,
        _ when FollowUpActs.Has(act) => FollowUpActs.RolesOf(act),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>
    /// The state after the act, or why it is refused. Who may not act at all hears that first, so that a stranger learns
    /// nothing about the state.
    /// </summary>
    /// <param name="state">The state now; null before the ticket exists.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="roles">What the person is to this ticket.</param>
    public static Outcome<TicketState> Decide(TicketState? state, TicketAct act, TicketRoles roles) =>
        (RolesOf(act) & roles) == TicketRoles.None ? WrongRole(act)
        : Next.TryGetValue((state, act), out var next) ? next
        : WrongState(state, act);

    /// <summary>The acts that are open to a person in a state, in the order of <see cref="TicketAct"/>: what a page offers as buttons.</summary>
    public static IReadOnlyList<TicketAct> ActsOpenTo(TicketState? state, TicketRoles roles) =>
        [.. Enum.GetValues<TicketAct>().Where(act => !Decide(state, act, roles).IsRefused)];

    /// <summary>Whether nothing can be done any more by those concerned; only a return visit looks back.</summary>
    public static bool IsFinal(TicketState state) => state is TicketState.Closed or TicketState.Withdrawn;

    private static Refusal WrongRole(TicketAct act) => act switch
    {
        TicketAct.Report => new OnlyAReporterOrDispatcherMayReport(),
        TicketAct.Accept => new OnlyADispatcherMayAccept(),
        TicketAct.Assign => new OnlyADispatcherMayAssign(),
        TicketAct.Contact => new OnlyTheHandlerMayContact(),
        TicketAct.MarkDone => new OnlyTheHandlerMayMarkDone(),
        TicketAct.Confirm => new OnlyTheReporterMayConfirm(),
        TicketAct.ReportUnsolved => new OnlyTheReporterMayReportUnsolved(),
        TicketAct.Supplement => new OnlyTheReporterMaySupplement(),
        TicketAct.Withdraw => new OnlyTheReporterMayWithdraw(),
        TicketAct.CloseUnrated => new OnlyTheSystemMayCloseUnrated(),
        TicketAct.FollowLead => new Finding.OnlyItsGroupMayFinishIt(),
        TicketAct.Claim => new OnlyAWorkerOfTheLeadUnitMayClaim(),
        TicketAct.RequestReturn => new OnlyTheHandlingUnitMayReturn(),
        TicketAct.AcceptReturn => new OnlySomebodyElseMayAcceptTheReturn(),
        TicketAct.RejectReturn => new OnlySomebodyElseMayRejectTheReturn(),
        TicketAct.Pause => new OnlyTheHandlerMayPause(),
        TicketAct.Resume => new OnlyTheHandlingUnitMayResume(),
        TicketAct.AskExtension => new OnlyTheHandlingUnitMayAskForExtension(),
        TicketAct.GrantExtension => new OnlySomebodyElseMayGrantTheExtension(),
        TicketAct.RefuseExtension => new OnlySomebodyElseMayRefuseTheExtension(),
        TicketAct.Whistle => new OnlyTheHandlingUnitMayWhistle(),
        TicketAct.RaiseWhistle => new OnlyTheHandlingUnitMayRaiseTheWhistle(),
        TicketAct.AnswerWhistle => new OnlyTheLevelCalledMayAnswer(),
        TicketAct.AssessWhistle => new OnlyTheHandlingUnitMayAssess(),
        TicketAct.InviteParty => new OnlyTheLeadUnitMayInvite(),
        TicketAct.ReportBack => new OnlyAnInvitedPartyMayReportBack(),
        TicketAct.NoteInternally => new OnlyThoseWhoWorkOnItMayNote(),
        TicketAct.Visit => new Evaluation.OnlyAVisitorMayVisit(),
        TicketAct.ReopenOnVisit => new Evaluation.OnlyAVisitorMayReopen(),
        _ when FollowUpActs.Has(act) => FollowUpActs.WrongRole(act),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Refusal WrongState(TicketState? state, TicketAct act) => (state, act) switch
    {
        (null, _) => new TicketIsNotYetReported(),
        (TicketState.Closed, _) => new TicketIsClosed(),
        (TicketState.Withdrawn, _) => new TicketIsWithdrawn(),
        (_, TicketAct.Visit or TicketAct.ReopenOnVisit) => new Evaluation.TicketIsNotYetClosed(),
        (_, TicketAct.Report) => new TicketIsAlreadyReported(),
        (_, TicketAct.Accept) => new TicketIsAlreadyAccepted(),
        (_, TicketAct.Withdraw) => new TicketIsAlreadyAssigned(),
        (not TicketState.Received, TicketAct.Claim) => new TicketIsAlreadyTaken(),
        (_, TicketAct.Confirm or TicketAct.ReportUnsolved or TicketAct.CloseUnrated) => new TicketIsNotYetDone(),
        (TicketState.Replied, _) => new TicketAwaitsTheReporter(),
        (TicketState.ReturnRequested, _) => new TicketReturnIsPending(),
        (_, TicketAct.AcceptReturn or TicketAct.RejectReturn) => new NoReturnIsPending(),
        (TicketState.Paused, _) => new TicketIsPaused(),
        (_, TicketAct.Resume) => new TicketIsNotPaused(),
        (TicketState.Received, TicketAct.Assign or >= TicketAct.Claim) => new TicketIsNotYetAccepted(),
        (TicketState.Received or TicketState.Accepted, _) => new TicketIsNotYetAssigned(),
        (_, TicketAct.MarkDone or TicketAct.Pause) => new ReporterIsNotYetContacted(),
        _ => throw new ArgumentOutOfRangeException(nameof(act), (state, act), "The table has no row and no refusal."),
    };
}
