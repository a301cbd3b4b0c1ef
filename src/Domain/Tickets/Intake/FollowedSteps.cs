namespace Linli.Domain.Tickets.Intake;

/// <summary>What neighbours who follow a ticket hear and see of it: that it moves and how it ends, never what its reporter said or who said it.</summary>
public static class FollowedSteps
{
    /// <summary>Whether followers are told of the act.</summary>
    public static bool IsTold(TicketAct act) => act is TicketAct.Accept or TicketAct.MarkDone or TicketAct.Confirm or TicketAct.CloseUnrated
        or TicketAct.ReportUnsolved or TicketAct.ReopenOnVisit or TicketAct.Withdraw;

    /// <summary>Whether the step stands in the timeline that followers see.</summary>
    public static bool IsShown(TicketAct act) => act is TicketAct.Report or TicketAct.Accept or TicketAct.Assign or TicketAct.Claim or TicketAct.MarkDone
        or TicketAct.Confirm or TicketAct.CloseUnrated or TicketAct.ReportUnsolved or TicketAct.ReopenOnVisit or TicketAct.Withdraw or TicketAct.Pause or TicketAct.Resume;

    /// <summary>Whether the words of the step are shown: what was done for all.</summary>
    public static bool ShowsWords(TicketAct act) => act is TicketAct.MarkDone;
}
