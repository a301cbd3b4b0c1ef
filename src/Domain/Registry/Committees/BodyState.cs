namespace Linli.Domain.Registry.Committees;

/// <summary>Where a body stands in its life (domain.md §1.6). Stored by name.</summary>
public enum BodyState
{
    /// <summary>筹备: applied for; its preparatory group is being formed or at work.</summary>
    Forming,

    /// <summary>候选人公示.</summary>
    CandidatesPublished,

    /// <summary>选举: elected, to be filed.</summary>
    Election,

    /// <summary>备案中: filed, to be answered.</summary>
    Filed,

    /// <summary>履职.</summary>
    Active,

    /// <summary>即将届满: the end of the term is near, or too few members are left.</summary>
    Expiring,

    /// <summary>换届小组: prepares the next election.</summary>
    ReelectionGroup,

    /// <summary>移交: the next committee is elected, the former hands over.</summary>
    Handover,

    /// <summary>届满未换届.</summary>
    Lapsed,

    /// <summary>居委会代行.</summary>
    ActingByResidents,

    /// <summary>已解散; nothing follows.</summary>
    Dissolved,
}

/// <summary>What follows from a state.</summary>
public static class BodyStates
{
    /// <summary>Whether a body in this state governs: it counts as covering its compound.</summary>
    public static bool Governs(this BodyState state) =>
        state is BodyState.Active or BodyState.Expiring or BodyState.ReelectionGroup or BodyState.Handover;
}
