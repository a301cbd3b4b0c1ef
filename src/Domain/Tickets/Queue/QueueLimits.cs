using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>The numbers of the queue, read from <c>queue-limits.json</c>: each says where it comes from.</summary>
public sealed record QueueLimits : IRuleVersion
{
    /// <summary>The versions that come with the product.</summary>
    public static readonly IReadOnlyList<QueueLimits> BuiltIn = Read(RuleFile.Text("Tickets/Queue/queue-limits.json"));

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>How many tickets one batch may hold.</summary>
    public required int MostInBatch { get; init; }

    /// <summary>How many filters a person may save.</summary>
    public required int MostFilters { get; init; }

    /// <summary>How many templates an organisation may have of its own.</summary>
    public required int MostTemplates { get; init; }

    /// <summary>Up to what number tickets are counted; more is said as more than it.</summary>
    public required int MostCounted { get; init; }

    /// <summary>How many tickets the list of what needs somebody now shows.</summary>
    public required int MostNeeded { get; init; }

    /// <summary>Where they come from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The limits that hold on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None are in force yet.</exception>
    public static QueueLimits On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads versions of the limits.</summary>
    /// <exception cref="JsonException">The text is no such list, or a number is out of range.</exception>
    public static IReadOnlyList<QueueLimits> Read(string json) => [.. RuleFile.List<FileJson>(json).Select(file => new QueueLimits
    {
        Version = file.Version,
        EffectiveFrom = file.EffectiveFrom,
        MostInBatch = Number(file.MostInBatch, 200),
        MostFilters = Number(file.MostFilters, 100),
        MostTemplates = Number(file.MostTemplates, 500),
        MostCounted = Number(file.MostCounted, 100_000),
        MostNeeded = Number(file.MostNeeded, 200),
        Source = RuleFile.Source(file.Source, file.Verification),
    })];

    private static int Number(int value, int most) => value >= 1 && value <= most ? value : throw new JsonException($"{value} is out of range.");

    private sealed record FileJson(
        int Version, DateOnly EffectiveFrom, int MostInBatch, int MostFilters, int MostTemplates, int MostCounted, int MostNeeded, string Source, Verification Verification);
}
