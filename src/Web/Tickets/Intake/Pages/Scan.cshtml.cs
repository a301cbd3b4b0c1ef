using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tickets.Intake.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>Where the code on a building's sheet leads: to the form with the place filled in, or to a word on what one may do instead.</summary>
[OpenToAll]
internal sealed class ScanModel(ReadSheet sheets, CurrentActor current, Capacities capacities) : LinliPage
{
    /// <summary>Null when nobody here signed the code.</summary>
    public ScannedSheet? Sheet { get; private set; }

    public bool IsSignedOut => current.Actor is null;

    /// <summary>Another capacity of the same person belongs to the compound.</summary>
    public bool CanSwitch { get; private set; }

    public string SignInHref => ReturnUrl.Via("/sign-in", Request.Path);

    public string SwitchHref => ReturnUrl.Via("/capacity", Request.Path);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        Sheet = await sheets.Execute(code, cancel);
        if (Sheet is not { IsVoid: false } sheet)
        {
            Response.StatusCode = Sheet is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
            return Page();
        }

        if (current.Actor is not { } actor)
        {
            return Page();
        }

        if (actor.Capacity is { IsHousehold: true } household && household.PlaceId == sheet.CompoundId)
        {
            return Redirect($"{TicketLinks.Report}?sheet={code}");
        }

        if (Scope.Of(actor, Permission.TakeReports).Covers(sheet.Compound))
        {
            return Redirect($"{TicketLinks.Take}?sheet={code}");
        }

        CanSwitch = (await capacities.HeldBy(actor.PersonId, cancel)).Any(held => held.IsHousehold && held.PlaceId == sheet.CompoundId);
        return Page();
    }
}
