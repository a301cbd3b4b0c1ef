using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>Whoever dispatches a ticket refers it to the committee.</summary>
[Needs(Permission.AcceptTickets)]
public sealed class ReferTicketModel : MediationPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    public async Task<IActionResult> OnGet() => await Get<MediationOfTicket>().Execute(Number, Actor, Cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await Get<ReferTicket>().Execute(Number, new(), Context(), Cancel);
        if (saved.IsRefused)
        {
            return RefuseOrNotFound(saved.Refusals, string.Empty);
        }

        Say(M["OnTicket.Said"]);
        return Redirect(TicketLinks.Details(Number));
    }
}
