using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Households;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>我联系的住户.</summary>
[Needs(Permission.LookAfterHouseholds)]
public sealed class MyHouseholdsModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public MyHouseholdsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Get<MyHouseholds>().Execute(Text, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

/// <summary>One household that the actor looks after: who lives there, notes, a number for a reason.</summary>
[Needs(Permission.LookAfterHouseholds)]
public sealed class HouseholdModel : GridPageModel
{
    [BindProperty]
    public NoteInput Note { get; set; } = new();

    [BindProperty]
    public PhoneInput Phone { get; set; } = new();

    public HouseholdView View { get; private set; } = null!;

    public string? ShownPhone { get; private set; }

    public IReadOnlyList<SelectListItem> Purposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code) => await Show(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNote(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<WriteNote>().Execute(code, Note, Context(), Cancel), nameof(Note), "NoteKept", $"/grid/households/{code}");

    public async Task<IActionResult> OnPostRemove(string code, Guid note) => !await Show(code) ? NotFound()
        : After(await Get<RemoveNote>().Execute(code, note, Context(), Cancel), nameof(Note), "NoteRemoved", $"/grid/households/{code}");

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
        People = Choices(view.People.Where(p => p.PhoneMasked is not null), p => p.Id.ToString(), p => $"{p.Name} {p.PhoneMasked}");
        return true;
    }
}
