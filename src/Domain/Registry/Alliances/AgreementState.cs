using System.Diagnostics.CodeAnalysis;

namespace Linli.Domain.Registry.Alliances;

/// <summary>Where a co-building agreement 联建共建协议 stands (requirements A8).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Signed by people; no number is meant.")]
public enum AgreementState
{
    /// <summary>草案: may be changed; a change takes back a signature.</summary>
    Draft,

    /// <summary>已签: both sides have signed; its term has not begun.</summary>
    Signed,

    /// <summary>生效.</summary>
    InForce,

    /// <summary>将到期: in force, and its end is near.</summary>
    Expiring,

    /// <summary>已到期.</summary>
    Ended,

    /// <summary>已终止 before its end, or given up as a draft.</summary>
    Terminated,
}

/// <summary>What can be done with an agreement.</summary>
public enum AgreementAct
{
    /// <summary>起草.</summary>
    Draft,

    /// <summary>修改草案.</summary>
    Change,

    /// <summary>撤销草案.</summary>
    Discard,

    /// <summary>签署, while the other side has not signed.</summary>
    SignFirst,

    /// <summary>签署, after the other side.</summary>
    SignLast,

    /// <summary>The term begins.</summary>
    Begin,

    /// <summary>The end comes near.</summary>
    NearEnd,

    /// <summary>The term is over.</summary>
    End,

    /// <summary>提前终止.</summary>
    Terminate,

    /// <summary>提交履约证明.</summary>
    Prove,

    /// <summary>核对履约证明.</summary>
    Check,

    /// <summary>续签: drafts the agreement that follows this one.</summary>
    Renew,
}

/// <summary>What somebody is to one agreement.</summary>
[Flags]
public enum AgreementRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The authorised person of the first side: the secretary of its Party organisation.</summary>
    First = 1,

    /// <summary>The authorised person of the second side.</summary>
    Second = 2,

    /// <summary>The community, or who stands above it and looks after alliances.</summary>
    Community = 4,

    /// <summary>The platform's own job.</summary>
    System = 8,
}

/// <summary>A side of an agreement.</summary>
public enum AgreementSide
{
    /// <summary>甲方, as a rule the compound's branch.</summary>
    First,

    /// <summary>乙方, as a rule the company's branch.</summary>
    Second,
}
