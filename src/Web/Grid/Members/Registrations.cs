using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>A registration that the actor may see: as the member, or for the branch and the community of the place. Nobody else learns who registered.</summary>
internal sealed record FoundRegistration(DoubleRegistration Row, PlacePath Compound, bool IsOwn, bool MayManage);

/// <summary>Finds registrations (双报到).</summary>
internal sealed class Registrations(LinliDb db, IPlaces places)
{
    public async Task<FoundRegistration?> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        var row = await db.Set<DoubleRegistration>().FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null || await places.PathOf(row.CompoundId, cancel) is not { } compound)
        {
            return null;
        }

        var isOwn = row.PersonId == actor.PersonId && actor.Capacity is { IsHousehold: true } && Scope.Of(actor, Permission.ReportTickets).Covers(compound);
        var mayManage = Scope.Of(actor, Permission.ManageGrid).Covers(compound);
        return isOwn || mayManage ? new FoundRegistration(row, compound, isOwn, mayManage) : null;
    }

    /// <summary>The own registration in the compound of the household that the actor acts for.</summary>
    public async Task<FoundRegistration?> Mine(Actor actor, CancellationToken cancel) =>
        actor.Capacity is { IsHousehold: true } home && Scope.Of(actor, Permission.ReportTickets).Covers(home.Path)
            && await db.Set<DoubleRegistration>().FirstOrDefaultAsync(r => r.PersonId == actor.PersonId && r.CompoundId == home.PlaceId, cancel) is { } row
            ? new FoundRegistration(row, home.Path, IsOwn: true, MayManage: false)
            : null;
}
