namespace Linli.Domain.Tickets.TextHelp;

/// <summary>How often each piece stood in the texts of each label: all that a naive Bayes model learns.</summary>
public sealed class PieceCounts
{
    private readonly SortedDictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<string, int>> pieces = new(StringComparer.Ordinal);

    /// <summary>Labels in a fixed order.</summary>
    public IReadOnlyCollection<string> Labels => texts.Keys;

    /// <summary>Number of texts of a label.</summary>
    public int TextsOf(string label) => texts.GetValueOrDefault(label);

    /// <summary>Counts of the pieces of a label.</summary>
    public IReadOnlyDictionary<string, int> PiecesOf(string label) => pieces.GetValueOrDefault(label) ?? [];

    /// <summary>Learns a text.</summary>
    public void Add(string label, string text)
    {
        Add(label, 1);
        foreach (var piece in TextPieces.Of(text))
        {
            Add(label, piece.Text, 1);
        }
    }

    /// <summary>Adds a number of texts to a label.</summary>
    public void Add(string label, int count) => texts[label] = TextsOf(label) + count;

    /// <summary>Adds to the count of a piece.</summary>
    public void Add(string label, string piece, int count)
    {
        if (!pieces.TryGetValue(label, out var counts))
        {
            pieces[label] = counts = new(StringComparer.Ordinal);
        }

        counts[piece] = counts.GetValueOrDefault(piece) + count;
    }

    /// <summary>Adds all that another one counted.</summary>
    public void Add(PieceCounts other)
    {
        foreach (var label in other.Labels)
        {
            Add(label, other.TextsOf(label));
            foreach (var (piece, count) in other.PiecesOf(label))
            {
                Add(label, piece, count);
            }
        }
    }

    /// <summary>The same without the pieces that stood in fewer texts than said, so that no single text can be read from it.</summary>
    /// <param name="examples">The texts with their labels.</param>
    /// <param name="atLeast">Fewest texts, of whatever label, in which a piece has to stand.</param>
    public static PieceCounts Of(IReadOnlyCollection<(string Label, string Text)> examples, int atLeast = 1)
    {
        var standsIn = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in examples.SelectMany(example => TextPieces.Of(example.Text).Select(piece => piece.Text).Distinct(StringComparer.Ordinal)))
        {
            standsIn[piece] = standsIn.GetValueOrDefault(piece) + 1;
        }

        var counts = new PieceCounts();
        foreach (var (label, text) in examples)
        {
            counts.Add(label, 1);
            foreach (var piece in TextPieces.Of(text).Where(piece => standsIn[piece.Text] >= atLeast))
            {
                counts.Add(label, piece.Text, 1);
            }
        }

        return counts;
    }
}
