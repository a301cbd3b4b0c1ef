using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>Records an owner of a unit.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddOwnerModel : FormAbout<OwnershipInput>
{
    public IReadOnlyList<SelectListItem> OrganisationChoices { get; private set; } = [];

    protected override string Back => $"/registry/units/{Code}";

    protected override string SaidAfter => "OwnerAdded";

    protected override async Task<string?> Read()
    {
        OrganisationChoices =
        [
            new SelectListItem(T["NoOrganisation"], string.Empty),
            .. (await Get<FormChoices>().Owners(Actor, Cancel)).Select(o => new SelectListItem(o.Name, o.Id.ToString())),
        ];
        return await Get<FormChoices>().UnitLabel(Code, Actor, Cancel) is { } label ? T["AddOwnerTo", label].Value : null;
    }

    protected override Task<Outcome<Guid>> Add(ProcessContext context) => Get<RecordOwnership>().Execute(Code, Input, context, Cancel);
}
