using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>The acts of 跟踪督促 in the table of tickets: whose they are, and who sees them.</summary>
public static class FollowUpActs
{
    /// <summary>Whether the act belongs to 跟踪督促.</summary>
    public static bool Has(TicketAct act) => act is >= TicketAct.Remind and <= TicketAct.LiftListing;

    /// <summary>The act by which the platform takes a step.</summary>
    public static TicketAct Of(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Reminder => TicketAct.Remind,
        FollowUpKind.YellowCard => TicketAct.GiveYellowCard,
        FollowUpKind.RedCard => TicketAct.GiveRedCard,
        FollowUpKind.ListingProposal => TicketAct.ProposeListing,
        FollowUpKind.InterviewProposal => TicketAct.ProposeInterview,
        FollowUpKind.Listing => TicketAct.ListPublicly,
        FollowUpKind.Interview => TicketAct.HoldInterview,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>To whom an act belongs.</summary>
    public static TicketRoles RolesOf(TicketAct act) => act switch
    {
        TicketAct.Remind or TicketAct.GiveYellowCard or TicketAct.GiveRedCard or TicketAct.ProposeListing or TicketAct.ProposeInterview => TicketRoles.System,
        TicketAct.AcknowledgeCard => TicketRoles.Answerable,
        TicketAct.ListPublicly or TicketAct.DeclineListing or TicketAct.HoldInterview or TicketAct.LiftListing => TicketRoles.Supervisor,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>A resident learns that a matter is under supervision, in plain words, and nothing of cards and reminders.</summary>
    public static ResidentSight SightOf(TicketAct act) =>
        act is TicketAct.GiveRedCard or TicketAct.ListPublicly ? ResidentSight.WithoutWords : ResidentSight.Nothing;

    /// <summary>Why somebody else may not.</summary>
    public static Refusal WrongRole(TicketAct act) => act switch
    {
        TicketAct.Remind => new OnlyTheSystemMayRemind(),
        TicketAct.GiveYellowCard => new OnlyTheSystemMayGiveYellowCards(),
        TicketAct.GiveRedCard => new OnlyTheSystemMayGiveRedCards(),
        TicketAct.ProposeListing => new OnlyTheSystemMayProposeListings(),
        TicketAct.ProposeInterview => new OnlyTheSystemMayProposeInterviews(),
        TicketAct.AcknowledgeCard => new OnlyTheAnswerableMayAcknowledge(),
        TicketAct.ListPublicly => new OnlyASupervisorMayList(),
        TicketAct.DeclineListing => new OnlyASupervisorMayDeclineTheListing(),
        TicketAct.HoldInterview => new OnlyASupervisorMayInterview(),
        TicketAct.LiftListing => new OnlyASupervisorMayLiftTheListing(),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
