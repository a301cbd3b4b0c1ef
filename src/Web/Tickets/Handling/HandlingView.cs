using Linli.Domain.Tickets.Handling;

namespace Linli.Web.Tickets.Handling;

/// <summary>How a ticket is handled beside its timeline, as far as its reader may see it: residents get no words of those who work on it.</summary>
public sealed record HandlingView
{
    public required IReadOnlyList<PauseView> Pauses { get; init; }

    public required IReadOnlyList<ExtensionView> Extensions { get; init; }

    public required IReadOnlyList<ReturnView> Returns { get; init; }

    public required IReadOnlyList<WhistleView> Whistles { get; init; }

    public required IReadOnlyList<PartyView> Parties { get; init; }

    /// <summary>For those who work on it, never for residents.</summary>
    public required IReadOnlyList<InternalNoteView> InternalNotes { get; init; }

    /// <summary>The pause that runs now.</summary>
    public PauseView? Pause => Pauses.FirstOrDefault(pause => pause.ToAt is null);

    /// <summary>The request for more time that waits.</summary>
    public ExtensionView? OpenExtension => Extensions.FirstOrDefault(extension => extension.DecidedAt is null);

    /// <summary>The return that waits.</summary>
    public ReturnView? OpenReturn => Returns.FirstOrDefault(one => one.DecidedAt is null);

    /// <summary>The whistle that waits for its level to report in.</summary>
    public WhistleView? OpenWhistle => Whistles.FirstOrDefault(whistle => whistle.AnsweredAt is null && whistle.RaisedAt is null);

    /// <summary>The answer that waits for the whistle-blower's word.</summary>
    public WhistleView? ToAssess => Whistles.FirstOrDefault(whistle => whistle.AnsweredAt is not null && whistle.AssessedAt is null);
}

/// <summary>Time in which it waits.</summary>
public sealed record PauseView(PauseReason WaitsFor, string Reason, DateTimeOffset FromAt, DateTimeOffset UntilAt, DateTimeOffset? ToAt);

/// <summary>More time asked for; granted is null while it waits, or when the result came first.</summary>
public sealed record ExtensionView(int Days, string? Reason, string? AskedBy, DateTimeOffset AskedAt, DateTimeOffset? DecidedAt, bool? Granted, string? DecidedBy, string? Decision);

/// <summary>A return and its decision.</summary>
public sealed record ReturnView(
    ReturnGround Ground, string Reason, bool ByUnit, string? AskedBy, DateTimeOffset AskedAt, DateTimeOffset DecideDueAt, DateTimeOffset? DecidedAt, bool? Accepted, string? DecidedBy, string? Decision);

/// <summary>A whistle with the answer of the level called; the words are null for residents.</summary>
public sealed record WhistleView(
    WhistleLevel Level, string PlaceName, string? Matter, DateTimeOffset BlownAt, DateTimeOffset DueAt, DateTimeOffset? RaisedAt, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? Answer,
    bool? Warranted, string? WarrantedNote, DateTimeOffset? AssessedAt, bool? Helped, string? Assessment)
{
    /// <summary>Whether the level reported in by its due moment; null while it may still.</summary>
    public bool? InTime(DateTimeOffset now) => AnsweredAt is { } at ? at <= DueAt : RaisedAt is not null || DueAt < now ? false : null;
}

/// <summary>Another organisation with its part; the words are null for residents.</summary>
public sealed record PartyView(
    Guid OrganisationId, string OrganisationName, JointWay Way, string? Task, DateOnly DueOn, DateTimeOffset InvitedAt, DateTimeOffset? ReportedAt, string? ReportedBy, string? Report);

/// <summary>A note among those who work on it.</summary>
public sealed record InternalNoteView(DateTimeOffset At, string ActedAs, string? PersonName, string Note);
