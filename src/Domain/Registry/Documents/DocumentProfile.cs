using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>What a profile says of one required clause.</summary>
/// <param name="Keywords">Words by which the article is suggested; null: its text was looked for and not found, so that the profile above holds.</param>
/// <param name="Source">Where it comes from; for what was not found, what was looked for.</param>
/// <param name="EffectiveFrom">First day on which it is asked for.</param>
public sealed record ClauseEntry(IReadOnlyList<string>? Keywords, RuleSource Source, DateOnly EffectiveFrom);

/// <summary>What a profile says of one kind of document.</summary>
/// <param name="Adoption">Bodies that adopt it; empty where the profile above holds.</param>
/// <param name="Clauses">What it has to lay down.</param>
public sealed record KindRules(IReadOnlyList<AdoptionRule> Adoption, FrozenDictionary<RequiredClause, ClauseEntry> Clauses);

/// <summary>A version of the rules of a jurisdiction about governing documents. It adds to the national default and overrides it.</summary>
public sealed record DocumentProfile : IRuleVersion
{
    /// <summary>The profile that holds where no other does.</summary>
    public const string National = "national";

    /// <summary>Stable name, for example <c>sichuan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1 with every change.</summary>
    public required int Version { get; init; }

    /// <summary>The name that people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of places begin with it; empty for the national default.</summary>
    public required string DivisionPrefix { get; init; }

    /// <summary>First day on which documents are checked by it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Its main text.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>What it says, by kind; the national default has them all.</summary>
    public required FrozenDictionary<DocumentKind, KindRules> Kinds { get; init; }

    /// <summary>What versions store: <c>sichuan@1</c>.</summary>
    public string Stamp => $"{Id}@{Version}";
}
