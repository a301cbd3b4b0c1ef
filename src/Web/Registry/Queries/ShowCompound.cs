using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A compound with what stands in it and who serves it.</summary>
public sealed record CompoundView
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required CompoundType Type { get; init; }

    public required string Initials { get; init; }

    public int? Households { get; init; }

    public int? Residents { get; init; }

    public string? FiguresFrom { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public string? ServicePhone { get; init; }

    /// <summary>To be sent back with a change.</summary>
    public required uint Version { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    public required IReadOnlyList<ReportedFigure> Figures { get; init; }

    public required IReadOnlyList<BuildingView> Buildings { get; init; }

    public required IReadOnlyList<OrganisationLink> Organisations { get; init; }

    public required bool MayManage { get; init; }

    public required bool MayViewPeople { get; init; }
}

public sealed record BuildingView(string Code, string Name, IReadOnlyList<EntranceView> Entrances);

public sealed record EntranceView(string Code, string Name);

/// <summary>An organisation and since when it serves here; null where it belongs here.</summary>
public sealed record OrganisationLink(Guid Id, OrganisationKind Kind, string Name, DateOnly? ServesSince);

internal sealed class ShowCompound(LinliDb db, TimeProvider clock)
{
    public async Task<CompoundView?> Execute(string code, Actor actor, CancellationToken cancel)
    {
        var found = await db.Set<Compound>().AsNoTracking().Include(c => c.Place).FirstOrDefaultAsync(c => c.Place.Code == code, cancel);
        if (found is null || !Scope.Of(actor, Permission.ViewRegistry).Covers(found.Place.Path))
        {
            return null;
        }

        return new CompoundView
        {
            Code = found.Place.Code,
            Name = found.Place.Name,
            Type = found.Type,
            Initials = found.Initials,
            Households = found.Households,
            Residents = found.Residents,
            FiguresFrom = found.FiguresFrom,
            DeliveredOn = found.DeliveredOn,
            ServicePhone = found.ServicePhone,
            Version = found.Version,
            Above = await BrowsePlace.Above(db, found.Place.Path, actor, cancel),
            Figures = await BrowsePlace.FiguresOf(db, found.PlaceId, cancel),
            Buildings = await Buildings(found.PlaceId, cancel),
            Organisations = await Organisations(found.Place, cancel),
            MayManage = Scope.Of(actor, Permission.ManageRegistry).Covers(found.Place.Path),
            MayViewPeople = Scope.Of(actor, Permission.ViewPeople).Covers(found.Place.Path),
        };
    }

    private async Task<IReadOnlyList<BuildingView>> Buildings(Guid compoundId, CancellationToken cancel)
    {
        var buildings = db.Set<Place>().Where(p => p.ParentId == compoundId && p.Kind == PlaceKind.Building);
        var places = await db.Set<Place>().AsNoTracking()
            .Where(p => buildings.Any(b => b.Id == p.Id || b.Id == p.ParentId))
            .OrderBy(p => EF.Functions.Collate(p.Name, NaturalOrder.Collation)).ThenBy(p => p.Path).ToListAsync(cancel);
        var entrances = places.Where(p => p.Kind == PlaceKind.Entrance).ToLookup(p => p.ParentId, p => new EntranceView(p.Code, p.Name));
        return [.. places.Where(p => p.Kind == PlaceKind.Building).Select(b => new BuildingView(b.Code, b.Name, [.. entrances[b.Id]]))];
    }

    // Those that serve it, that belong to it, and that govern the community it lies in.
    private async Task<IReadOnlyList<OrganisationLink>> Organisations(Place compound, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var serving = await (
            from service in db.Set<Service>()
            join organisation in db.Set<Organisation>() on service.OrganisationId equals organisation.Id
            where service.CompoundId == compound.Id && Terms.NotOver(service.EndsOn, today)
            orderby service.StartsOn
            select new OrganisationLink(organisation.Id, organisation.Kind, organisation.Name, service.StartsOn)).ToListAsync(cancel);
        var here = await db.Set<Organisation>().OpenOn(today)
            .Where(o => o.PlaceId == compound.Id || o.PlaceId == compound.ParentId)
            .OrderBy(o => o.PlaceId != compound.Id).ThenBy(o => o.Kind).ThenBy(o => o.Name)
            .Select(o => new OrganisationLink(o.Id, o.Kind, o.Name, null)).ToListAsync(cancel);
        return [.. serving, .. here.Where(o => serving.All(s => s.Id != o.Id))];
    }
}
