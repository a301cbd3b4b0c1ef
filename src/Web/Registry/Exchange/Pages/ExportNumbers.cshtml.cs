using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Exchange.Pages;

/// <summary>Takes a compound out with numbers whole, for a reason.</summary>
[Needs(Permission.ExportPersonalData)]
internal sealed class ExportNumbersModel(ExportCompound export, CompoundWorkbook workbook, ShowCompound compounds) : LinliPage
{
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CompoundView Compound { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) => await Find(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        var context = Context();
        var outcome = await export.Execute(code, new() { Reason = Input.Reason }, context, cancel);
        return outcome.Succeeded(out var exported)
            ? new SpreadsheetAnswer(exported.Name, (target, stop) => workbook.Write(target, exported, context.Actor, stop))
            : RefuseOrNotFound(outcome.Refusals);
    }

    private async Task<bool> Find(string code, CancellationToken cancel)
    {
        var found = await compounds.Execute(code, Actor, cancel);
        Compound = found!;
        return found is not null && Scope.Of(Actor, Permission.ExportPersonalData).Covers(Actor.Capacity!.Path);
    }
}
