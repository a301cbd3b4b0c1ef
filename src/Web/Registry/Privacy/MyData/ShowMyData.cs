using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Privacy.Register;

namespace Linli.Web.Registry.Privacy.MyData;

/// <summary>A kind of data with why it is held.</summary>
internal sealed record MyCategory(string Title, IReadOnlyList<PurposeNote> Purposes, IReadOnlyList<HeldItem> Items);

/// <summary>All that is held about the actor, from every module that holds some (PIPL 44, 45, 48).</summary>
internal sealed class ShowMyData(IEnumerable<IPersonalDataHolder> holders, TablePurposes purposes)
{
    /// <summary>All categories; numbers masked unless <paramref name="whole"/>.</summary>
    public async Task<IReadOnlyList<MyCategory>> Execute(Actor actor, bool whole, CancellationToken cancel)
    {
        var categories = new List<MyCategory>();
        foreach (var holder in holders)
        {
            foreach (var held in await holder.Held(actor.PersonId, whole, cancel))
            {
                categories.Add(new MyCategory(held.Title, await purposes.Of(held.Table, cancel), held.Items));
            }
        }

        return categories;
    }
}
