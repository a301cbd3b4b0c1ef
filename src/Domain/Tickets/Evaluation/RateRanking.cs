namespace Linli.Domain.Tickets.Evaluation;

/// <summary>
/// Who stands where by score. Only who has enough tickets under each of the three rates is ranked; the others have no rank
/// (peers-lessons, lesson 10: one quick fix must not top the league). Equal scores share a rank, and the next ranks are left free.
/// </summary>
public static class RateRanking
{
    /// <summary>The ranks of the rows in their order, from 1; null is too small a sample.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<ThreeRates> rows) =>
        [.. rows.Select(row => IsRanked(row) ? 1 + rows.Count(other => IsRanked(other) && other.Score > row.Score) : (int?)null)];

    /// <summary>Whether the sample is large enough.</summary>
    public static bool IsRanked(ThreeRates row) => row.Score is not null && row.Sample >= row.Rules.FewestToRank;
}
