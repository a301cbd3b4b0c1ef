using Linli.Domain.Registry.Privacy;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Privacy.MyData;

namespace Linli.Web.Registry.Privacy;

/// <summary>All that hold data about a person, asked together.</summary>
internal sealed class Erasure(IEnumerable<IPersonalDataHolder> holders)
{
    /// <summary>What still ties the person here, in whatever module.</summary>
    public async Task<HashSet<ErasureObstacle>> Obstacles(Guid personId, CancellationToken cancel)
    {
        var found = new HashSet<ErasureObstacle>();
        foreach (var holder in holders)
        {
            found.UnionWith(await holder.ObstaclesTo(personId, cancel));
        }

        return found;
    }

    /// <summary>Erases everywhere, in the caller's transaction; the name goes last, because others look for it in their texts.</summary>
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var holder in holders.OrderBy(holder => holder is RegistryHolder))
        {
            await holder.Erase(personId, now, cancel);
        }
    }
}
