using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>How a roll is drawn up, as the rules of procedure say.</summary>
/// <param name="CountParking">Whether parking and storage count, for area and head alike; by default they do not [G: 指导规则 art 25].</param>
/// <param name="Developer">The id under which the developer votes for all that is not handed over.</param>
public sealed record RollRules(bool CountParking, string Developer);

/// <summary>业主清册: who may vote with what weight. Once frozen, later sales move no denominator.</summary>
public sealed class VoterRoll
{
    private readonly FrozenDictionary<string, (RollUnit Unit, Voter? Voter)> byUnit;

    private VoterRoll(IReadOnlyList<Voter> voters, FrozenDictionary<string, (RollUnit, Voter?)> byUnit, RollRules rules)
    {
        (Voters, this.byUnit, Rules) = (voters, byUnit, rules);
        Total = voters.Aggregate(Weight.Zero, (sum, voter) => sum + voter.Weight);
    }

    /// <summary>All voters, in the order of their first units.</summary>
    public IReadOnlyList<Voter> Voters { get; }

    /// <summary>How it was drawn up.</summary>
    public RollRules Rules { get; }

    /// <summary>The denominators of every question.</summary>
    public Weight Total { get; }

    /// <summary>The units that count.</summary>
    public IEnumerable<RollUnit> Units => Voters.SelectMany(voter => voter.Units);

    /// <summary>How many units give no vote.</summary>
    public int UnitsNotCounted => byUnit.Count - Units.Count();

    /// <summary>Draws up a roll. The order of the units does not matter.</summary>
    /// <exception cref="ArgumentException">A code is there twice, or a unit that counts has no area or no owner; <see cref="RollFaults"/> finds them before.</exception>
    public static VoterRoll Of(IEnumerable<RollUnit> units, RollRules rules)
    {
        var all = units.OrderBy(unit => unit.Code, UnitCodeOrder.It).Select(unit => (Unit: unit, Key: KeyOf(unit, rules))).ToList();
        var voters = all.Where(item => Counts(item.Unit, rules)).GroupBy(item => item.Key, StringComparer.Ordinal)
            .Select((group, index) => Make(index, group.Key, [.. group.Select(item => item.Unit)])).ToList();
        var byKey = voters.ToFrozenDictionary(voter => voter.Key, StringComparer.Ordinal);
        return new VoterRoll(voters, all.ToFrozenDictionary(item => item.Unit.Code, item => (item.Unit, byKey.GetValueOrDefault(item.Key)), StringComparer.Ordinal), rules);
    }

    /// <summary>Whether a unit counts under the rules.</summary>
    public static bool Counts(RollUnit unit, RollRules rules) => rules.CountParking || unit.Use is UnitUse.Dwelling or UnitUse.Shop;

    /// <summary>The unit and the voter who votes for it; voter null when it gives no vote, null when there is no such unit.</summary>
    public (RollUnit Unit, Voter? Voter)? Find(string unitCode) => byUnit.TryGetValue(unitCode, out var found) ? found : null;

    /// <summary>Who casts the ballot of a unit; null while co-owners have named nobody.</summary>
    public string? SpeakerOf(RollUnit unit) => unit.State == SaleState.Delivered ? unit.Speaker : Rules.Developer;

    /// <summary>Whether somebody has a part in the voice of a unit, as owner or as guardian of one.</summary>
    public bool HasPart(RollUnit unit, string person) => unit.State == SaleState.Delivered
        ? unit.Owners.Contains(person) || unit.Owners.Any(owner => unit.Guardians.GetValueOrDefault(owner) == person)
        : person == Rules.Developer;

    /// <summary>What somebody is to the voter of a unit; null for everybody who has no part in it, and where the unit gives no vote.</summary>
    public Seat? SeatOf(string unitCode, string person) => Find(unitCode) is { Voter: { } voter, Unit: var unit } && HasPart(unit, person)
        ? new Seat(voter.Index, SpeakerOf(unit) == person)
        : null;

    /// <summary>SHA-256 over the roll as it is frozen: a line a voter with key, area in 0.01 m² and units. It changes when anything that counts changes.</summary>
    public string Hash() => HashOf(Voters);

    /// <summary>The same of voters that were kept, in their order.</summary>
    public static string HashOf(IEnumerable<Voter> voters)
    {
        var text = new StringBuilder("linli-roll/1\n");
        foreach (var voter in voters)
        {
            text.Append(voter.Key).Append('\t').Append(voter.Building).Append('\t').Append(voter.Area.Hundredths.ToString(CultureInfo.InvariantCulture))
                .Append('\t').AppendJoin(' ', voter.Units.Select(unit => unit.Code)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string KeyOf(RollUnit unit, RollRules rules) => unit.State == SaleState.Delivered
        ? string.Join('+', unit.Owners.Distinct().Order(StringComparer.Ordinal))
        : rules.Developer;

    private static Voter Make(int index, string key, IReadOnlyList<RollUnit> units) => new(
        index, key, units[0].Building, units.Aggregate(Area.Zero, (sum, unit) => sum + AreaOf(unit)), units, units.Any(unit => unit.DeliveryProved));

    private static Area AreaOf(RollUnit unit) => unit.Owners.Count > 0 || unit.State != SaleState.Delivered
        ? unit.Counted?.Area ?? throw new ArgumentException($"{unit.Code} has no area.", nameof(unit))
        : throw new ArgumentException($"{unit.Code} has no owner.", nameof(unit));
}
