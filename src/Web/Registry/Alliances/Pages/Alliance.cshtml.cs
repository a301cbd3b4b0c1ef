using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>An association: duties, officers, members; who leaves, and its own end.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class AllianceModel : AlliancesPage
{
    public AssociationView View { get; private set; } = null!;

    /// <summary>The member who leaves.</summary>
    [BindProperty]
    public Guid? Leaving { get; set; }

    [BindProperty]
    public EndWithReasonInput Leave { get; set; } = new();

    [BindProperty]
    public EndWithReasonInput Closing { get; set; } = new();

    public IReadOnlyList<SelectListItem> Leavable { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLeave(Guid id)
    {
        if (!await Show(id) || !View.MayKeep)
        {
            return NotFound();
        }

        if (Leaving is not { } member || View.Members.All(m => m.Id != member))
        {
            return Refuse([new ChoiceIsMissing(nameof(Leaving))], prefix: string.Empty);
        }

        return Answer(await Get<EndMembership>().Execute(member, Leave, Context(), Cancel), nameof(Leave), $"/registry/alliances/{id}");
    }

    public async Task<IActionResult> OnPostEnd(Guid id) => await Show(id) && View.MayKeep
        ? Answer(await Get<EndAssociation>().Execute(id, Closing, Context(), Cancel), nameof(Closing), $"/registry/alliances/{id}")
        : NotFound();

    private IActionResult Answer(Outcome<Done> done, string prefix, string next)
    {
        if (done.IsRefused)
        {
            return RefuseOrNotFound(done.Refusals, prefix);
        }

        Say(T["Saved"]);
        return Redirect(next);
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowAssociation>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Leavable = [.. view.Members.Where(m => m.LeftOn is null).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        Leavable = Leavable.Count == 0 ? [] : [ChooseOne, .. Leavable];
        return true;
    }
}
