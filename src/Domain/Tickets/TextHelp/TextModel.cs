using System.Globalization;
using Linli.Domain.Tickets.Categories;

namespace Linli.Domain.Tickets.TextHelp;

/// <summary>A category that a text may be about.</summary>
/// <param name="Code">First-level code, or a second-level one where the words say it.</param>
/// <param name="Share">How sure the model is, 0 to 1.</param>
/// <param name="Why">The words that counted.</param>
public sealed record CategorySuggestion(string Code, double Share, IReadOnlyList<string> Why);

/// <summary>What a text suggests. A person decides; nothing is set by it.</summary>
/// <param name="Categories">At most three, the likeliest first; none where the text says too little.</param>
/// <param name="Urgency">The urgency that costs least when it is wrong; null where the text says too little.</param>
/// <param name="UrgencyWhy">The words that counted for it.</param>
/// <param name="Danger">The danger that raised it, or null.</param>
public sealed record TextSuggestion(IReadOnlyList<CategorySuggestion> Categories, Urgency? Urgency, IReadOnlyList<string> UrgencyWhy, DangerRule? Danger);

/// <summary>
/// Suggests category and urgency of a report: two naive Bayes models over the same pieces, how pressing each category usually is, and the rules
/// of danger above them.
/// </summary>
public sealed class TextModel
{
    /// <summary>Most categories that are suggested.</summary>
    public const int Most = 3;

    private const int MostWords = 3;

    private static readonly Lazy<TextModel> Shipped = new(() => Train(TextExamples.Training));

    private static readonly Urgency[] AllUrgencies = Enum.GetValues<Urgency>();

    private readonly TextRules rules = TextRules.BuiltIn;
    private readonly Dictionary<string, double[]> usual;
    private readonly double[] overall;

    private TextModel(NaiveBayes categories, NaiveBayes urgencies, IReadOnlyList<TextExample> examples)
    {
        (Categories, Urgencies) = (categories, urgencies);
        usual = examples.GroupBy(e => e.Category).ToDictionary(of => of.Key, of => Distribution([.. of], rules.Smoothing));
        overall = Distribution(examples, rules.Smoothing);
    }

    /// <summary>The model that comes with the product.</summary>
    public static TextModel BuiltIn => Shipped.Value;

    /// <summary>The model of categories.</summary>
    public NaiveBayes Categories { get; }

    /// <summary>The model of urgencies.</summary>
    public NaiveBayes Urgencies { get; }

    /// <summary>A model of examples; the temperatures are found by five-fold cross-validation within them, so that shares mean what they say.</summary>
    /// <param name="examples">What is learned.</param>
    /// <param name="categories">Counts to add for categories, of texts that are not kept.</param>
    /// <param name="urgencies">Counts to add for urgencies.</param>
    public static TextModel Train(IReadOnlyList<TextExample> examples, PieceCounts? categories = null, PieceCounts? urgencies = null)
    {
        var rules = TextRules.BuiltIn;
        var words = PieceCounts.Of([.. TextExamples.Words.SelectMany(w => Enumerable.Repeat((w.Category, w.Words), TextExamples.WordsCountAs))]);
        if (categories is not null)
        {
            words.Add(categories);
        }

        return new(
            Fit([.. examples.Select(e => (e.Category, e.Text))], rules.Smoothing, words),
            Fit([.. examples.Select(e => (e.Urgency.ToString(), e.Text))], rules.Smoothing, urgencies ?? new PieceCounts()),
            examples);
    }

