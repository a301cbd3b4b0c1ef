using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>A ticket as neighbours see it, to follow it or stop.</summary>
[Needs(Permission.ReportTickets)]
internal sealed class FollowedModel(FindFollowed tickets, FollowTicket follow, UnfollowTicket unfollow) : PageWithTexts<IntakeWords>
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    public FollowedTicket Ticket { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await tickets.Execute(Number, Actor, cancel);
        if (!found.Succeeded(out var ticket))
        {
            return found.Refusals is [Platform.Changes.NotAllowedInThisCapacity, ..] ? Redirect(TicketLinks.Details(Number)) : NotFound();
        }

        Ticket = ticket;
        return ticket.IsOwn ? Redirect(TicketLinks.Details(Number)) : Page();
    }

    public async Task<IActionResult> OnPostFollowAsync(CancellationToken cancel) => await Read(cancel)
        ? After(await follow.Execute(Number, Context(), cancel), T["Followed.Done", Number], TicketLinks.Followed(Number))
        : NotFound();

    public async Task<IActionResult> OnPostUnfollowAsync(CancellationToken cancel) => await Read(cancel)
        ? After(await unfollow.Execute(Number, Context(), cancel), T["Unfollowed.Done", Number], TicketLinks.Mine)
        : NotFound();

    private async Task<bool> Read(CancellationToken cancel)
    {
        var found = await tickets.Execute(Number, Actor, cancel);
        Ticket = found.IsRefused ? Ticket : found.Value;
        return !found.IsRefused;
    }
}
