using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.TextHelp;

/// <summary>Words that speak of danger: they raise the suggested urgency, whatever the model says.</summary>
/// <param name="Code">Stable name of the danger.</param>
/// <param name="Words">Any one of them is enough.</param>
/// <param name="Urgency">What is suggested at least.</param>
/// <param name="Category">The category that fits, first or second level.</param>
/// <param name="Call">Number to call at once; null without.</param>
public sealed record DangerRule(string Code, IReadOnlyList<string> Words, Urgency Urgency, string? Category, string? Call);

/// <summary>Words that speak for a second-level category.</summary>
/// <param name="Code">The category.</param>
/// <param name="Words">Any one of them is enough.</param>
public sealed record DetailRule(string Code, IReadOnlyList<string> Words);

/// <summary>What the text help goes by beside its examples (<c>text-help.json</c>): dangers, details, and what a wrong urgency costs.</summary>
public sealed record TextRules
{
    /// <summary>The rules that come with the product.</summary>
    public static readonly TextRules BuiltIn = Read(RuleFile.Text("Tickets/TextHelp/text-help.json"));

    /// <summary>Counts up from 1 with every change.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which they hold.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where they come from.</summary>
    public required string Source { get; init; }

    /// <summary>How far that was checked.</summary>
    public required Verification Verification { get; init; }

    /// <summary>Share, in thousandths, below which a category is not suggested.</summary>
    public required int LeastShare { get; init; }

    /// <summary>Known pieces that a text needs before anything is suggested.</summary>
    public required int LeastPieces { get; init; }

    /// <summary>Added to counts.</summary>
    public required double Smoothing { get; init; }

    /// <summary>Tickets that have to be there before an installation's own model is trained.</summary>
    public required int LeastTickets { get; init; }

    /// <summary>What suggesting one urgency costs when another is true, true first; 0 where it is right.</summary>
    public required IReadOnlyDictionary<Urgency, IReadOnlyDictionary<Urgency, int>> Costs { get; init; }

    /// <summary>Dangers, the worst first.</summary>
    public required IReadOnlyList<DangerRule> Dangers { get; init; }

    /// <summary>Words of second-level categories.</summary>
    public required IReadOnlyList<DetailRule> Details { get; init; }

    /// <summary>What it costs to suggest one urgency where another is true.</summary>
    public int Cost(Urgency truth, Urgency suggested) => truth == suggested ? 0 : Costs[truth][suggested];

    /// <summary>The danger that a text speaks of, or null.</summary>
    public DangerRule? DangerIn(string text) => Dangers.FirstOrDefault(danger => danger.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Reads rules; every wrong urgency has its cost.</summary>
    /// <exception cref="JsonException">The text is no such object, or leaves something out.</exception>
    public static TextRules Read(string json)
    {
        var rules = RuleFile.One<TextRules>(json);
        var all = Enum.GetValues<Urgency>();
        return all.All(truth => all.All(other => truth == other || (rules.Costs.TryGetValue(truth, out var row) && row.ContainsKey(other))))
            ? rules : throw new JsonException("Every pair of urgencies has its cost.");
    }
}
