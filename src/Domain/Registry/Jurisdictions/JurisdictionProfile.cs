using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>What a profile says on one matter.</summary>
/// <param name="Value">The value; null: its text was looked for and not found, so that the profile above holds.</param>
/// <param name="Source">Where it comes from; for what was not found, what was looked for.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
public sealed record ProfileEntry(RuleValue? Value, RuleSource Source, DateOnly EffectiveFrom);

/// <summary>A version of the rules of a jurisdiction (domain.md §11). It overrides the national default where it has an entry.</summary>
public sealed record JurisdictionProfile : IRuleVersion
{
    /// <summary>The profile that holds where no other does.</summary>
    public const string National = "national";

    /// <summary>Stable name, for example <c>sichuan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>The name that people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of places begin with it; empty for the national default.</summary>
    public required string DivisionPrefix { get; init; }

    /// <summary>First day on which decisions are made under it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Its main text.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>What it says, by matter; the national default has them all.</summary>
    public required FrozenDictionary<RuleKey, ProfileEntry> Entries { get; init; }

    /// <summary>What decisions store: <c>sichuan@1</c>.</summary>
    public string Stamp => $"{Id}@{Version}";
}
