using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Care;
using Linli.Web.Grid.Households;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>One household that the actor looks after: who lives there, notes, a number for a reason.</summary>
[Needs(Permission.LookAfterHouseholds)]
public sealed class HouseholdModel : GridPageModel, IConsentFields
{
    [BindProperty]
    public NoteInput Note { get; set; } = new();

    [BindProperty]
    public PhoneInput Phone { get; set; } = new();

    [BindProperty]
    public ConsentWordInput Word { get; set; } = new();

    public HouseholdView View { get; private set; } = null!;

    /// <summary>Whose number may be shown.</summary>
    public IReadOnlyList<SelectListItem> Shown { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ConsentPurposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ways { get; private set; } = [];

    public DateOnly NoteKeptUntil => WriteNote.KeepUntil(Get<TimeProvider>().GetUtcNow());

    public string? ShownPhone { get; private set; }

    public IReadOnlyList<SelectListItem> Purposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Word = new ConsentWordInput { SaidOn = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostConsent(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<RecordHouseholdConsent>().Execute(code, Word, ConsentTaker.Keeper, Context(), Cancel), T["ConsentWritten"], $"/grid/households/{code}", nameof(Word));

    public async Task<IActionResult> OnPostNote(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<WriteNote>().Execute(code, Note, Context(), Cancel), T["NoteKept"], $"/grid/households/{code}", nameof(Note));

    public async Task<IActionResult> OnPostRemove(string code, Guid note) => !await Show(code) ? NotFound()
        : After(await Get<RemoveNote>().Execute(code, note, Context(), Cancel), T["NoteRemoved"], $"/grid/households/{code}", nameof(Note));

    /// <summary>Shows the number in the answer itself: an address that shows it again would not be logged.</summary>
    public async Task<IActionResult> OnPostPhone(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var shown = await Get<ShowHouseholdPhone>().Execute(code, Phone, Context(), Cancel);
        if (!shown.Succeeded(out var number))
        {
            return RefuseOrNotFound(shown.Refusals, nameof(Phone));
        }

        ShownPhone = number;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> Show(string code)
    {
        if (await Get<ShowHousehold>().Execute(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Purposes = Choices(Enum.GetValues<NotePurpose>(), p => p.ToString(), p => T[$"Purpose.{p}"]);
        Shown = Choices(view.People.Where(p => p.PhoneMasked is not null && p.ShowsPhone), p => p.Id.ToString(), p => $"{p.Name} {p.PhoneMasked}");
        People = Choices(view.People, p => p.Id.ToString(), p => p.Name);
        (ConsentPurposes, Ways) = ConsentChoices(ConsentTaker.Keeper);
        return true;
    }
}
