using Linli.Domain.Registry.Committees;

namespace Linli.Web.Registry.Committees;

/// <summary>How a compound stands with its committee, as lists count it: each compound in one of these.</summary>
public enum Standing
{
    /// <summary>A committee is in office.</summary>
    InOffice,

    /// <summary>The term ends soon, or the next committee is being chosen.</summary>
    TermEnding,

    /// <summary>A committee is registered, its term is not.</summary>
    TermUnknown,

    /// <summary>A 物管会 stands in.</summary>
    Interim,

    /// <summary>The term ended without a successor.</summary>
    Lapsed,

    /// <summary>The first committee is being formed.</summary>
    BeingFormed,

    /// <summary>No committee.</summary>
    None,

    /// <summary>A business grid or a park, which has none.</summary>
    NotApplicable,
}

internal static class Standings
{
    public static Standing Of(GovernanceFacts facts) =>
        !facts.IsToBeCovered ? Standing.NotApplicable
        : facts.Committee?.State switch
        {
            BodyState.Active => Standing.InOffice,
            BodyState.Expiring or BodyState.ReelectionGroup or BodyState.Handover => Standing.TermEnding,
            _ when facts.Interim?.GovernsOn(facts.Today) == true => Standing.Interim,
            BodyState.Lapsed or BodyState.ActingByResidents => Standing.Lapsed,
            BodyState.Forming or BodyState.CandidatesPublished or BodyState.Election or BodyState.Filed => Standing.BeingFormed,
            _ => facts.HasCommitteeWithoutTerm ? Standing.TermUnknown : Standing.None,
        };
}
