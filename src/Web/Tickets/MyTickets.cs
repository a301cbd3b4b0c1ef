using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Contract;
using Linli.Web.Tickets.Pages;

namespace Linli.Web.Tickets;

internal sealed class MyTickets(TicketQueue queue) : IMyTickets
{
    // A page of the own tickets holds all that may still wait for an answer: results wait seven days.
    public async Task<IReadOnlyList<MyTicket>> Latest(Actor actor, CancellationToken cancel) =>
        [.. (await queue.Read(new() { Tab = QueueTab.All, Mine = true }, actor, cancel)).Select(t => new MyTicket(
            t.Number, t.Description, t.PlaceText, t.RepliedAt ?? t.ReceivedAt, TicketTones.StepOf(t.State), t.State == TicketState.Replied, TicketLinks.Details(t.Number)))];
}
