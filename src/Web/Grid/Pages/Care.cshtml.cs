using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Care;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>关心帮扶: marked households of the area.</summary>
[Needs(Permission.KeepCareMarks)]
public sealed class CareModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public CareNeed? Need { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public GridPage<CareRow> View { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ShowCare>().Execute(Text, Need is { } need && Enum.IsDefined(need) ? need : null, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

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
        : After(await Get<SetCareMark>().Execute(code, Mark, Context(), Cancel), nameof(Mark), "CareMarked", $"/grid/care/{code}");

    public async Task<IActionResult> OnPostRemove(string code, Guid mark) => !await Show(code) ? NotFound()
        : After(await Get<RemoveCareMark>().Execute(code, mark, Context(), Cancel), nameof(Mark), "CareUnmarked", $"/grid/care/{code}");

    public async Task<IActionResult> OnPostConsent(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<RecordHouseholdConsent>().Execute(code, Word, ConsentTaker.Community, Context(), Cancel), nameof(Word), "ConsentWritten", $"/grid/care/{code}");

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
