using Linli.Domain.Tickets.TextHelp;

namespace Linli.Domain.Tickets.Intake;

/// <summary>How alike two texts are: the share of pairs of neighbouring characters that both have, by Dice: twice the common ones over all.</summary>
public static class TextLikeness
{
    /// <summary>The pairs of a text, each once.</summary>
    public static IReadOnlySet<string> PairsOf(string text) =>
        TextPieces.Of(text).Where(piece => piece.Text.Length == 2).Select(piece => piece.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>0 for nothing in common to 1,000 for the same pairs; a text without pairs is like nothing.</summary>
    public static int PerMille(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : 2000 * one.Count(other.Contains) / (one.Count + other.Count);
}
