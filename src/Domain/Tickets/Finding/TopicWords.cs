using System.Collections.Frozen;
using System.Text;
using Linli.Domain.Tickets.TextHelp;

namespace Linli.Domain.Tickets.Finding;

/// <summary>
/// Takes words out of a text. A word is two to four Chinese characters of which every two neighbours stand in the product's own examples,
/// which name nobody: so no name that only residents know can come out. What stands beside a title or an introduction is left out as well.
/// </summary>
public static class TopicWords
{
    private const int Longest = 4;

    // Characters before a title, and after an introduction, that may be a name.
    private const int NameReach = 4;

    private static readonly FrozenSet<string> Vocabulary = TextExamples.BuiltIn.Select(example => example.Text).Concat(TextExamples.Words.Select(words => words.Words))
        .SelectMany(TextPieces.Of).Select(piece => piece.Text).Where(piece => piece.Length == 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text, each once.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="rules">The rule.</param>
    public static IReadOnlySet<string> Of(string text, TopicSettings rules)
    {
        var plain = WithoutNames(text, rules);
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < plain.Length; at++)
        {
            for (var end = at + 1; end < plain.Length && end - at < Longest && Joins(plain[end - 1], plain[end], rules); end++)
            {
                words.Add(plain[at..(end + 1)]);
            }
        }

        return words;
    }

    /// <summary>Whether a word may hold a part of one of the names.</summary>
    public static bool Touches(string word, IEnumerable<string> names) => names.Any(name =>
        name.Contains(word, StringComparison.Ordinal) || word.Contains(name, StringComparison.Ordinal) || (name.Length > 2 && word.Contains(name[1..], StringComparison.Ordinal)));

    private static bool Joins(char first, char second, TopicSettings rules) =>
        IsHan(first) && IsHan(second) && !rules.Stop.Contains(first, StringComparison.Ordinal) && !rules.Stop.Contains(second, StringComparison.Ordinal)
        && Vocabulary.Contains($"{first}{second}");

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';

    private static string WithoutNames(string text, TopicSettings rules)
    {
        var plain = new StringBuilder(text);
        foreach (var title in rules.Titles)
        {
            for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + 1, StringComparison.Ordinal))
            {
                Blank(plain, at - NameReach, at + title.Length);
            }
        }

        foreach (var introduction in rules.Introductions)
        {
            for (var at = text.IndexOf(introduction, StringComparison.Ordinal); at >= 0; at = text.IndexOf(introduction, at + 1, StringComparison.Ordinal))
            {
                Blank(plain, at, at + introduction.Length + NameReach);
            }
        }

        return plain.ToString();
    }

    private static void Blank(StringBuilder plain, int from, int to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(plain.Length, to); i++)
        {
            plain[i] = ' ';
        }
    }
}
