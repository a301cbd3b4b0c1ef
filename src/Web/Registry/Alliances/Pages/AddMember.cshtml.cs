using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>Takes a member into an association by one of the three ways.</summary>
[Needs(Permission.ManageAlliances)]
public sealed class AddMemberModel : AlliancesPage
{
    [BindProperty]
    public AdmissionInput Input { get; set; } = new();

    public Guid Id { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<PickOption> Ways =>
        [.. Enum.GetValues<JoiningWay>().Select(way => new PickOption(way.ToString(), T[$"Way.{way}"], null, T[$"Way.{way}.Note"]))];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

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

        return After(await Get<AdmitMember>().Execute(id, Input, Context(), Cancel), T["MemberAdded"], $"/registry/alliances/{id}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<MemberChoices>().Execute(id, Actor, Cancel) is not { } candidates)
        {
            return false;
        }

        var (organisations, persons) = (new SelectListGroup { Name = T["Organisations"] }, new SelectListGroup { Name = T["Persons"] });
        (Id, Title) = (id, T["AddMemberTo", candidates.AssociationName]);
        Members =
        [
            ChooseOne,
            .. candidates.Organisations.Select(o => new SelectListItem(o.Name, o.Id.ToString()) { Group = organisations }),
            .. candidates.Persons.Select(p => new SelectListItem(p.Name, p.Id.ToString()) { Group = persons }),
        ];
        return true;
    }
}
