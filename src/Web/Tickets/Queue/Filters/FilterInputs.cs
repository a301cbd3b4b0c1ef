using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>A filter of the queue to be kept; one of the same name is replaced.</summary>
public sealed record SaveFilterInput : ChangeInput
{
    public string? Name { get; set; }

    public QueueTab Tab { get; set; } = QueueTab.Open;

    public string? Category { get; set; }

    public Guid? PlaceId { get; set; }

    public string? Words { get; set; }

    /// <summary>The queue opens with it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>All who act for the own organisation are offered it.</summary>
    public bool IsShared { get; set; }
}

/// <summary>A filter of one's own.</summary>
public sealed record FilterInput : ChangeInput
{
    public Guid FilterId { get; set; }
}
