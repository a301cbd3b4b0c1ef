namespace Linli.Domain.Tickets.Mediation;

/// <summary>A figure of a table: shown, or kept back because it or its neighbours would tell of single people.</summary>
/// <param name="Key">What is counted.</param>
/// <param name="Count">How many; null when kept back.</param>
public sealed record SafeCell(string Key, int? Count);

/// <summary>A table of figures in which nobody can be recognised.</summary>
/// <param name="Cells">In the order given.</param>
/// <param name="Total">The sum; null when kept back.</param>
public sealed record SafeTable(IReadOnlyList<SafeCell> Cells, int? Total);

/// <summary>
/// Keeps back small figures, and one more where a single one could be computed from the sum (primary and secondary suppression).
/// Nought tells of nobody and stays.
/// </summary>
public static class SmallCells
{
    /// <summary>The table as it may be shown.</summary>
    /// <param name="cells">What is counted and how many, none negative.</param>
    /// <param name="least">The smallest figure above nought that is shown, from 2.</param>
    public static SafeTable Suppress(IReadOnlyList<(string Key, int Count)> cells, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        var total = cells.Sum(cell => cell.Count);
        if (total > 0 && total < least)
        {
            // Even which of them is empty would tell of the few that there are.
            return new SafeTable([.. cells.Select(cell => new SafeCell(cell.Key, null))], null);
        }

        var hidden = cells.Where(cell => cell.Count > 0 && cell.Count < least).Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        var sum = cells.Where(cell => hidden.Contains(cell.Key)).Sum(cell => cell.Count);
        // What is hidden together must not be few either, and never one alone: the next smallest goes with it.
        foreach (var cell in cells.Where(cell => cell.Count >= least).OrderBy(cell => cell.Count).ThenBy(cell => cell.Key, StringComparer.Ordinal))
        {
            if (hidden.Count == 0 || (hidden.Count > 1 && sum >= least))
            {
                break;
            }

            hidden.Add(cell.Key);
            sum += cell.Count;
        }

        // With nothing to hide behind, the sum itself would tell.
        var alone = hidden.Count == 1 || (hidden.Count > 0 && sum < least);
        return new SafeTable([.. cells.Select(cell => new SafeCell(cell.Key, hidden.Contains(cell.Key) ? null : cell.Count))], alone ? null : total);
    }
}
