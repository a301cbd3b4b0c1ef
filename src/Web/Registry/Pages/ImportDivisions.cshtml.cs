using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Divisions;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Imports tables of divisions: sent, looked over, confirmed.</summary>
[Needs(Permission.ImportDivisions)]
[RequestSizeLimit(64 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
public sealed class ImportDivisionsModel : RegistryPage
{
    public const int MostFaults = 200;

    public DivisionImport? Preview { get; private set; }

    /// <summary>The tables that the preview speaks of.</summary>
    public Guid Upload { get; private set; }

    public string Message(Refusal refusal) => Get<RefusalTexts>().Of(refusal);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(List<IFormFile>? files)
    {
        var tables = await DivisionFiles.Read(files ?? [], Cancel);
        var preview = await Get<ImportDivisions>().Execute(new() { Files = tables, PreviewOnly = true }, Context(), Cancel);
        if (!preview.Succeeded(out var plan))
        {
            return Refuse(preview.Refusals, string.Empty);
        }

        Preview = plan;
        Upload = plan.Faults.Count > 0 ? Guid.Empty : await Get<DivisionUploads>().Keep(Actor, tables, Cancel);
        // The confirmation is another act than the preview.
        RequestId = Guid.Empty;
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostConfirm(Guid upload)
    {
        var tables = await Get<DivisionUploads>().Read(upload, Actor, Cancel);
        var imported = await Get<ImportDivisions>().Execute(new() { Files = tables }, Context(), Cancel);
        if (!imported.Succeeded(out var done))
        {
            return Refuse(imported.Refusals, string.Empty);
        }

        if (done.Faults.Count > 0)
        {
            // Somebody changed the registry between preview and confirmation.
            Preview = done;
            return Page();
        }

        Say(done.ChangesNothing ? T["ImportNothing", done.Rows] : T["Imported", done.Added, done.Renamed, done.Moved]);
        return Redirect("/registry/divisions/import");
    }
}
