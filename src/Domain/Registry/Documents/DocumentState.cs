namespace Linli.Domain.Registry.Documents;

/// <summary>Where a version stands. Stored by name.</summary>
public enum DocumentState
{
    /// <summary>起草中: its text can be changed.</summary>
    Draft,

    /// <summary>征求意见中: its text stands; owners and residents comment.</summary>
    PublishedForComment,

    /// <summary>已通过: decided, not in force yet.</summary>
    Adopted,

    /// <summary>现行.</summary>
    InForce,

    /// <summary>已被新版本取代.</summary>
    Superseded,

    /// <summary>已废止.</summary>
    Repealed,

    /// <summary>已撤回: given up before it came into force.</summary>
    Withdrawn,
}

/// <summary>What is done with a version.</summary>
public enum DocumentAct
{
    /// <summary>起草.</summary>
    Draft,

    /// <summary>修改文稿.</summary>
    Revise,

    /// <summary>对照必备条款: point to the articles that fulfil the required clauses.</summary>
    MarkClauses,

    /// <summary>公开征求意见.</summary>
    Publish,

    /// <summary>提意见, by a household.</summary>
    Comment,

    /// <summary>答复意见.</summary>
    AnswerComment,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>记录通过.</summary>
    Adopt,

    /// <summary>施行, when its day has come.</summary>
    EnterIntoForce,

    /// <summary>被取代, by the next version.</summary>
    Supersede,

    /// <summary>废止.</summary>
    Repeal,

    /// <summary>上传扫描件.</summary>
    AttachScan,
}
