using Linli.Domain.Registry;

namespace Linli.Web.Insight;

/// <summary>The overview of a place: its parts, and all of them together.</summary>
public sealed record OverviewOf
{
    public required Guid PlaceId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required PlaceKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day counted, itself included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The places from the actor's own down to this one.</summary>
    public required IReadOnlyList<OverviewStep> Way { get; init; }

    /// <summary>What lies directly below; a compound has no parts.</summary>
    public required IReadOnlyList<OverviewRow> Parts { get; init; }

    public required TicketFigures Total { get; init; }

    public required IReadOnlyList<TypeCount> Types { get; init; }

    public required IReadOnlyList<ReportedFigure> Reported { get; init; }
}

/// <summary>A place of the overview with its figures.</summary>
public sealed record OverviewRow(Guid PlaceId, string Code, string Name, PlaceKind Kind, int Compounds, TicketFigures Figures);

/// <summary>A place on the way down to here.</summary>
public sealed record OverviewStep(string Code, string Name);

/// <summary>How many compounds of a type lie here.</summary>
public sealed record TypeCount(CompoundType Type, long Compounds);

/// <summary>A figure that a source reports of the place; day and source are null where the registry was told none.</summary>
public sealed record ReportedFigure(string Indicator, long Value, DateOnly? AsOf, string? Source);
