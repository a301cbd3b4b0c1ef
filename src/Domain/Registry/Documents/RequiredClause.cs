namespace Linli.Domain.Registry.Documents;

/// <summary>
/// What a document has to lay down. Which of them a kind needs where is data (the JSON files beside this one); a further one is one more
/// name here and its title in the resources. Stored by name, so names never change.
/// </summary>
public enum RequiredClause
{
    /// <summary>党组织参与小区治理 (article [2]: 依法将党组织参与小区治理写入相关制度章程).</summary>
    PartyPart,

    /// <summary>物业的使用、维护、管理.</summary>
    UseAndCare,

    /// <summary>专项维修资金的使用和续筹.</summary>
    MaintenanceFund,

    /// <summary>公共收益 from common parts.</summary>
    CommonIncome,

    /// <summary>业主的共同利益.</summary>
    CommonInterest,

    /// <summary>业主应当履行的义务.</summary>
    OwnersDuties,

    /// <summary>违反规约的责任.</summary>
    Breach,

    /// <summary>业主共同决定的事项.</summary>
    OwnersDecisions,

    /// <summary>会议形式和通知.</summary>
    MeetingForms,

    /// <summary>投票权数的计算.</summary>
    VotingWeights,

    /// <summary>表决程序和通过比例.</summary>
    VotingRules,

    /// <summary>未反馈表决票的处理.</summary>
    UnreturnedBallots,

    /// <summary>业委会的组成和任期.</summary>
    CommitteeSeats,

    /// <summary>换届和补选.</summary>
    Reelection,

    /// <summary>业委会不得决定的事项.</summary>
    CommitteeLimits,

    /// <summary>业委会会议和决定.</summary>
    CommitteeMeetings,

    /// <summary>印章和档案的保管.</summary>
    SealAndFiles,

    /// <summary>向业主公开.</summary>
    OpenBooks,

    /// <summary>邻里之间的约定.</summary>
    NeighboursPromise,

    /// <summary>轮流值班和分工.</summary>
    DutyTurns,

    /// <summary>公约的修改.</summary>
    Amendment,

    /// <summary>考核指标和评分.</summary>
    AssessmentScores,

    /// <summary>考核结果的运用.</summary>
    AssessmentUse,

    /// <summary>责任分工.</summary>
    DutyDivision,
}
