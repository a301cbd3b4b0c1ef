using System.Runtime.InteropServices;
using System.Text;

namespace Linli.Domain.Registry.Documents;

/// <summary>Whether a piece of text stands in both versions, in the old one only, or in the new one only.</summary>
public enum PieceKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the old one only.</summary>
    Removed,

    /// <summary>In the new one only.</summary>
    Added,
}

/// <summary>A run of text and where it stands.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">The text; never empty.</param>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>
/// The difference of two texts: a longest common subsequence over characters, a run of Latin letters or digits counting as one.
/// Same and removed pieces make up the old text, same and added ones the new text, exactly.
/// </summary>
public static class TextDifference
{
    /// <summary>The pieces in reading order; what was removed stands before what was added in its place.</summary>
    public static IReadOnlyList<TextPiece> Of(string old, string now)
    {
        var (before, after) = (Tokens(old), Tokens(now));
        var (kept, stays) = CommonSubsequence.Of(Numbers(before, after, out var numbersAfter), numbersAfter);
        return Pieces(Fold(Runs(before, after, kept, stays)));
    }

    private sealed record Run(string Removed, string Added, string Same, int SameTokens);

    private static List<Run> Runs(List<string> before, List<string> after, bool[] kept, bool[] stays)
    {
        var runs = new List<Run>();
        for (int i = 0, j = 0; i < before.Count || j < after.Count;)
        {
            var (removed, added, same, count) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), 0);
            for (; i < before.Count && !kept[i]; i++)
            {
                removed.Append(before[i]);
            }

            for (; j < after.Count && !stays[j]; j++)
            {
                added.Append(after[j]);
            }

            for (; i < before.Count && j < after.Count && kept[i] && stays[j]; i++, j++, count++)
            {
                same.Append(before[i]);
            }

            runs.Add(new Run(removed.ToString(), added.ToString(), same.ToString(), count));
        }

        return runs;
    }

    // One character that happens to be the same between two changes only makes the change hard to read.
    private static List<Run> Fold(List<Run> runs)
    {
        var folded = new List<Run>();
        foreach (var run in runs)
        {
            if (folded is [.., { SameTokens: 1 } last] && IsReplaced(last) && IsReplaced(run))
            {
                folded[^1] = new Run(last.Removed + last.Same + run.Removed, last.Added + last.Same + run.Added, run.Same, run.SameTokens);
            }
            else
            {
                folded.Add(run);
            }
        }

        return folded;
    }

    private static bool IsReplaced(Run run) => run.Removed.Length > 0 && run.Added.Length > 0;

    private static IReadOnlyList<TextPiece> Pieces(List<Run> runs) =>
        [.. runs.SelectMany(run => new[] { new TextPiece(PieceKind.Removed, run.Removed), new(PieceKind.Added, run.Added), new(PieceKind.Same, run.Same) })
            .Where(piece => piece.Text.Length > 0)];

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            while (IsWord(text[at]) && end < text.Length && IsWord(text[end]))
            {
                end++;
            }

            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter);

    private static int[] Numbers(List<string> before, List<string> after, out int[] numbersAfter)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(string token)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, token, out var there);
            return there ? number : number = known.Count;
        }

        var numbers = before.Select(Number).ToArray();
        numbersAfter = [.. after.Select(Number)];
        return numbers;
    }
}
