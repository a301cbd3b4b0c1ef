using Linli.Domain.Registry;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>What can be done with several tickets at once. Closing without a rating is the platform's alone, so it is not among them.</summary>
public enum BatchAct
{
    /// <summary>Take each, with the category and urgency that it has.</summary>
    Accept,

    /// <summary>Give each to one worker.</summary>
    Assign,

    /// <summary>Record of each that its reporter was reached.</summary>
    Contact,

    /// <summary>Say of each what was done.</summary>
    MarkDone,
}

internal static class BatchActs
{
    /// <summary>What a post needs for it; each ticket is asked for itself besides.</summary>
    public static Permission Of(BatchAct act) => act switch
    {
        BatchAct.Accept => Permission.AcceptTickets,
        BatchAct.Assign => Permission.AssignTickets,
        _ => Permission.HandleTickets,
    };
}
