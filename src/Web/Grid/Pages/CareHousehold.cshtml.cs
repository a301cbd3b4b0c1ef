using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Care;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>One household: what its people agreed to, marks, and consents given on paper or before a witness.</summary>
[Needs(Permission.KeepCareMarks)]
public sealed class CareHouseholdModel : GridPageModel, IConsentFields
{
    [BindProperty]
    public CareMarkInput Mark { get; set; } = new();

    [BindProperty]
    public ConsentWordInput Word { get; set; } = new();

    public CareView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Needs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agreeing { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ConsentPurposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ways { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Word = new ConsentWordInput { SaidOn = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostMark(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<SetCareMark>().Execute(code, Mark, Context(), Cancel), T["CareMarked"], $"/grid/care/{code}", nameof(Mark));

    public async Task<IActionResult> OnPostRemove(string code, Guid mark) => !await Show(code) ? NotFound()
        : After(await Get<RemoveCareMark>().Execute(code, mark, Context(), Cancel), T["CareUnmarked"], $"/grid/care/{code}", nameof(Mark));

    public async Task<IActionResult> OnPostConsent(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<RecordHouseholdConsent>().Execute(code, Word, ConsentTaker.Community, Context(), Cancel), T["ConsentWritten"], $"/grid/care/{code}", nameof(Word));

    private async Task<bool> Show(string code)
    {
        if (await Get<ShowCare>().One(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Needs = Choices(Enum.GetValues<CareNeed>(), n => n.ToString(), n => T[$"Need.{n}"]);
        Agreeing = Choices(view.People.Where(p => p.AgreesToMark), p => p.Id.ToString(), p => p.Name);
        People = Choices(view.People, p => p.Id.ToString(), p => p.Name);
        (ConsentPurposes, Ways) = ConsentChoices(ConsentTaker.Community);
        return true;
    }
}
