using Linli.Domain.Tickets.Finding;

namespace Linli.Web.Tickets.Finding;

/// <summary>What early finding shows of a place.</summary>
public sealed record FindingsView
{
    public required FindingPlace Place { get; init; }

    /// <summary>Monday of the week shown.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Monday of the last week that is over.</summary>
    public required DateOnly LastWeek { get; init; }

    public required FindingRules Rules { get; init; }

    public required WeekSums Sums { get; init; }

    public required IReadOnlyList<HotSpotView> Spots { get; init; }

    public required IReadOnlyList<TopicView> Topics { get; init; }

    /// <summary>Groups that wait for a decision; null for whoever decides on none.</summary>
    public required int? Groups { get; init; }
}

/// <summary>What was compared: compounds with tickets, of them those with enough past, places compared, people who reported.</summary>
public sealed record WeekSums(int Compounds, int Judged, int Compared, int Reporters);

/// <summary>A hot spot with the numbers behind it.</summary>
public sealed record HotSpotView
{
    public required Guid Id { get; init; }

    public required Guid CompoundId { get; init; }

    public required string CompoundCode { get; init; }

    public required string CompoundName { get; init; }

    public required Guid? BuildingId { get; init; }

    /// <summary>Null is the whole compound.</summary>
    public required string? BuildingName { get; init; }

    /// <summary>First-level category; null is all.</summary>
    public required string? Category { get; init; }

    /// <summary>People who reported in the week.</summary>
    public required int Reporters { get; init; }

    /// <summary>People of the weeks before, week by week.</summary>
    public required int PastReporters { get; init; }

    public required int PastWeeks { get; init; }

    /// <summary>Spread of the past; null where it varies no more than chance would have it.</summary>
    public required decimal? Size { get; init; }

    /// <summary>Chance of so many when nothing changed.</summary>
    public required decimal Chance { get; init; }

    /// <summary>The same, corrected for all that was compared.</summary>
    public required decimal Corrected { get; init; }

    public required int Compared { get; init; }

    public required string Rules { get; init; }

    public required bool IsProposed { get; init; }

    public required bool MayPropose { get; init; }
}

/// <summary>A topic proposed for the joint meeting.</summary>
public sealed record TopicView
{
    public required Guid Id { get; init; }

    public required uint Version { get; init; }

    public required string CompoundCode { get; init; }

    public required string CompoundName { get; init; }

    public required DateOnly Week { get; init; }

    public required TopicOrigin Origin { get; init; }

    /// <summary>Words with a slash between them, or a category's code.</summary>
    public required string Label { get; init; }

    /// <summary>The building of a hot spot.</summary>
    public required string? BuildingName { get; init; }

    /// <summary>Different people.</summary>
    public required int Reporters { get; init; }

    public required int Said { get; init; }

    public required int OutOf { get; init; }

    public required int PastSaid { get; init; }

    public required int PastOutOf { get; init; }

    /// <summary>Weeks of past of a hot spot.</summary>
    public required int? PastWeeks { get; init; }

    public required decimal Likelihood { get; init; }

    public required TopicState State { get; init; }

    public required string? AnswerableName { get; init; }

    public required string? AnswerableFor { get; init; }

    public required string? DecidedBy { get; init; }

    public required string? DecidedAs { get; init; }

    public required DateTimeOffset? DecidedAt { get; init; }

    public required string? Reason { get; init; }

    public required bool MayDecide { get; init; }
}
