using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets.Contract;

/// <summary>What a home page shows of the tickets that its person reported.</summary>
internal interface IMyTickets
{
    Task<IReadOnlyList<MyTicket>> Latest(Actor actor, CancellationToken cancel);
}

/// <summary>A ticket in a line.</summary>
/// <param name="Step">The step reached, 1 to 4; 5 when all is done.</param>
/// <param name="WaitsForMe">Whether its reporter has the word.</param>
internal sealed record MyTicket(string Number, string Title, string PlaceText, DateTimeOffset At, int Step, bool WaitsForMe, string Link);
