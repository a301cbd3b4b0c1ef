using Linli.Domain.Tickets;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets;

/// <summary>What every change by program carries.</summary>
public abstract record ActBody
{
    /// <summary>A UUID made by the caller; sent again, the same one acts once.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The version that the caller saw; when it no longer stands, the act is refused. Leave it out to act regardless.</summary>
    public uint? Version { get; init; }
}

internal sealed record ReportBody : ActBody
{
    public required string Category { get; init; }

    public Guid? PlaceId { get; init; }

    public string? PlaceText { get; init; }

    public required string Description { get; init; }

    public ContactWish ContactBy { get; init; } = ContactWish.Phone;

    /// <summary>The code of a building's sheet that was scanned: what stands behind /q/ in its address.</summary>
    public string? Sheet { get; init; }

    public IReadOnlyList<Guid> Photos { get; init; } = [];
}

internal sealed record PlainBody : ActBody;

internal sealed record AcceptBody : ActBody
{
    public required string Category { get; init; }

    public required Urgency Urgency { get; init; }
}

internal sealed record AssignBody : ActBody
{
    public required Guid Handler { get; init; }

    public string? Reason { get; init; }
}

internal sealed record NoteBody : ActBody
{
    public string? Note { get; init; }
}

internal sealed record DoneBody : ActBody
{
    public required string Result { get; init; }

    public IReadOnlyList<Guid> Photos { get; init; } = [];
}

internal sealed record ConfirmBody : ActBody
{
    public required bool Solved { get; init; }

    public required Satisfaction Satisfaction { get; init; }

    public string? Comment { get; init; }
}

internal sealed record UnsolvedBody : ActBody
{
    public required string Reason { get; init; }

    public IReadOnlyList<Guid> Photos { get; init; } = [];
}

internal sealed record SupplementBody : ActBody
{
    public required string Note { get; init; }

    public IReadOnlyList<Guid> Photos { get; init; } = [];
}
