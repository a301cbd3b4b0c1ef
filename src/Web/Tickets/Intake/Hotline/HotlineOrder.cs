using Linli.Domain.Tickets;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>A work order of the hotline, judged and understood.</summary>
internal sealed record HotlineOrder
{
    public required int Row { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    public required TakePlace Compound { get; init; }

    public required Guid? BuildingId { get; init; }

    public required TicketReport Report { get; init; }

    public required string CallerName { get; init; }

    /// <summary>Digits.</summary>
    public required string? CallerPhone { get; init; }

    public required bool IsConfidential { get; init; }

    public required DateTimeOffset? ContactDueAt { get; init; }

    public required DateTimeOffset? ResolveDueAt { get; init; }
}
