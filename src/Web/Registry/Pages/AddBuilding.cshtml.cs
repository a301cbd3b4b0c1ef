using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers a building with its entrances.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddBuildingModel : FormAbout<BuildingInput>
{
    protected override string Back => $"/registry/compounds/{Code}";

    protected override string SaidAfter => "BuildingAdded";

    protected override async Task<string?> Read() =>
        await Get<FormChoices>().Place(Code, Actor, Cancel) is { Kind: PlaceKind.Compound } place ? T["AddBuildingIn", place.Name].Value : null;

    protected override Task<Outcome<Guid>> Add(ProcessContext context) => Get<AddBuilding>().Execute(Code, Input, context, Cancel);
}
