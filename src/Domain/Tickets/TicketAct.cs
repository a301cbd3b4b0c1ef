namespace Linli.Domain.Tickets;

/// <summary>What can be done with a ticket.</summary>
public enum TicketAct
{
    /// <summary>报事: makes the ticket.</summary>
    Report,

    /// <summary>受理: takes it as first-asked person, sets category and urgency.</summary>
    Accept,

    /// <summary>派单, 改派: names the worker, or another one.</summary>
    Assign,

    /// <summary>联系: the worker has reached the reporter. A call that nobody answered is no contact.</summary>
    Contact,

    /// <summary>办结回复: the worker says what was done.</summary>
    MarkDone,

    /// <summary>确认评价: the reporter answers "solved?" and "satisfied?". Partly solved is answered as not solved; that alone reopens nothing.</summary>
    Confirm,

    /// <summary>反映未解决: the reporter reopens it with a reason.</summary>
    ReportUnsolved,

    /// <summary>补充: the reporter adds a note or a photo; the state stays.</summary>
    Supplement,

    /// <summary>撤回: the reporter takes it back before a worker is named.</summary>
    Withdraw,

    /// <summary>逾期未评价办结: the system closes it after the confirmation period.</summary>
    CloseUnrated,

    /// <summary>回访: somebody who did not handle it asks the reporter after the closing; also a call that nobody answered.</summary>
    Visit,

    /// <summary>回访未解决: the reporter says on a return visit that it is not solved.</summary>
    ReopenOnVisit,
}

/// <summary>What a person is to one ticket; one person can be several.</summary>
[Flags]
public enum TicketRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Who reported it, or for whom it was reported.</summary>
    Reporter = 1,

    /// <summary>Who may accept and assign for the organisation that is responsible.</summary>
    Dispatcher = 2,

    /// <summary>The worker to whom it is assigned now, and nobody else.</summary>
    Handler = 4,

    /// <summary>The platform's own jobs.</summary>
    System = 8,

    /// <summary>Who makes return visits where the ticket is.</summary>
    Visitor = 1 << 8,
}
