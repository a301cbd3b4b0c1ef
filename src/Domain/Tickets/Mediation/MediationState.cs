namespace Linli.Domain.Tickets.Mediation;

/// <summary>Where a mediation stands (requirement C4). A design: the law names the steps, not their states.</summary>
public enum MediationState
{
    /// <summary>待接办: asked for, no mediator has read it yet.</summary>
    Applied,

    /// <summary>审查中: a mediator has taken it and decides whether it is accepted.</summary>
    Examining,

    /// <summary>征求同意: accepted; every party is asked. Without the consent of all there is no mediation.</summary>
    AwaitingConsent,

    /// <summary>调解中: all parties have consented.</summary>
    InMediation,

    /// <summary>待签字: the parties have agreed, the written agreement waits for signatures.</summary>
    Drafted,

    /// <summary>回访中: the agreement is in force and its fulfilment is looked after.</summary>
    FollowUp,

    /// <summary>已结案.</summary>
    Closed,
}

/// <summary>How a mediation ended.</summary>
public enum MediationResult
{
    /// <summary>达成协议.</summary>
    Agreement,

    /// <summary>未达成协议: the parties are told of other ways.</summary>
    NoAgreement,

    /// <summary>撤回: a party took the application or the consent back.</summary>
    Withdrawn,

    /// <summary>当事人未到场.</summary>
    PartyAbsent,

    /// <summary>不同意调解: a party did not consent from the beginning.</summary>
    ConsentRefused,

    /// <summary>不予受理: for another way, with a reason.</summary>
    NotAccepted,
}

/// <summary>In what form an agreement was made.</summary>
public enum AgreementForm
{
    /// <summary>调解协议书.</summary>
    Written,

    /// <summary>口头协议: the parties want no paper; the mediator records its content.</summary>
    Oral,
}

/// <summary>On which side a party stands.</summary>
public enum PartySide
{
    /// <summary>申请人.</summary>
    Applicant,

    /// <summary>被申请人.</summary>
    Respondent,
}

/// <summary>What a party has said to being mediated.</summary>
public enum ConsentState
{
    /// <summary>待答复.</summary>
    Asked,

    /// <summary>同意.</summary>
    Given,

    /// <summary>不同意, or taken back.</summary>
    Refused,
}

/// <summary>How a party said so, or signed.</summary>
public enum SaidWay
{
    /// <summary>本人在平台上.</summary>
    OnPlatform,

    /// <summary>当面.</summary>
    InPerson,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>书面.</summary>
    Writing,
}

/// <summary>What a follow-up visit (回访) found.</summary>
public enum VisitResult
{
    /// <summary>已履行.</summary>
    Fulfilled,

    /// <summary>部分履行.</summary>
    Partly,

    /// <summary>未履行.</summary>
    NotFulfilled,
}
