using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A place that a form is about, with the way down to it.</summary>
public sealed record FormPlace(string Code, string Name, PlaceKind Kind, IReadOnlyList<PlaceLink> Above);

/// <summary>Something to choose.</summary>
public sealed record Choice(Guid Id, string Name);

/// <summary>What the forms of the registry need to be shown: the thing they are about, and what can be chosen. Only where the actor may change.</summary>
internal sealed class FormChoices(LinliDb db, TimeProvider clock)
{
    private const int Most = 1000;

    public async Task<FormPlace?> Place(string code, Actor actor, CancellationToken cancel) =>
        await db.PlaceByCode(code, actor, Permission.ManageRegistry, cancel) is { } place
            ? new FormPlace(place.Code, place.Name, place.Kind, await BrowsePlace.Above(db, place.Path, actor, cancel))
            : null;

    public async Task<string?> UnitLabel(string code, Actor actor, CancellationToken cancel) =>
        (await db.UnitByCode(code, actor, Permission.ManageRegistry, cancel))?.Unit.Label;

    /// <summary>Where to go after registering a compound.</summary>
    public Task<string> CodeOfPlace(Guid id, Actor actor, CancellationToken cancel) =>
        db.Places(actor, Permission.ManageRegistry).Where(p => p.Id == id).Select(p => p.Code).SingleAsync(cancel);

    /// <summary>Where to go after registering a unit.</summary>
    public async Task<string> CodeOfUnit(Guid id, Actor actor, CancellationToken cancel)
    {
        var places = db.Places(actor, Permission.ManageRegistry).Select(p => p.Id);
        return await db.Set<Unit>().Where(u => u.Id == id && places.Contains(u.CompoundId)).Select(u => u.Code).SingleAsync(cancel);
    }

    /// <summary>Companies that can own units: developers and property companies of the own scope.</summary>
    public Task<List<Choice>> Owners(Actor actor, CancellationToken cancel) =>
        Of(db.Organisations(actor, Permission.ManageRegistry), [OrganisationKind.Developer, OrganisationKind.PropertyCompany], cancel);

    /// <summary>Companies that can serve here: all, for companies are public.</summary>
    public async Task<List<Choice>> Servants(Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ManageRegistry).IsNothing ? [] : await Of(db.Set<Organisation>(), [OrganisationKind.PropertyCompany], cancel);

    private Task<List<Choice>> Of(IQueryable<Organisation> organisations, OrganisationKind[] kinds, CancellationToken cancel) => organisations
        .OpenOn(ChinaTime.DayOf(clock.GetUtcNow())).Where(o => kinds.Contains(o.Kind))
        .OrderBy(o => EF.Functions.Collate(o.Name, NaturalOrder.Collation)).ThenBy(o => o.Id)
        .Take(Most).Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancel);
}
