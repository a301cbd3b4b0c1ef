using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>表决权人: the exact set of owners of a unit, with all units of that same set (domain.md §1.2).</summary>
/// <param name="Index">Place on the roll, from 0.</param>
/// <param name="Key">Ids of the owners in order, joined by +.</param>
/// <param name="Building">The building of the first unit by code; there the voter is looked for.</param>
/// <param name="Area">All areas together.</param>
/// <param name="Units">The units that count, by code.</param>
/// <param name="DeliveryProved">Whether delivery is proved for any of these units.</param>
public sealed record Voter(int Index, string Key, string Building, Area Area, IReadOnlyList<RollUnit> Units, bool DeliveryProved)
{
    /// <summary>One head, and the area.</summary>
    public Weight Weight => new(1, Area);

    /// <summary>Whether several owners share the voice.</summary>
    public bool IsShared => Key.Contains('+', StringComparison.Ordinal);
}
