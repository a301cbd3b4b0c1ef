namespace Linli.Domain.Tickets.TextHelp;

/// <summary>How well a category is recognised.</summary>
/// <param name="Code">First-level code.</param>
/// <param name="Texts">Texts of the category.</param>
/// <param name="Right">Of them, first suggestion right.</param>
/// <param name="Suggested">Texts for which the category was the first suggestion.</param>
public sealed record CategoryMeasure(string Code, int Texts, int Right, int Suggested);

/// <summary>A bin of the calibration: how sure the model was, and how often it was right.</summary>
/// <param name="From">Lower bound of the share.</param>
/// <param name="Texts">Texts in the bin.</param>
/// <param name="Sure">Sum of the shares.</param>
/// <param name="Right">How many were right.</param>
public sealed record CalibrationBin(double From, int Texts, double Sure, int Right);

/// <summary>What a way to suggest an urgency costs over all texts.</summary>
/// <param name="Name">The way.</param>
/// <param name="Right">Texts with the right urgency.</param>
/// <param name="Cost">Sum of the costs.</param>
/// <param name="MissedEmergencies">Emergencies that were suggested as anything less.</param>
public sealed record UrgencyMeasure(string Name, int Right, int Cost, int MissedEmergencies);

/// <summary>What the text help is worth, measured on texts that it has not learned.</summary>
public sealed record TextMeasure
{
    private const int Bins = 10;

    /// <summary>Texts measured.</summary>
    public required int Texts { get; init; }

    /// <summary>Texts whose first suggestion by the model is right.</summary>
    public required int First { get; init; }

    /// <summary>Texts with the right category among the first three.</summary>
    public required int AmongThree { get; init; }

    /// <summary>By category, in the order of the catalogue.</summary>
    public required IReadOnlyList<CategoryMeasure> Categories { get; init; }

    /// <summary>True category, first suggestion, how often: the mistakes.</summary>
    public required IReadOnlyList<(string Truth, string Suggested, int Count)> Mistakes { get; init; }

    /// <summary>Bins of a tenth of the share.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    /// <summary>True urgency, suggested urgency, how often.</summary>
    public required IReadOnlyList<(Urgency Truth, Urgency Suggested, int Count)> Urgencies { get; init; }

    /// <summary>The ways to suggest an urgency compared: as shipped first.</summary>
    public required IReadOnlyList<UrgencyMeasure> Ways { get; init; }

    /// <summary>Mean distance between how sure the model was and how often it was right, weighted by texts.</summary>
    public double CalibrationError => Calibration.Sum(bin => Math.Abs(bin.Sure - bin.Right)) / Math.Max(1, Texts);

    /// <summary>Measures a model.</summary>
    public static TextMeasure Of(TextModel model, IReadOnlyList<TextExample> texts)
    {
        var tree = Linli.Domain.Tickets.Categories.CategoryTree.BuiltIn;
        var judged = texts.Select(text => (
            Text: text,
            Shares: model.Categories.Shares(text.Text),
            Urgency: model.Suggest(text.Text, tree).Urgency ?? TicketCategory.Find(text.Category)!.Suggested,
            Bare: Enum.Parse<Urgency>(model.UrgencyShares(text.Text)[0].Label))).ToArray();
        var order = TicketCategory.All.Where(c => c.Parent is null).Select(c => c.Code);
        return new()
        {
            Texts = texts.Count,
            First = judged.Count(j => j.Shares[0].Label == j.Text.Category),
            AmongThree = judged.Count(j => j.Shares.Take(TextModel.Most).Any(s => s.Label == j.Text.Category)),
            Categories = [.. order.Select(code => new CategoryMeasure(
                code, judged.Count(j => j.Text.Category == code), judged.Count(j => j.Text.Category == code && j.Shares[0].Label == code), judged.Count(j => j.Shares[0].Label == code)))],
            Mistakes = [.. judged.Where(j => j.Shares[0].Label != j.Text.Category).GroupBy(j => (j.Text.Category, j.Shares[0].Label))
                .Select(g => (g.Key.Category, g.Key.Label, g.Count())).OrderByDescending(m => m.Item3).ThenBy(m => m.Category, StringComparer.Ordinal).ThenBy(m => m.Label, StringComparer.Ordinal)],
            Calibration = [.. Enumerable.Range(0, Bins).Select(bin => Bin(bin, [.. judged.Where(j => Math.Min(Bins - 1, (int)(j.Shares[0].Share * Bins)) == bin).Select(j => (j.Shares[0].Share, j.Shares[0].Label == j.Text.Category))]))],
            Urgencies = [.. judged.GroupBy(j => (j.Text.Urgency, j.Urgency)).Select(g => (g.Key.Item1, g.Key.Item2, g.Count())).OrderBy(u => u.Item1).ThenBy(u => u.Item2)],
            Ways =
            [
                Way("model, costs and danger words", [.. judged.Select(j => (j.Text.Urgency, j.Urgency))]),
                Way("model, likeliest urgency", [.. judged.Select(j => (j.Text.Urgency, j.Bare))]),
                Way("default of the true category", [.. judged.Select(j => (j.Text.Urgency, TicketCategory.Find(j.Text.Category)!.Suggested))]),
                Way("always normal", [.. judged.Select(j => (j.Text.Urgency, Urgency.Normal))]),
            ],
        };
    }

    private static CalibrationBin Bin(int bin, IReadOnlyList<(double Share, bool IsRight)> texts) =>
        new(bin / (double)Bins, texts.Count, texts.Sum(t => t.Share), texts.Count(t => t.IsRight));

    private static UrgencyMeasure Way(string name, IReadOnlyList<(Urgency Truth, Urgency Suggested)> texts) => new(
        name,
        texts.Count(t => t.Truth == t.Suggested),
        texts.Sum(t => TextRules.BuiltIn.Cost(t.Truth, t.Suggested)),
        texts.Count(t => t.Truth == Urgency.Emergency && t.Suggested != Urgency.Emergency));
}
