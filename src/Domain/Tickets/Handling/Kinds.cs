namespace Linli.Domain.Tickets.Handling;

/// <summary>What a pause waits for.</summary>
public enum PauseReason
{
    /// <summary>等待住户.</summary>
    Resident,

    /// <summary>等待材料、配件.</summary>
    Material,
}

/// <summary>Why a ticket is given back. Wrong dispatch, once decided so, may be taken out of the three rates (domain.md §5).</summary>
public enum ReturnGround
{
    /// <summary>派错单位: another unit is responsible.</summary>
    WrongDispatch,

    /// <summary>超出职责: no unit that the platform knows is responsible.</summary>
    BeyondDuty,

    /// <summary>重复事项: the matter is worked on under another number.</summary>
    Duplicate,

    /// <summary>信息不足: place or matter cannot be told from the report.</summary>
    Unclear,
}

/// <summary>Who is called by a whistle, from near to far.</summary>
public enum WhistleLevel
{
    /// <summary>社区.</summary>
    Community,

    /// <summary>街道.</summary>
    Subdistrict,

    /// <summary>区县部门.</summary>
    District,
}

/// <summary>三方联访、联议、联办、联调 (SEED 3): in what way several work together.</summary>
public enum JointWay
{
    /// <summary>联访: call on the household together.</summary>
    Visit,

    /// <summary>联议: talk it over together.</summary>
    Discuss,

    /// <summary>联办: do the work together.</summary>
    Act,

    /// <summary>联调: mediate together.</summary>
    Mediate,
}

/// <summary>How much of a step its reporter and neighbours see.</summary>
public enum ResidentSight
{
    /// <summary>All of it, with its words.</summary>
    Whole,

    /// <summary>That it happened, without the words.</summary>
    WithoutWords,

    /// <summary>Nothing: it is among those who work on it.</summary>
    Nothing,
}

/// <summary>What residents see of the steps of a ticket.</summary>
public static class ResidentSights
{
    /// <summary>How much of the act a resident sees.</summary>
    public static ResidentSight Of(TicketAct act) => act switch
    {
        TicketAct.RequestReturn or TicketAct.AcceptReturn or TicketAct.RejectReturn or TicketAct.AskExtension or TicketAct.RefuseExtension
            or TicketAct.AssessWhistle or TicketAct.NoteInternally => ResidentSight.Nothing,
        TicketAct.Whistle or TicketAct.RaiseWhistle or TicketAct.AnswerWhistle or TicketAct.InviteParty
            or TicketAct.ReportBack or TicketAct.GrantExtension => ResidentSight.WithoutWords,
        _ when FollowUp.FollowUpActs.Has(act) => FollowUp.FollowUpActs.SightOf(act),
        _ => ResidentSight.Whole,
    };
}
