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

    /// <summary>抢单: a worker takes an accepted ticket of the own organisation that nobody holds.</summary>
    Claim,

    /// <summary>申请退单: it was sent to the wrong party; waits for the decision of somebody else.</summary>
    RequestReturn,

    /// <summary>同意退单: back to dispatch.</summary>
    AcceptReturn,

    /// <summary>不同意退单: stays with the worker, who takes it up again.</summary>
    RejectReturn,

    /// <summary>暂停: waits for the resident or for material; the clock of the result is held.</summary>
    Pause,

    /// <summary>恢复办理: the clock runs on; used time stays used.</summary>
    Resume,

    /// <summary>申请延期.</summary>
    AskExtension,

    /// <summary>批准延期: by another person than who asked.</summary>
    GrantExtension,

    /// <summary>不批准延期.</summary>
    RefuseExtension,

    /// <summary>吹哨: calls the community, then the subdistrict, then the district.</summary>
    Whistle,

    /// <summary>向上一级吹哨: the level called has not reported in time, or could not help.</summary>
    RaiseWhistle,

    /// <summary>报到: the level that was called says what it does.</summary>
    AnswerWhistle,

    /// <summary>双考核: who blew the whistle says whether the answer helped; the answer has said whether the call was warranted.</summary>
    AssessWhistle,

    /// <summary>联合办理: asks another organisation for its part; the lead unit stays responsible.</summary>
    InviteParty,

    /// <summary>反馈: an invited organisation tells what it did.</summary>
    ReportBack,

    /// <summary>内部备注: among those who work on it; no resident ever sees it.</summary>
    NoteInternally,

    /// <summary>回访: somebody who did not handle it asks the reporter after the closing; also a call that nobody answered.</summary>
    Visit,

    /// <summary>回访未解决: the reporter says on a return visit that it is not solved.</summary>
    ReopenOnVisit,

    /// <summary>提醒: the platform reminds whoever holds it that the time is nearly over.</summary>
    Remind,

    /// <summary>黄牌: the time is over; the leader is told and says what will be done.</summary>
    GiveYellowCard,

    /// <summary>红牌督办: a named supervisor looks after it.</summary>
    GiveRedCard,

    /// <summary>提请挂牌督办.</summary>
    ProposeListing,

    /// <summary>提请约谈.</summary>
    ProposeInterview,

    /// <summary>回应: who is answerable for a card says what will be done.</summary>
    AcknowledgeCard,

    /// <summary>挂牌督办: a supervisor lists it, with a reason and a day.</summary>
    ListPublicly,

    /// <summary>不挂牌: a supervisor decides against a proposed listing, with a reason.</summary>
    DeclineListing,

    /// <summary>约谈: who talked with whom and what was agreed.</summary>
    HoldInterview,

    /// <summary>摘牌: the listing ends.</summary>
    LiftListing,

    /// <summary>随主单办结: the result of the leading ticket of its group is its result too; the reporter confirms the own one.</summary>
    FollowLead,
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

    /// <summary>A worker of the organisation that leads it, while nobody holds it.</summary>
    Worker = 16,

    /// <summary>Of an organisation whose part in it is still open.</summary>
    Party = 32,

    /// <summary>Of the level that an open whistle called.</summary>
    Responder = 64,

    /// <summary>Who may decide the return that waits: another person than who asked for it.</summary>
    Adjudicator = 128,

    /// <summary>Who may decide the extension that waits: another person than who asked for it.</summary>
    Approver = 256,

    /// <summary>Who makes return visits where the ticket is.</summary>
    Visitor = 1 << 12,

    /// <summary>Who takes reports for others where the ticket is (TakeReports).</summary>
    Clerk = 1 << 13,

    /// <summary>Whose post supervises the compound.</summary>
    Supervisor = 512,

    /// <summary>Who is answerable for a card that waits for an answer.</summary>
    Answerable = 1024,
}
