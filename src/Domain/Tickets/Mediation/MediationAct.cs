namespace Linli.Domain.Tickets.Mediation;

/// <summary>What can be done with a mediation.</summary>
public enum MediationAct
{
    /// <summary>申请: a party asks for it.</summary>
    Apply,

    /// <summary>转介: whoever dispatches a ticket sends it here; the parties are asked all the same.</summary>
    Refer,

    /// <summary>接办: a mediator of the committee takes a case that has none.</summary>
    TakeUp,

    /// <summary>增加调解员: a mediator of the case brings in a colleague.</summary>
    AddMediator,

    /// <summary>回避: a mediator stands aside and sees nothing of it any more.</summary>
    Decline,

    /// <summary>登记当事人.</summary>
    AddParty,

    /// <summary>受理: with a description that all parties may read.</summary>
    Accept,

    /// <summary>不予受理.</summary>
    Refuse,

    /// <summary>同意调解.</summary>
    Consent,

    /// <summary>All have consented: follows by itself from the last consent.</summary>
    Begin,

    /// <summary>不同意 or 撤回同意: ends it.</summary>
    RefuseConsent,

    /// <summary>撤回申请: before mediation has begun.</summary>
    Withdraw,

    /// <summary>约定调解时间.</summary>
    PlanSession,

    /// <summary>记录调解: who was present, and confidential notes.</summary>
    RecordSession,

    /// <summary>拟定协议, or change it before it is signed; signatures begin anew.</summary>
    DraftAgreement,

    /// <summary>记录口头协议: in force at once.</summary>
    RecordOral,

    /// <summary>签字.</summary>
    Sign,

    /// <summary>All parties and a mediator have signed: follows by itself from the last signature.</summary>
    Conclude,

    /// <summary>未达成协议.</summary>
    EndWithoutAgreement,

    /// <summary>当事人未到场.</summary>
    EndForAbsence,

    /// <summary>安排回访: beside those that the rules plan.</summary>
    PlanVisit,

    /// <summary>记录回访.</summary>
    RecordVisit,

    /// <summary>结案.</summary>
    Close,
}

/// <summary>What a person is to one case; one person can be several.</summary>
[Flags]
public enum MediationRoles
{
    /// <summary>Nothing: the case does not exist for this person.</summary>
    None = 0,

    /// <summary>The party who asked for it, or for whom a ticket was referred.</summary>
    Applicant = 1,

    /// <summary>Any party, the applicant included.</summary>
    Party = 2,

    /// <summary>A mediator of the committee who may take the case because it has no mediator. Sees number, kind and compound, nothing else.</summary>
    Committee = 4,

    /// <summary>A mediator of the case.</summary>
    Mediator = 8,

    /// <summary>Who dispatches the ticket from which the case comes; sees that it was referred and that it ended.</summary>
    Referrer = 16,

    /// <summary>What follows by itself.</summary>
    System = 32,
}
