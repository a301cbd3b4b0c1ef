namespace Linli.Domain.Tickets.TextHelp;

/// <summary>
/// Multinomial naive Bayes over pieces: log P(label) + Σ log P(piece | label), with additive smoothing. Pieces never learned say nothing. The
/// scores are divided by a temperature before they become shares, because neighbouring pieces repeat each other and the bare model is far too sure.
/// </summary>
public sealed class NaiveBayes
{
    private readonly string[] labels;
    private readonly double[] priors;
    private readonly Dictionary<string, double[]> weights = new(StringComparer.Ordinal);

    /// <summary>A model of what was counted.</summary>
    /// <param name="counts">What was learned; at least one label.</param>
    /// <param name="smoothing">Added to every count, above 0.</param>
    /// <param name="temperature">By what scores are divided, 1 for the bare model.</param>
    public NaiveBayes(PieceCounts counts, double smoothing, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothing);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        ArgumentOutOfRangeException.ThrowIfZero(counts.Labels.Count, nameof(counts));
        (Smoothing, Temperature, labels) = (smoothing, temperature, [.. counts.Labels]);
        double all = labels.Sum(counts.TextsOf);
        priors = [.. labels.Select(label => Math.Log((counts.TextsOf(label) + smoothing) / (all + (smoothing * labels.Length))))];
        string[] known = [.. labels.SelectMany(label => counts.PiecesOf(label).Keys).Distinct(StringComparer.Ordinal)];
        var totals = labels.Select(label => counts.PiecesOf(label).Values.Sum() + (smoothing * known.Length)).ToArray();
        foreach (var piece in known)
        {
            weights[piece] = [.. labels.Select((label, i) => Math.Log((counts.PiecesOf(label).GetValueOrDefault(piece) + smoothing) / totals[i]))];
        }
    }

    /// <summary>Added to every count.</summary>
    public double Smoothing { get; }

    /// <summary>By what scores are divided.</summary>
    public double Temperature { get; }

    /// <summary>Shares of all labels, which add up to 1, the highest first; ties in the order of the labels.</summary>
    public IReadOnlyList<(string Label, double Share)> Shares(string text)
    {
        var scores = Scores(text);
        var highest = scores.Max();
        var raised = scores.Select(score => Math.Exp((score - highest) / Temperature)).ToArray();
        var sum = raised.Sum();
        return [.. labels.Select((label, i) => (Label: label, Share: raised[i] / sum)).OrderByDescending(share => share.Share)];
    }

    /// <summary>How many pieces of a text the model has ever seen.</summary>
    public int KnownPieces(string text) => TextPieces.Of(text).Count(piece => weights.ContainsKey(piece.Text));

    /// <summary>The words of a text that spoke most for a label against the average of the others, strongest first.</summary>
    /// <param name="text">The text as typed.</param>
    /// <param name="label">A label of the model.</param>
    /// <param name="most">Most words.</param>
    public IReadOnlyList<string> Why(string text, string label, int most)
    {
        var at = Array.IndexOf(labels, label);
        if (at < 0 || labels.Length < 2)
        {
            return [];
        }

        // What a piece says, shared out over the characters that it spans.
        var spoken = new double[text.Length];
        foreach (var piece in TextPieces.Of(text).Where(piece => weights.ContainsKey(piece.Text)))
        {
            var of = weights[piece.Text];
            var gain = of[at] - ((of.Sum() - of[at]) / (of.Length - 1));
            for (var i = piece.At; i < piece.At + piece.Length; i++)
            {
                spoken[i] += gain / piece.Length;
            }
        }

        return [.. Runs(text, spoken).OrderByDescending(run => run.Weight).Select(run => run.Word).Distinct(StringComparer.Ordinal).Take(most)];
    }

    // Neighbouring characters that all speak for the label are one word.
    private static IEnumerable<(string Word, double Weight)> Runs(string text, double[] spoken)
    {
        const int Longest = 6;
        const double Clearly = 1.0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var speaks = i < text.Length && spoken[i] > Clearly && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && (!speaks || i - start == Longest))
            {
                if (i - start > 1)
                {
                    yield return (text[start..i], spoken[start..i].Sum());
                }

                start = -1;
            }

            start = speaks && start < 0 ? i : start;
        }
    }

    private double[] Scores(string text)
    {
        var scores = (double[])priors.Clone();
        foreach (var piece in TextPieces.Of(text))
        {
            if (weights.TryGetValue(piece.Text, out var of))
            {
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += of[i];
                }
            }
        }

        return scores;
    }
}
