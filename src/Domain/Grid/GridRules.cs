using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>The size that a kind of grid usually has, in households. It warns and never refuses.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Least">Fewest households; null without such a bound.</param>
/// <param name="Most">Most households; null without such a bound.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record GridSize(GridKind Kind, int? Least, int? Most, RuleSource Source)
{
    /// <summary>How many households are too few or too many.</summary>
    public SizeNote Judge(int households) => households < Least ? SizeNote.Small : households > Most ? SizeNote.Large : SizeNote.Fits;
}

/// <summary>What the size of a grid looks like.</summary>
public enum SizeNote
{
    /// <summary>Within the usual bounds, or there are none.</summary>
    Fits,

    /// <summary>Fewer households than usual.</summary>
    Small,

    /// <summary>More households than usual.</summary>
    Large,
}

/// <summary>The numbers of this module, read from <c>grid-rules.json</c>: none of them is law; each says where it comes from.</summary>
public sealed record GridRules
{
    /// <summary>The rules that come with the product.</summary>
    public static readonly GridRules BuiltIn = Read(RuleFile.Text("Grid/grid-rules.json"));

    /// <summary>Version of the rules.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which they hold.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The usual size of each kind of grid.</summary>
    public required IReadOnlyList<GridSize> Sizes { get; init; }

    /// <summary>The longest single service, in minutes.</summary>
    public required SourcedNumber LongestServiceMinutes { get; init; }

    /// <summary>How many days back a service may be recorded.</summary>
    public required SourcedNumber OldestServiceDays { get; init; }

    /// <summary>Within how many days a hand-over list is to be signed off.</summary>
    public required SourcedNumber HandOverDays { get; init; }

    /// <summary>The usual size of a kind of grid.</summary>
    public GridSize SizeOf(GridKind kind) => Sizes.Single(size => size.Kind == kind);

    /// <summary>Reads a file of rules; every kind of grid has one size.</summary>
    /// <exception cref="JsonException">The text leaves something out or says it twice.</exception>
    public static GridRules Read(string json)
    {
        var file = RuleFile.One<FileJson>(json);
        return file.Sizes.Select(size => size.Kind).Order().SequenceEqual(Enum.GetValues<GridKind>())
            ? new GridRules
            {
                Version = file.Version,
                EffectiveFrom = file.EffectiveFrom,
                Sizes = [.. file.Sizes.Select(size => new GridSize(size.Kind, size.Least, size.Most, RuleFile.Source(size.Source, size.Verification)))],
                LongestServiceMinutes = Number(file.LongestServiceMinutes),
                OldestServiceDays = Number(file.OldestServiceDays),
                HandOverDays = Number(file.HandOverDays),
            }
            : throw new JsonException("Each kind of grid has one size.");
    }

    private static SourcedNumber Number(NumberJson json) => json.Value is >= 1 and <= 100_000
        ? new SourcedNumber(json.Value, RuleFile.Source(json.Source, json.Verification))
        : throw new JsonException($"{json.Value} is out of range.");

    private sealed record SizeJson(GridKind Kind, int? Least, int? Most, string Source, Verification Verification);

    private sealed record NumberJson(int Value, string Source, Verification Verification);

    private sealed record FileJson(
        int Version, DateOnly EffectiveFrom, IReadOnlyList<SizeJson> Sizes, NumberJson LongestServiceMinutes, NumberJson OldestServiceDays,
        NumberJson HandOverDays);
}
