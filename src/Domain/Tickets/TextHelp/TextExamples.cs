using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.TextHelp;

/// <summary>A text with what it is about and how pressing it is.</summary>
/// <param name="Category">Code of a first-level category.</param>
/// <param name="Urgency">How pressing.</param>
/// <param name="Text">The text.</param>
public sealed record TextExample(string Category, Urgency Urgency, string Text);

/// <summary>
/// The made-up reports that come with the product (<c>reports.txt</c>): <c># category urgency</c> begins a category, each line is a report,
/// <c>! urgency text</c> one of another urgency, <c>+ words</c> are words of the category. Every fifth report is kept for measuring and never learned.
/// </summary>
public static class TextExamples
{
    /// <summary>Every how manieth report is kept for measuring.</summary>
    public const int TestEvery = 5;

    /// <summary>As how many reports the words of a category count.</summary>
    public const int WordsCountAs = 3;

    private static readonly string File = RuleFile.Text("Tickets/TextHelp/reports.txt");

    /// <summary>The reports that come with the product, in the order of the file.</summary>
    public static readonly IReadOnlyList<TextExample> BuiltIn = Read(File);

    /// <summary>The words of each category, which are learned and never measured.</summary>
    public static readonly IReadOnlyList<(string Category, string Words)> Words = WordsOf(File);

    /// <summary>What is learned.</summary>
    public static IReadOnlyList<TextExample> Training => [.. BuiltIn.GroupBy(e => e.Category).SelectMany(of => of.Where((_, i) => i % TestEvery != TestEvery - 1))];

    /// <summary>What is kept for measuring.</summary>
    public static IReadOnlyList<TextExample> Test => [.. BuiltIn.GroupBy(e => e.Category).SelectMany(of => of.Where((_, i) => i % TestEvery == TestEvery - 1))];

    /// <summary>Reads reports.</summary>
    /// <exception cref="FormatException">A line is not of the form.</exception>
    public static IReadOnlyList<TextExample> Read(string text)
    {
        var examples = new List<TextExample>();
        var (category, usual) = (string.Empty, Urgency.Normal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ', 3);
            if (line[0] == '#')
            {
                (category, usual) = parts is [_, var code, var urgency] && TicketCategory.Find(code) is { Parent: null }
                    ? (code, UrgencyOf(urgency)) : throw new FormatException($"No category: {line}");
            }
            else if (line[0] != '+')
            {
                examples.Add(line[0] == '!' ? new(category, UrgencyOf(parts[1]), parts[2]) : new(category, usual, line));
            }
        }

        return examples;
    }

    private static List<(string Category, string Words)> WordsOf(string text)
    {
        var (words, category) = (new List<(string, string)>(), string.Empty);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            category = line[0] == '#' ? line.Split(' ')[1] : category;
            if (line[0] == '+')
            {
                words.Add((category, line[1..]));
            }
        }

        return words;
    }

    private static Urgency UrgencyOf(string word) => Enum.TryParse<Urgency>(word, ignoreCase: true, out var urgency) ? urgency : throw new FormatException($"No urgency: {word}");
}
