using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Pages;

/// <summary>What this person has reported, newest first.</summary>
[Needs(Permission.ViewOwnTickets)]
internal sealed class MineModel(TicketQueue queue, ListFollowed followed) : LinliPage
{
    [BindProperty(SupportsGet = true, Name = "at")]
    public int At { get; set; } = 1;

    public IReadOnlyList<QueuedTicket> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    /// <summary>What neighbours reported and this person follows.</summary>
    public IReadOnlyList<FollowedRow> Followed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        At = Math.Max(1, At);
        var rows = await queue.Read(new() { Tab = QueueTab.All, Mine = true, Page = At }, Actor, cancel);
        Followed = At == 1 ? await followed.Execute(Actor, cancel) : [];
        Rows = [.. rows.Take(TicketQueue.PageSize)];
        Pages = rows.Count > TicketQueue.PageSize ? At + 1 : At;
    }
}
