using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Pages;

/// <summary>An organisation: who holds what since when, whom it serves.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class OrganisationModel : RegistryPage
{
    public OrganisationView View { get; private set; } = null!;

    /// <summary>The post to be ended.</summary>
    [BindProperty]
    public Guid? Ending { get; set; }

    [BindProperty]
    public EndPostInput Input { get; set; } = new();

    /// <summary>The last day of the organisation itself.</summary>
    [BindProperty]
    public EndInput End { get; set; } = new();

    public IReadOnlyList<SelectListItem> Endable { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Ending is not { } post)
        {
            return Refuse([new ChoiceIsMissing(nameof(Ending))], prefix: string.Empty);
        }

        return After(await Get<EndPost>().Execute(post, Input, Context(), Cancel), T["Ended"], $"/registry/organisations/{id}");
    }

    public async Task<IActionResult> OnPostEndOrganisation(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        EndIsOpen = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await Get<EndOrganisation>().Execute(id, End, Context(), Cancel), T["Ended"], $"/registry/organisations/{id}", nameof(End));
    }

    /// <summary>Whether the form that ends the organisation was sent, and stays open.</summary>
    public bool EndIsOpen { get; private set; }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowOrganisation>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        var titles = Get<IStringLocalizer<Texts>>();
        Endable = [.. view.Posts.Where(p => !p.IsPast).Select(p => new SelectListItem($"{p.PersonName} · {titles["Post." + p.Kind]}", p.Id.ToString()))];
        return true;
    }
}
