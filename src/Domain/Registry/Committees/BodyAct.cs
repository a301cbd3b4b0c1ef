namespace Linli.Domain.Registry.Committees;

/// <summary>What is recorded of a body. Stored by name.</summary>
public enum BodyAct
{
    /// <summary>登记现有: it is there already, with its term.</summary>
    RecordExisting,

    /// <summary>申请筹备: owners or the developer applied for the first assembly.</summary>
    BeginForming,

    /// <summary>成立筹备组.</summary>
    FormPreparatoryGroup,

    /// <summary>公示候选人.</summary>
    PublishCandidates,

    /// <summary>记录选举结果.</summary>
    RecordElection,

    /// <summary>记录选举未成.</summary>
    RecordFailedElection,

    /// <summary>提交备案.</summary>
    File,

    /// <summary>退回备案, to be corrected.</summary>
    ReturnFiling,

    /// <summary>备案办结.</summary>
    AnswerFiling,

    /// <summary>记录缺员.</summary>
    RecordVacancy,

    /// <summary>缺员补选: too few are left, a new election is convened.</summary>
    CallByElection,

    /// <summary>进入届满期; by the platform.</summary>
    NoteExpiring,

    /// <summary>报告换届.</summary>
    ReportReelection,

    /// <summary>成立换届小组.</summary>
    FormReelectionGroup,

    /// <summary>记录换届结果.</summary>
    RecordReelection,

    /// <summary>移交签收 of one item.</summary>
    SignHandoverItem,

    /// <summary>完成移交.</summary>
    CompleteHandover,

    /// <summary>撤销选举: the re-election is annulled.</summary>
    AnnulElection,

    /// <summary>届满; by the platform.</summary>
    Lapse,

    /// <summary>居委会代行.</summary>
    ActByResidents,

    /// <summary>签订物业服务合同, as the owners decided.</summary>
    SignContract,

    /// <summary>成立 a body that is not elected by the assembly, or begin its next term.</summary>
    Establish,

    /// <summary>订立邻里公约.</summary>
    AdoptCovenant,

    /// <summary>安排值班.</summary>
    PlanDuties,

    /// <summary>解散.</summary>
    Dissolve,
}

/// <summary>What somebody is to a body.</summary>
[Flags]
public enum BodyRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Chair or member of the committee.</summary>
    Committee = 1,

    /// <summary>Works for the community.</summary>
    Community = 2,

    /// <summary>Works for the subdistrict or the housing department.</summary>
    Subdistrict = 4,

    /// <summary>The platform's own work.</summary>
    System = 8,
}
