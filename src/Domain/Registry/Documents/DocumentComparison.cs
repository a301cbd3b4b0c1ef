namespace Linli.Domain.Registry.Documents;

/// <summary>What happened to a piece of a document from one version to the other.</summary>
public enum ChangeKind
{
    /// <summary>The same number and the same words.</summary>
    Unchanged,

    /// <summary>The same words under another number.</summary>
    Renumbered,

    /// <summary>Other words.</summary>
    Changed,

    /// <summary>Only in the new version.</summary>
    New,

    /// <summary>Only in the old version.</summary>
    Removed,
}

/// <summary>A piece of the old version beside what it became.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Old">As it stood; null when it is new.</param>
/// <param name="Now">As it stands; null when it is removed.</param>
/// <param name="Pieces">The words, marked.</param>
public sealed record BlockChange(ChangeKind Kind, DocumentBlock? Old, DocumentBlock? Now, IReadOnlyList<TextPiece> Pieces);

/// <summary>
/// Compares two versions article by article. Exact: the old sides of all changes are the old version, the new sides the new one,
/// in order. Deterministic: the same two versions always give the same comparison.
/// </summary>
public static class DocumentComparison
{
    // Of 1000: less alike, and an article counts as removed and another as new. The same number is worth a little.
    private const int AlikeEnough = 400;
    private const int SameNumber = 100;
    private const int Same = 1000;

    /// <summary>The changes in reading order; what was removed stands before what is new in its place.</summary>
    public static IReadOnlyList<BlockChange> Of(IReadOnlyList<DocumentBlock> old, IReadOnlyList<DocumentBlock> now)
    {
        var worth = Worth(old, now);
        var best = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                var pair = worth[i, j] > 0 ? worth[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(pair, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var changes = new List<BlockChange>();
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && worth[i, j] > 0 && best[i, j] == worth[i, j] + best[i + 1, j + 1])
            {
                changes.Add(Change(old[i++], now[j++]));
            }
            else if (i < old.Count && best[i, j] == best[i + 1, j])
            {
                changes.Add(new BlockChange(ChangeKind.Removed, old[i], null, Whole(PieceKind.Removed, old[i++].Text)));
            }
            else
            {
                changes.Add(new BlockChange(ChangeKind.New, null, now[j], Whole(PieceKind.Added, now[j++].Text)));
            }
        }

        return changes;
    }

    private static BlockChange Change(DocumentBlock old, DocumentBlock now) => old.Text == now.Text
        ? new BlockChange(old.Label == now.Label ? ChangeKind.Unchanged : ChangeKind.Renumbered, old, now, Whole(PieceKind.Same, now.Text))
        : new BlockChange(ChangeKind.Changed, old, now, TextDifference.Of(old.Text, now.Text));

    private static IReadOnlyList<TextPiece> Whole(PieceKind kind, string text) => text.Length == 0 ? [] : [new TextPiece(kind, text)];

    // How much it is worth to show two pieces beside each other; 0 is never.
    private static int[,] Worth(IReadOnlyList<DocumentBlock> old, IReadOnlyList<DocumentBlock> now)
    {
        var (before, after) = (old.Select(block => new Likeness(block.Text)).ToArray(), now.Select(block => new Likeness(block.Text)).ToArray());
        var worth = new int[old.Count, now.Count];
        for (var i = 0; i < old.Count; i++)
        {
            for (var j = 0; j < now.Count; j++)
            {
                if (old[i].Kind == now[j].Kind)
                {
                    var alike = (old[i].Text == now[j].Text ? Same : before[i].To(after[j])) + (old[i].Label == now[j].Label ? SameNumber : 0);
                    worth[i, j] = alike >= AlikeEnough ? alike : 0;
                }
            }
        }

        return worth;
    }

    /// <summary>How alike two texts are: the share of single characters and pairs of neighbours that they have in common.</summary>
    private sealed class Likeness
    {
        private readonly Dictionary<int, int> counts = [];
        private readonly int total;

        public Likeness(string text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                Count(text[at]);
                if (at > 0)
                {
                    Count((text[at - 1] << 16) | text[at]);
                }
            }

            total = counts.Values.Sum();
        }

        public int To(Likeness other)
        {
            if (total + other.total == 0)
            {
                return Same;
            }

            var (few, many) = counts.Count <= other.counts.Count ? (counts, other.counts) : (other.counts, counts);
            var common = few.Sum(pair => Math.Min(pair.Value, many.GetValueOrDefault(pair.Key)));
            return 2 * common * Same / (total + other.total);
        }

        private void Count(int key) => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
