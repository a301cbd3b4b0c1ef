using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>An association in a list, with what it counts.</summary>
public sealed record AssociationRow
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    public required string PlaceName { get; init; }

    public required bool HasEnded { get; init; }

    /// <summary>Members today: organisations and persons.</summary>
    public required int Members { get; init; }

    /// <summary>Activities of this calendar year.</summary>
    public required int ActivitiesThisYear { get; init; }

    /// <summary>How many duties have no activity this year, of how many.</summary>
    public required int DutiesWithoutWork { get; init; }

    public required int Duties { get; init; }
}

/// <summary>The associations and alliances to be seen from here, those that still exist first.</summary>
internal sealed class ListAssociations(LinliDb db, TimeProvider clock)
{
    public const int PageSize = 30;

    public async Task<PageOf<AssociationRow>> Execute(AssociationFilter filter, int at, Actor actor, CancellationToken cancel, int pageSize = PageSize)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var (first, last) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var seen = db.AssociationsSeenBy(actor).AsNoTracking().Matching(db, filter, today);
        var total = await seen.CountAsync(cancel);
        var rows = await (
            from o in seen
            join place in db.Set<Place>() on o.PlaceId equals place.Id
            orderby o.EndedOn != null, place.Path, o.Kind, o.Name, o.Id
            select new
            {
                o.Id,
                o.Kind,
                o.Name,
                PlaceName = place.Name,
                HasEnded = o.EndedOn != null,
                Members = db.Set<AssociationMember>().Count(m => m.AssociationId == o.Id && Terms.Holds(m.JoinedOn, m.LeftOn, today)),
                Activities = db.Set<AssociationActivity>().Count(a => a.AssociationId == o.Id && a.HeldOn >= first && a.HeldOn <= last),
                Duties = db.Set<AssociationActivity>().Where(a => a.AssociationId == o.Id && a.HeldOn >= first && a.HeldOn <= last).Select(a => a.Duty).Distinct().Count(),
            }).Skip((Paging.At(at) - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        return new PageOf<AssociationRow>(
            [
                .. rows.Select(r => new AssociationRow
                {
                    Id = r.Id,
                    Kind = r.Kind,
                    Name = r.Name,
                    PlaceName = r.PlaceName,
                    HasEnded = r.HasEnded,
                    Members = r.Members,
                    ActivitiesThisYear = r.Activities,
                    Duties = AssociationDuties.Of(r.Kind).Duties.Count,
                    DutiesWithoutWork = AssociationDuties.Of(r.Kind).Duties.Count - r.Duties,
                }),
            ],
            total, Paging.At(at), Paging.Count(total, pageSize));
    }
}
