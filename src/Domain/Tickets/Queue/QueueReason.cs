namespace Linli.Domain.Tickets.Queue;

/// <summary>Why a ticket needs somebody. Where two are due at the same moment, the earlier one here comes first: what others wait for before what one does alone.</summary>
public enum QueueReason
{
    /// <summary>督办待回应: a card waits for an answer.</summary>
    AnswerCard,

    /// <summary>吹哨待报到: the own level was called.</summary>
    AnswerWhistle,

    /// <summary>居民说未解决: reopened, and it lies with this person or is led by this person's unit.</summary>
    HandleUnsolved,

    /// <summary>待受理.</summary>
    Accept,

    /// <summary>待派单: accepted, and nobody holds it.</summary>
    Assign,

    /// <summary>待联系: in this person's hands, and the reporter has not been reached.</summary>
    Contact,

    /// <summary>退单待裁定.</summary>
    DecideReturn,

    /// <summary>延期待批.</summary>
    DecideExtension,

    /// <summary>待办结: in this person's hands.</summary>
    Finish,

    /// <summary>联系超时: in the hands of a colleague of the own unit, who let the time pass.</summary>
    ChaseContact,

    /// <summary>办结超时: the same with the result.</summary>
    ChaseResult,

    /// <summary>吹哨未回: the level that was called let its time pass; the next one may be called.</summary>
    RaiseWhistle,

    /// <summary>联办待反馈: the own organisation's part is open.</summary>
    ReportBack,

    /// <summary>吹哨待评价: the answer has not been assessed.</summary>
    AssessWhistle,

    /// <summary>挂牌或约谈待定: a proposal waits, or the day of a listing or talk has come.</summary>
    Supervise,

    /// <summary>待回访.</summary>
    Visit,

    /// <summary>可抢单: a worker of the unit may take it.</summary>
    Claim,
}
