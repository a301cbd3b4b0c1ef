using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>A person's queue opens with one filter at most.</summary>
internal static class DefaultFilter
{
    public static async Task Set(LinliDb db, IEnumerable<SavedFilter> own, SavedFilter filter, bool isDefault, CancellationToken cancel)
    {
        if (isDefault && own.FirstOrDefault(one => one.IsDefault && one.Id != filter.Id) is { } before)
        {
            // The index allows one; the older gives way before the newer stands.
            before.IsDefault = false;
            await db.Set<SavedFilter>().Where(one => one.Id == before.Id).ExecuteUpdateAsync(one => one.SetProperty(x => x.IsDefault, false), cancel);
            db.Entry(before).State = EntityState.Unchanged;
        }

        filter.IsDefault = isDefault;
    }
}
