using Linli.Domain.Tickets;

namespace Linli.Web.Tickets.Intake;

/// <summary>An open ticket that may be the same matter, without anything of its reporter: no words, no name, no dwelling.</summary>
public sealed record SimilarTicket
{
    public required string Number { get; init; }

    public required string Category { get; init; }

    public required string CategoryTitle { get; init; }

    /// <summary>The building it names, if any.</summary>
    public required string? Building { get; init; }

    public required TicketState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many have it: the reporter and who follows.</summary>
    public required int Neighbours { get; init; }

    public required bool IsFollowed { get; init; }

    /// <summary>Reported by the actor; more is to be said there.</summary>
    public required bool IsOwn { get; init; }
}