    /// <summary>What a text suggests where the categories hold as given.</summary>
    public TextSuggestion Suggest(string text, CategoryTree tree)
    {
        var danger = rules.DangerIn(text);
        if (Categories.KnownPieces(text) < rules.LeastPieces)
        {
            return new([], danger?.Urgency, [], danger);
        }

        var likely = Categories.Shares(text).Where(share => share.Share * 1000 >= rules.LeastShare)
            .Select(share => new CategorySuggestion(Detailed(share.Label, text, tree), share.Share, Categories.Why(text, share.Label, MostWords)));
        CategorySuggestion[] usable = [.. likely.Where(suggestion => !tree.Choose(suggestion.Code).IsRefused).Take(Most)];
        var urgency = Cheapest(UrgencyShares(text));
        var raised = danger is not null && danger.Urgency < urgency ? danger.Urgency : urgency;
        return new(usable, raised, raised == urgency ? Urgencies.Why(text, raised.ToString(), MostWords) : [], danger);
    }

    /// <summary>
    /// How pressing a text is: what its words say, times how pressing the categories usually are that it may be about, over how frequent each
    /// urgency is at all, which both have counted.
    /// </summary>
    public IReadOnlyList<(string Label, double Share)> UrgencyShares(string text)
    {
        var byWords = Urgencies.Shares(text).ToDictionary(share => share.Label, share => share.Share);
        var categories = Categories.Shares(text);
        var weighed = AllUrgencies.Select((urgency, i) =>
            byWords.GetValueOrDefault(urgency.ToString()) * categories.Sum(share => share.Share * (usual.GetValueOrDefault(share.Label) ?? overall)[i]) / overall[i]).ToArray();
        var sum = weighed.Sum();
        return [.. AllUrgencies.Select((urgency, i) => (Label: urgency.ToString(), Share: weighed[i] / sum)).OrderByDescending(share => share.Share)];
    }

    /// <summary>The urgency with the least expected cost: a small chance of an emergency outweighs a large one of a trifle.</summary>
    public Urgency Cheapest(IReadOnlyList<(string Label, double Share)> shares) =>
        AllUrgencies.MinBy(suggested => shares.Sum(share => share.Share * rules.Cost(Enum.Parse<Urgency>(share.Label), suggested)));

    private string Detailed(string top, string text, CategoryTree tree) =>
        rules.Details.FirstOrDefault(detail => tree.Find(detail.Code)?.Parent == top && !tree.Choose(detail.Code).IsRefused
            && detail.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))?.Code ?? top;

    private static NaiveBayes Fit(IReadOnlyList<(string Label, string Text)> examples, double smoothing, PieceCounts more)
    {
        const int Folds = 5;
        var held = Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var model = new NaiveBayes(With([.. examples.Where((_, i) => i % Folds != fold)], more), smoothing, 1);
            return examples.Where((_, i) => i % Folds == fold).Select(example => (example.Label, Shares: model.Shares(example.Text)));
        }).ToArray();
        double[] temperatures = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
        var best = temperatures.MinBy(temperature => held.Sum(text => Loss(text.Label, text.Shares, temperature)));
        return new(With(examples, more), smoothing, best);
    }

    private static PieceCounts With(IReadOnlyList<(string Label, string Text)> examples, PieceCounts more)
    {
        var counts = PieceCounts.Of([.. examples]);
        counts.Add(more);
        return counts;
    }

    private static double[] Distribution(IReadOnlyList<TextExample> examples, double smoothing) =>
        [.. AllUrgencies.Select(urgency => (examples.Count(e => e.Urgency == urgency) + smoothing) / (examples.Count + (smoothing * AllUrgencies.Length)))];

    // The share of the true label after the temperature, as a loss: −log of it.
    private static double Loss(string label, IReadOnlyList<(string Label, double Share)> shares, double temperature)
    {
        var raised = shares.Select(share => (share.Label, Share: Math.Pow(Math.Max(share.Share, 1e-300), 1 / temperature))).ToArray();
        var truth = raised.FirstOrDefault(share => share.Label == label).Share;
        return -Math.Log(Math.Max(truth, 1e-300) / raised.Sum(share => share.Share));
    }

    /// <summary>A short name of how it was fitted, for the record.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"smoothing {Categories.Smoothing}, temperatures {Categories.Temperature} and {Urgencies.Temperature}");
}
