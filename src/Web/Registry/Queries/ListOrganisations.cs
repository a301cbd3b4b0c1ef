using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

public sealed record OrganisationRow(Guid Id, OrganisationKind Kind, string Name, string PlaceName, bool HasEnded);

internal sealed class ListOrganisations(LinliDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Organisations in scope, those that still exist first.</summary>
    public async Task<PageOf<OrganisationRow>> Execute(OrganisationKind? kind, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        var organisations = db.Organisations(actor, Permission.ViewRegistry).AsNoTracking().Where(o => kind == null || o.Kind == kind);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var total = await organisations.CountAsync(cancel);
        var rows = await (
            from organisation in organisations
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            orderby !Terms.NotOver(organisation.EndedOn, today), place.Path, organisation.Kind, organisation.Name, organisation.Id
            select new OrganisationRow(organisation.Id, organisation.Kind, organisation.Name, place.Name, !Terms.NotOver(organisation.EndedOn, today)))
            .Skip((Paging.At(page) - 1) * size).Take(size).ToListAsync(cancel);
        return new PageOf<OrganisationRow>(rows, total, Paging.At(page), Paging.Count(total, size));
    }
}
