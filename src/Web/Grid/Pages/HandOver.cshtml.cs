using Linli.Domain.Registry;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>A hand-over list: printed, ticked by the successor, given up by who manages the grid.</summary>
[Needs(Permission.ManageGrid | Permission.LookAfterHouseholds)]
public sealed class HandOverModel : GridPageModel
{
    [BindProperty]
    public SignOffInput Sign { get; set; } = new();

    [BindProperty]
    public ReasonInput Cancelling { get; set; } = new();

    public HandOverView View { get; private set; } = null!;

    public bool IsKeeper => Actor.May(Permission.LookAfterHouseholds);

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSign(Guid id, bool all)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        // "All" means all that this page showed as waiting.
        var input = all ? new SignOffInput { Items = [.. View.Lines.Where(line => line.Waits).Select(line => line.Id)] } : Sign;
        return After(await Get<SignOffHandOver>().Execute(id, input, Context(), Cancel), T["SignedOff"], $"/grid/hand-overs/{id}", nameof(Sign));
    }

    public async Task<IActionResult> OnPostCancel(Guid id) => !await Show(id) ? NotFound()
        : After(await Get<CancelHandOver>().Execute(id, Cancelling, Context(), Cancel), T["HandOverCancelled"], $"/grid/hand-overs/{id}", nameof(Cancelling));

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowHandOver>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
