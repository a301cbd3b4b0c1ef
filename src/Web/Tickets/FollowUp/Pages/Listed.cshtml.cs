using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Tickets.FollowUp.Pages;

/// <summary>挂牌督办 for everybody: what is listed, who leads it, until when. No person, no dwelling, no words of a report.</summary>
[OpenToAll]
internal sealed class ListedModel(ListedTickets listed) : PageModel
{
    public IReadOnlyList<ListedTicket> Tickets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Tickets = await listed.Of(cancel);
}
