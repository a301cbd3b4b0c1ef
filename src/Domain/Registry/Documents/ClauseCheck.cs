namespace Linli.Domain.Registry.Documents;

/// <summary>A required clause and the article that fulfils it.</summary>
/// <param name="Rule">The clause.</param>
/// <param name="Position">Position of the article to which somebody pointed; null while it is missing.</param>
/// <param name="Suggested">Position of the article that has most of the key words; null when none has any.</param>
public sealed record CheckedClause(ClauseRule Rule, int? Position, int? Suggested)
{
    /// <summary>Whether nobody has pointed to an article.</summary>
    public bool IsMissing => Position is null;
}

/// <summary>Holds a text against the required clauses. Key words only suggest; that a clause is fulfilled is said by a person.</summary>
public static class ClauseCheck
{
    /// <summary>Every clause with the article that it was pointed to and the one suggested.</summary>
    /// <param name="rules">What is required.</param>
    /// <param name="blocks">The text.</param>
    /// <param name="marks">Positions, counted from 0 over all blocks, to which somebody pointed; those that are no articles count as missing.</param>
    public static IReadOnlyList<CheckedClause> Of(
        IEnumerable<ClauseRule> rules, IReadOnlyList<DocumentBlock> blocks, IReadOnlyDictionary<RequiredClause, int> marks) =>
        [.. rules.Select(rule => new CheckedClause(
            rule,
            marks.TryGetValue(rule.Clause, out var at) && at >= 0 && at < blocks.Count && blocks[at].IsArticle ? at : null,
            Suggestion(rule.Keywords, blocks)))];

    // The first of those with the most different key words.
    private static int? Suggestion(IReadOnlyList<string> keywords, IReadOnlyList<DocumentBlock> blocks)
    {
        var (best, most) = ((int?)null, 0);
        for (var at = 0; at < blocks.Count; at++)
        {
            var hits = blocks[at].IsArticle ? keywords.Count(word => blocks[at].Text.Contains(word, StringComparison.Ordinal)) : 0;
            (best, most) = hits > most ? (at, hits) : (best, most);
        }

        return best;
    }
}
