using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>A household asks for mediation.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class ApplyForMediationModel : MediationPage
{
    public sealed class Form
    {
        public string? Kind { get; set; }

        public string? OtherSide { get; set; }

        public string? Statement { get; set; }

        public string? TicketNumber { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsHousehold => Actor.Capacity is { IsHousehold: true };

    public async Task OnGet(string? ticket)
    {
        await TakeBackParkedForm(Input, nameof(Input));
        Input.TicketNumber ??= ticket;
    }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<ApplyForMediation>().Execute(
            new() { Kind = Input.Kind, OtherSide = Input.OtherSide, Statement = Input.Statement, TicketNumber = Input.TicketNumber }, Context(), Cancel);
        if (!made.Succeeded(out var saved))
        {
            return Refuse(made.Refusals);
        }

        Say(M["Sent.Apply"]);
        TempData[PageNotes.DraftDone] = "mediation-apply";
        return Redirect(MediationLinks.OfParty(saved.SubjectId));
    }
}
