using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>A clause that a document has to have, and why.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Keywords">Words by which the article is suggested.</param>
/// <param name="Source">Where it comes from, and how far that was checked.</param>
/// <param name="From">The profile that says it.</param>
/// <param name="NotFoundIn">Nearer profiles whose text was looked for and not found; this one stands in for theirs.</param>
public sealed record ClauseRule(
    RequiredClause Clause, IReadOnlyList<string> Keywords, RuleSource Source, DocumentProfile From, IReadOnlyList<DocumentProfile> NotFoundIn)
{
    /// <summary>Whether a page may show it without saying that it was not verified.</summary>
    public bool IsVerified => Source.Verification == Verification.Verified && NotFoundIn.Count == 0;
}

/// <summary>The rules of a place about governing documents: those of its nearest profile, and of those above it.</summary>
/// <param name="Profiles">Nearest first; the national default is the last.</param>
/// <param name="Day">The day on which they are asked.</param>
public sealed record DocumentRules(IReadOnlyList<DocumentProfile> Profiles, DateOnly Day)
{
    /// <summary>What versions store, so that they can be judged by what held then: <c>sichuan@1+national@1</c>.</summary>
    public string Stamp => string.Join('+', Profiles.Select(profile => profile.Stamp));

    /// <summary>The bodies that adopt the kind.</summary>
    public IReadOnlyList<AdoptionRule> AdoptionOf(DocumentKind kind) =>
        Profiles.Select(profile => profile.Kinds.GetValueOrDefault(kind)?.Adoption).FirstOrDefault(rules => rules is { Count: > 0 }) ?? [];

    /// <summary>Days for comments that any of the bodies asks for, at least.</summary>
    public int CommentDaysOf(DocumentKind kind) => AdoptionOf(kind) is { Count: > 0 } rules ? rules.Min(rule => rule.CommentDays) : 0;

    /// <summary>What the kind has to lay down here: the clauses of all profiles, each as its nearest profile says it.</summary>
    public IReadOnlyList<ClauseRule> ClausesOf(DocumentKind kind) =>
        [.. Enum.GetValues<RequiredClause>().Select(clause => Clause(kind, clause)).OfType<ClauseRule>()];

    private ClauseRule? Clause(DocumentKind kind, RequiredClause clause)
    {
        List<DocumentProfile> notFound = [];
        foreach (var profile in Profiles)
        {
            if (profile.Kinds.GetValueOrDefault(kind)?.Clauses.GetValueOrDefault(clause) is not { } entry || entry.EffectiveFrom > Day)
            {
                continue;
            }

            if (entry.Keywords is { } keywords)
            {
                return new ClauseRule(clause, keywords, entry.Source, profile, notFound);
            }

            notFound.Add(profile);
        }

        return null;
    }
}
