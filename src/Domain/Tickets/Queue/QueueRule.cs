using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>
/// What a person has to see to now, and in which order (peers-lessons §2, row 7: know what still needs me). A ticket is in the list when an act is open
/// to the person that others wait for; it stands where its soonest need stands.
/// </summary>
public static class QueueRule
{
    /// <summary>The acts of which any one answers a reason; what is in the list can be done.</summary>
    public static IReadOnlyList<TicketAct> ActsOf(QueueReason reason) => reason switch
    {
        QueueReason.AnswerCard => [TicketAct.AcknowledgeCard],
        QueueReason.AnswerWhistle => [TicketAct.AnswerWhistle],
        QueueReason.HandleUnsolved => [TicketAct.Contact, TicketAct.Assign],
        QueueReason.Accept => [TicketAct.Accept],
        QueueReason.Assign => [TicketAct.Assign],
        QueueReason.Contact => [TicketAct.Contact],
        QueueReason.DecideReturn => [TicketAct.AcceptReturn],
        QueueReason.DecideExtension => [TicketAct.GrantExtension],
        QueueReason.Finish => [TicketAct.MarkDone],
        QueueReason.ChaseContact or QueueReason.ChaseResult => [TicketAct.Assign, TicketAct.Resume, TicketAct.NoteInternally],
        QueueReason.RaiseWhistle => [TicketAct.RaiseWhistle],
        QueueReason.ReportBack => [TicketAct.ReportBack],
        QueueReason.AssessWhistle => [TicketAct.AssessWhistle],
        QueueReason.Supervise => [TicketAct.ListPublicly, TicketAct.HoldInterview, TicketAct.LiftListing],
        QueueReason.Visit => [TicketAct.Visit],
        QueueReason.Claim => [TicketAct.Claim],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>All that the ticket needs of the person, the soonest first; nothing when it can wait for others.</summary>
    public static IReadOnlyList<QueueNeed> Needs(QueueFacts facts, DateTimeOffset now) =>
    [
        .. Reasons(facts, now)
            .Where(need => ActsOf(need.Reason).Any(act => !TicketFlow.Decide(facts.State, act, facts.Roles).IsRefused))
            .Select(need => new QueueNeed(need.Reason, need.DueAt, BandOf(facts, need.Reason, need.DueAt, now)))
            .Order(),
    ];

    /// <summary>The tickets that need the person, in the order in which to see to them: by the soonest need, then by the longer wait, then by number.</summary>
    public static IReadOnlyList<T> Ordered<T>(IEnumerable<T> tickets, Func<T, QueueNeed> soonest, Func<T, DateTimeOffset> receivedAt, Func<T, string> number) =>
        [.. tickets.OrderBy(soonest).ThenBy(receivedAt).ThenBy(number, StringComparer.Ordinal)];

    private static IEnumerable<(QueueReason Reason, DateTimeOffset? DueAt)> Reasons(QueueFacts t, DateTimeOffset now)
    {
        var holds = t.Roles.HasFlag(TicketRoles.Handler);
        var leads = t.Roles.HasFlag(TicketRoles.Dispatcher) && t.IsOurs;
        var isLateToContact = !t.IsContacted && t.ContactDueAt < now;
        if (t.CardSince is { } card)
        {
            yield return (QueueReason.AnswerCard, card);
        }

        if (t.SuperviseSince is { } since)
        {
            yield return (QueueReason.Supervise, since);
        }

        switch (t.State)
        {
            case TicketState.Received when leads:
                yield return (QueueReason.Accept, t.ContactDueAt);
                break;
            case TicketState.Accepted when leads:
                yield return (QueueReason.Assign, t.IsContacted ? t.ResolveDueAt : t.ContactDueAt);
                break;
            case TicketState.Accepted when t.Roles.HasFlag(TicketRoles.Worker):
                yield return (QueueReason.Claim, t.IsContacted ? t.ResolveDueAt : t.ContactDueAt);
                break;
            case TicketState.Reopened when holds || leads:
                yield return (QueueReason.HandleUnsolved, t.ResolveDueAt);
                break;
            case TicketState.Assigned when holds:
                yield return (QueueReason.Contact, t.IsContacted ? t.ResolveDueAt : t.ContactDueAt);
                break;
            case TicketState.Handling when holds:
                yield return (QueueReason.Finish, t.ResolveDueAt);
                break;
            case TicketState.Assigned or TicketState.Handling or TicketState.Paused when leads && isLateToContact:
                yield return (QueueReason.ChaseContact, t.ContactDueAt);
                break;
            case TicketState.Assigned or TicketState.Handling or TicketState.Paused when leads && t.ResolveDueAt < now:
                yield return (QueueReason.ChaseResult, t.ResolveDueAt);
                break;
            default:
                break;
        }

        foreach (var beside in Beside(t, holds || leads, now))
        {
            yield return beside;
        }
    }

    // What goes on beside the state.
    private static IEnumerable<(QueueReason Reason, DateTimeOffset? DueAt)> Beside(QueueFacts t, bool isUnits, DateTimeOffset now)
    {
        if (t.Roles.HasFlag(TicketRoles.Adjudicator) && t.ReturnDueAt is { } decide)
        {
            yield return (QueueReason.DecideReturn, decide);
        }

        if (t.Roles.HasFlag(TicketRoles.Approver))
        {
            yield return (QueueReason.DecideExtension, t.ResolveDueAt);
        }

        if (t.Roles.HasFlag(TicketRoles.Responder) && t.WhistleDueAt is { } report)
        {
            yield return (QueueReason.AnswerWhistle, report);
        }
        else if (isUnits && t.WhistleDueAt is { } waited && waited < now)
        {
            yield return (QueueReason.RaiseWhistle, waited);
        }

        if (isUnits && t.IsToAssess)
        {
            yield return (QueueReason.AssessWhistle, null);
        }

        if (t.Roles.HasFlag(TicketRoles.Party) && t.PartDueAt is { } part)
        {
            yield return (QueueReason.ReportBack, part);
        }

        if (t.Roles.HasFlag(TicketRoles.Visitor) && t.VisitDueAt is { } visit)
        {
            yield return (QueueReason.Visit, visit);
        }
    }

    private static QueueBand BandOf(QueueFacts facts, QueueReason reason, DateTimeOffset? dueAt, DateTimeOffset now) =>
        facts.Urgency == Urgency.Emergency && IsWork(reason) ? QueueBand.Emergency
        : dueAt is not { } due ? QueueBand.Later
        : due < now ? QueueBand.Late
        : due <= ChinaTime.EndOf(ChinaTime.DayOf(now)) ? QueueBand.Today
        : QueueBand.Later;

    // The work itself, rather than what is decided or asked about it.
    private static bool IsWork(QueueReason reason) => reason is QueueReason.Accept or QueueReason.Assign or QueueReason.Contact or QueueReason.HandleUnsolved
        or QueueReason.Finish or QueueReason.ChaseContact or QueueReason.ChaseResult or QueueReason.Claim;
}
