using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Intake.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>The sheets of a compound's buildings: issued, printed, replaced, made void by whoever dispatches there.</summary>
[Needs(Permission.AcceptTickets)]
internal sealed class SheetsModel(ListSheets sheets, IssueSheet issue, VoidSheet makeVoid, TakePlaces places) : PageWithTexts<IntakeWords>
{
    public CompoundSheets Compound { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Compounds { get; private set; } = [];

    public int Issued => Compound.Rows.Count(row => row.Version is not null);

    public async Task<IActionResult> OnGetAsync(string? compound, CancellationToken cancel) => await Read(compound, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostIssueAsync(Guid place, string? compound, CancellationToken cancel) =>
        Do(compound, "Sheets.Issued", $"{TicketLinks.Sheets}/{place}", () => issue.Execute(place, Context(), cancel), cancel);

    public Task<IActionResult> OnPostVoidAsync(Guid place, string? compound, CancellationToken cancel) =>
        Do(compound, "Sheets.Voided", $"{TicketLinks.Sheets}?compound={Uri.EscapeDataString(compound ?? string.Empty)}", () => makeVoid.Execute(place, Context(), cancel), cancel);

    private async Task<IActionResult> Do(
        string? compound, string said, string next, Func<Task<Linli.Domain.Kernel.Outcome<Platform.Changes.Saved>>> act, CancellationToken cancel) =>
        await Read(compound, cancel) ? After(await act(), T[said], next) : NotFound();

    private async Task<bool> Read(string? compound, CancellationToken cancel)
    {
        if (await sheets.Execute(compound, Actor, cancel) is not { } found)
        {
            return false;
        }

        Compound = found;
        Compounds = [.. (await places.Execute(Permission.AcceptTickets, Actor, cancel)).Select(p => new SelectListItem(p.Name, p.Code, p.Id == found.CompoundId))];
        return true;
    }
}
