using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>Records which organisation serves a compound.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddServiceModel : FormAbout<ServiceInput>
{
    public IReadOnlyList<SelectListItem> OrganisationChoices { get; private set; } = [];

    protected override string Back => $"/registry/compounds/{Code}";

    protected override string SaidAfter => "Saved";

    protected override async Task<string?> Read()
    {
        OrganisationChoices =
        [
            ChooseOne,
            .. (await Get<FormChoices>().Servants(Actor, Cancel)).Select(o => new SelectListItem(o.Name, o.Id.ToString())),
        ];
        return await Get<FormChoices>().Place(Code, Actor, Cancel) is { Kind: PlaceKind.Compound } place ? T["AddServiceTo", place.Name].Value : null;
    }

    protected override Task<Outcome<Guid>> Add(ProcessContext context) => Get<RecordService>().Execute(Code, Input, context, Cancel);
}
