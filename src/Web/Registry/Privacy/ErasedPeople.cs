using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy;

internal sealed class ErasedPeople(LinliDb db, TimeProvider clock) : IErasedPeople
{
    internal static readonly Guid Placeholder = new("0193b7a0-0000-7000-8000-00000000ffff");
    private static readonly System.Resources.ResourceManager Shared = new(typeof(Texts));

    public static string WordsForRecord => Shared.GetString("Record.Erased", TextModule.Chinese)!;

    public string Words => WordsForRecord;

    public async Task<Guid> Nobody(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"insert into registry.people (id, name, initials, created_at, erased_at) values ({Placeholder}, {Words}, '', {now}, {now}) on conflict do nothing", cancel);
        return Placeholder;
    }
}
