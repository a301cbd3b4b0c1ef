using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Documents;

/// <summary>The governing documents of a compound, as everybody may see them.</summary>
public sealed record DocumentsView
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<DocumentLine> Documents { get; init; }
}

/// <summary>A kind of document: the version in force and the one on its way, if they are there to be seen.</summary>
public sealed record DocumentLine(DocumentKind Kind, string Slug, VersionLine? InForce, VersionLine? UnderWay);

/// <summary>A version in a list.</summary>
public sealed record VersionLine
{
    public required int Number { get; init; }

    public required DocumentState State { get; init; }

    public DateOnly? CommentUntil { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? EndedOn { get; init; }
}

/// <summary>A piece of the text. Comments and clauses name it by its position.</summary>
public sealed record BlockView(int Position, BlockKind Kind, string Label, string Text);

/// <summary>The decision on a version. Areas are whole 0.01 m².</summary>
public sealed record DecisionView
{
    public required DateOnly DecidedOn { get; init; }

    public required AdoptingBody DecidedBy { get; init; }

    public string? Matter { get; init; }

    public long? AllArea { get; init; }

    public long? PartArea { get; init; }

    public long? ForArea { get; init; }

    public int? AllHeads { get; init; }

    public int? PartHeads { get; init; }

    public int? ForHeads { get; init; }

    public string? UncommentedReason { get; init; }

    /// <summary>Required clauses that it was adopted without.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public string? MissingReason { get; init; }

    /// <summary>The rules by which it was checked.</summary>
    public required string Rules { get; init; }
}

/// <summary>A comment as it is published: without a name, and with its answer.</summary>
public sealed record PublicComment(int? Position, CapacityKind SaidAs, DateTimeOffset At, string? Text, string Answer);

/// <summary>One version to be read.</summary>
public sealed record DocumentView
{
    public required string Code { get; init; }

    public required string CompoundName { get; init; }

    public required Guid CompoundId { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Slug { get; init; }

    /// <summary>The version shown; null when there is none to be read.</summary>
    public VersionLine? Shown { get; init; }

    public required IReadOnlyList<BlockView> Blocks { get; init; }

    public DecisionView? Decision { get; init; }

    public string? EndReason { get; init; }

    /// <summary>All versions to be read, newest first.</summary>
    public required IReadOnlyList<VersionLine> Versions { get; init; }

    public required IReadOnlyList<PublicComment> Comments { get; init; }

    /// <summary>Comments that wait for an answer.</summary>
    public required int Unanswered { get; init; }

    /// <summary>The signed text, for those who may see it.</summary>
    public Guid? Scan { get; init; }

    /// <summary>Whether the reader may comment now.</summary>
    public required bool MayComment { get; init; }
}

/// <summary>A comment as those see it who answer; the name is for them alone.</summary>
public sealed record DeskComment
{
    public required Guid Id { get; init; }

    public int? Position { get; init; }

    public required string Name { get; init; }

    public string? UnitLabel { get; init; }

    public required CapacityKind SaidAs { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    public string? Answer { get; init; }

    public required bool Withheld { get; init; }
}

/// <summary>A required clause, held against the text.</summary>
public sealed record ClauseView(
    RequiredClause Clause, string Source, Verification Verification, bool IsVerified, IReadOnlyList<string> NotFoundIn, int? Position, int? Suggested);

/// <summary>What decides on the kind here.</summary>
public sealed record AdoptionView(AdoptingBody Body, bool ByArea, ShareValue? Participation, ShareValue? Approval, bool ApprovalOfAll, int CommentDays, string Source, Verification Verification);

/// <summary>A kind of document on the desk of those who keep it.</summary>
public sealed record DocumentDeskView
{
    public required string Code { get; init; }

    public required string CompoundName { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Slug { get; init; }

    /// <summary>The version on its way; null when there is none.</summary>
    public VersionLine? UnderWay { get; init; }

    /// <summary>To be sent back with a change of the version on its way.</summary>
    public uint? UnderWayVersion { get; init; }

    public required IReadOnlyList<BlockView> Blocks { get; init; }

    /// <summary>The text as it is typed: of the version on its way, else of the one in force.</summary>
    public required string Text { get; init; }

    public VersionLine? InForce { get; init; }

    public uint? InForceVersion { get; init; }

    public required IReadOnlyList<VersionLine> Versions { get; init; }

    /// <summary>Required clauses, held against the version on its way, or else against the one in force.</summary>
    public required IReadOnlyList<ClauseView> Clauses { get; init; }

    public required IReadOnlyList<AdoptionView> Adoption { get; init; }

    public required int CommentDays { get; init; }

    public required IReadOnlyList<DeskComment> Comments { get; init; }

    /// <summary>Numbers of versions without a scan of the signed text.</summary>
    public required IReadOnlyList<int> WithoutScan { get; init; }

    public required bool MayManage { get; init; }

    public required DateOnly Today { get; init; }
}

/// <summary>Two versions beside each other.</summary>
public sealed record ComparisonView
{
    public required string Code { get; init; }

    public required string CompoundName { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Slug { get; init; }

    public required VersionLine From { get; init; }

    public required VersionLine To { get; init; }

    public required IReadOnlyList<VersionLine> Versions { get; init; }

    public required IReadOnlyList<BlockChange> Changes { get; init; }
}
