using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Registry.Exchange;

/// <summary>Writes down that people's data of a compound went out, numbers masked.</summary>
internal sealed class RecordExport(LinliDb db, Changes changes)
{
    private const string Process = nameof(ExportLists);

    /// <summary>False when the actor may not see the people there.</summary>
    public async Task<bool> Execute(string compoundCode, string what, ProcessContext context, CancellationToken cancel)
    {
        if (await db.PlaceByCode(compoundCode, context.Actor, Permission.ViewPeople, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return false;
        }

        return !(await changes.Save(context, Process, "Compound", compound.Id, new { what, numbers = "masked" }, cancel)).IsRefused;
    }

    /// <summary>A list of people without numbers, of any place; false when the actor may not see it there.</summary>
    public async Task<bool> Of(string code, string what, Permission needed, ProcessContext context, CancellationToken cancel) =>
        await db.PlaceByCode(code, context.Actor, needed, cancel) is { } place
        && !(await changes.Save(context, Process, "Place", place.Id, new { what }, cancel)).IsRefused;
}
