namespace Linli.Domain.Grid;

/// <summary>What a note on a household is for; there is no other purpose, and none for health, belief or means (PIPL 6, 28).</summary>
public enum NotePurpose
{
    /// <summary>When and how the household wants to be reached.</summary>
    Reach,

    /// <summary>What the household asked to be helped with.</summary>
    HelpAskedFor,

    /// <summary>What it asked to be told of.</summary>
    Inform,

    /// <summary>A hazard in or at the dwelling that was reported on.</summary>
    Hazard,
}
