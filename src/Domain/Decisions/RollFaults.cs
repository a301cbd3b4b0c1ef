using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>A unit counts and the registry knows no area of it.</summary>
/// <param name="Unit">Its code.</param>
public sealed record UnitHasNoArea(string Unit) : Refusal;

/// <summary>A unit was handed over and the registry knows no owner of it.</summary>
/// <param name="Unit">Its code.</param>
public sealed record UnitHasNoOwner(string Unit) : Refusal;

/// <summary>What keeps a roll from being drawn up; each is to be put right in the registry.</summary>
public static class RollFaults
{
    /// <summary>All of them, by the code of the unit; empty when the roll can be drawn up.</summary>
    public static IReadOnlyList<Refusal> In(IEnumerable<RollUnit> units, RollRules rules) =>
    [
        .. units.Where(unit => VoterRoll.Counts(unit, rules)).OrderBy(unit => unit.Code, UnitCodeOrder.It).SelectMany(unit => new Refusal?[]
        {
            unit.Counted is null ? new UnitHasNoArea(unit.Code) : null,
            unit.State == SaleState.Delivered && unit.Owners.Count == 0 ? new UnitHasNoOwner(unit.Code) : null,
        }).OfType<Refusal>(),
    ];
}
