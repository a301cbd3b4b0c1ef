using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Party;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Pages;

/// <summary>Appoints a person to a post of an organisation.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AppointModel : RegistryPage
{
    [BindProperty]
    public AppointmentInput Input { get; set; } = new();

    public Guid Id { get; private set; }

    /// <summary>Posts of this organisation are taken with a declaration of no interest.</summary>
    public bool NeedsDeclaration { get; private set; }

    /// <summary>Of an owners' committee: how many of its members belong to the Party; a reminder while it is being formed.</summary>
    public CommitteeShare? Share { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public IReadOnlyList<SelectListItem> PostChoices { get; private set; } = [];

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

        return After(await Get<AppointToPost>().Execute(id, Input, Context(), Cancel), T["Appointed"], $"/registry/organisations/{id}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowOrganisation>().Execute(id, Actor, Cancel) is not { MayManage: true } organisation)
        {
            return false;
        }

        var titles = Get<IStringLocalizer<Texts>>();
        Share = await Get<CommitteeShares>().Of(id, Actor, Cancel);
        Id = id;
        NeedsDeclaration = PartyRules.Conflicts.Any(rule => rule.NeedsDeclaration && rule.One.Organisations.Contains(organisation.Kind));
        Title = T["AppointIn", organisation.ShortName];
        PostChoices =
        [
            ChooseOne,
            .. PostKinds.All.Where(kind => kind.BelongsTo(organisation.Kind) && AppointToPost.MayGive(kind, Actor)).Select(kind => new SelectListItem(titles[kind.TitleKey], kind.Code)),
        ];
        return true;
    }
}
