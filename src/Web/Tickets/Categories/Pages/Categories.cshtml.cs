using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Categories.Pages;

/// <summary>The categories of a place: who sees to each, how soon, and the form that adapts one.</summary>
[Needs(Permission.ManageCategories)]
internal sealed class CategoriesModel(ShowCategories categories, SetCategoryRule set, IStringLocalizer<TicketWords> words) : LinliPage
{
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceCode { get; set; }

    /// <summary>The category that the form is about; empty for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "category")]
    public string? Chosen { get; set; }

    [BindProperty]
    public CategoryRuleInput Input { get; set; } = new();

    public CategoriesView View { get; private set; } = null!;

    /// <summary>The category that is being adapted, or null for a new one.</summary>
    public CategoryView? About => View.Categories.FirstOrDefault(c => c.Code == Input.Code);

    public IReadOnlyList<SelectListItem> Parents =>
        [new(words["Category.Choose"], string.Empty), .. View.Categories.Where(c => c.Parent is null).Select(c => new SelectListItem(c.Title, c.Code))];

    public IReadOnlyList<SelectListItem> Parties =>
        [new(words["Category.Unchanged"], string.Empty), .. Enum.GetValues<ResponsibleParty>().Select(p => new SelectListItem(words["Responsible." + p], p.ToString()))];

    public IReadOnlyList<SelectListItem> Units =>
        [new(words["Category.Unchanged"], string.Empty), .. Enum.GetValues<TimeUnit>().Select(u => new SelectListItem(words["TimeUnit." + u], u.ToString()))];

    public string Say(IReadOnlyList<Limit> limits) => string.Join(" / ", limits.Select(Say));

    public string Say(Limit limit) => words[$"Limit.{limit.Unit}", limit.Amount];

    public string Say(CategoryRuleVersion version) => string.Join(words["TextHelp.Sep"], new[]
    {
        version.IsWithdrawn ? words["Category.Said.Withdrawn"].Value : null,
        version.IsOff ? words["Category.Said.Off"].Value : null,
        version.Name is { } name ? words["Category.Said.Name", name].Value : null,
        version.Responsible is { } party ? words["Category.Said.Party", words["Responsible." + party].Value].Value : null,
        version.Contact is { } contact ? words["Category.Said.Contact", Say(contact)].Value : null,
        version.Resolve is { } resolve ? words["Category.Said.Resolve", Say(resolve)].Value : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        Input.Code = Chosen;
        return About is null && !string.IsNullOrEmpty(Chosen) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var made = ModelState.IsValid ? await set.Execute(View.Place.Code, Input, Context(), cancel) : null;
        if (made is null || made.IsRefused)
        {
            return made is null ? Refuse([]) : RefuseOrNotFound(made.Refusals);
        }

        Say(words["Category.Saved"].Value);
        return Redirect($"/work/categories?place={View.Place.Code}");
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await categories.Execute(PlaceCode, Actor, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
