namespace Linli.Domain.Decisions;

/// <summary>Where an owners' decision stands (domain.md §1.8). Stored by name.</summary>
public enum DecisionState
{
    /// <summary>起草: questions are written.</summary>
    Draft,

    /// <summary>党组织研究: the branch is asked for its opinion, which binds nobody by law.</summary>
    PartyReview,

    /// <summary>已告知居委会.</summary>
    CommunityInformed,

    /// <summary>公示: agenda locked, roll published for correction.</summary>
    Noticed,

    /// <summary>表决中: the roll is frozen.</summary>
    Voting,

    /// <summary>计票.</summary>
    Counting,

    /// <summary>结果公示: objections are heard.</summary>
    ResultPublished,

    /// <summary>生效: at least one question passed.</summary>
    Effective,

    /// <summary>未通过: none did.</summary>
    NotPassed,

    /// <summary>被申请撤销: before a court or the authority.</summary>
    Challenged,

    /// <summary>已撤销.</summary>
    Revoked,

    /// <summary>已撤回 before voting.</summary>
    Withdrawn,
}

/// <summary>What is done to a decision. Stored by name.</summary>
public enum DecisionAct
{
    /// <summary>起草.</summary>
    Prepare,

    /// <summary>The questions are written anew.</summary>
    Rewrite,

    /// <summary>送党组织研究.</summary>
    AskBranch,

    /// <summary>记录党组织意见.</summary>
    RecordOpinion,

    /// <summary>告知居委会 [V:《物业管理条例》第十五条].</summary>
    InformCommunity,

    /// <summary>发布公告: locks the agenda and publishes the roll for correction.</summary>
    PublishNotice,

    /// <summary>更正业主清册 while it is published for correction.</summary>
    CorrectRoll,

    /// <summary>开始表决: freezes the roll.</summary>
    Open,

    /// <summary>截止.</summary>
    Close,

    /// <summary>公布结果.</summary>
    PublishResult,

    /// <summary>提出异议.</summary>
    RaiseObjection,

    /// <summary>重新计票, once.</summary>
    Recount,

    /// <summary>异议期满.</summary>
    Conclude,

    /// <summary>申请撤销.</summary>
    Challenge,

    /// <summary>维持.</summary>
    Uphold,

    /// <summary>撤销.</summary>
    Revoke,

    /// <summary>撤回.</summary>
    Withdraw,
}
