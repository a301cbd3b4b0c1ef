using System.Globalization;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Notifications;

internal sealed record Notice(Guid Id, string Kind, string Text, string Link, DateTimeOffset At, bool IsRead);

/// <summary>A page of notices with the count of all and of the unread ones.</summary>
internal sealed record NoticePage(IReadOnlyList<Notice> Notices, int Page, int Pages, int Total, int Unread);

/// <summary>The actor's own notices: they belong to the person, in whatever capacity they are read.</summary>
internal sealed class Notices(LinliDb db, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Unread ones first, then the newest; a page number outside the list gives its nearest page.</summary>
    public async Task<NoticePage> List(Actor actor, int page, CancellationToken cancel)
    {
        var own = db.Set<Notification>().AsNoTracking().Where(n => n.PersonId == actor.PersonId);
        var counts = await own.GroupBy(_ => 1).Select(all => new { Total = all.Count(), Unread = all.Count(n => n.ReadAt == null) }).SingleOrDefaultAsync(cancel);
        var (total, unread) = (counts?.Total ?? 0, counts?.Unread ?? 0);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        var rows = await own.OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id)
            .Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new NoticePage([.. rows.Select(Shown)], at, pages, total, unread);
    }

    /// <summary>Marks a notice read and tells where it leads; null when the actor has no such notice.</summary>
    public async Task<string?> Open(Actor actor, Guid id, CancellationToken cancel)
    {
        var link = await db.Set<Notification>().Where(n => n.Id == id && n.PersonId == actor.PersonId).Select(n => n.Link).SingleOrDefaultAsync(cancel);
        if (link is not null)
        {
            var now = clock.GetUtcNow();
            await db.Set<Notification>().Where(n => n.Id == id && n.ReadAt == null).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel);
        }

        return link;
    }

    public Task<int> MarkAllRead(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<Notification>().Where(n => n.PersonId == actor.PersonId && n.ReadAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel);
    }

    private Notice Shown(Notification n) =>
        new(n.Id, n.Kind, Holes.Fill(texts["Notification." + n.Kind], n.Arguments.ToDictionary(a => a.Key, a => Said(a.Value))), n.Link, n.CreatedAt, n.ReadAt is not null);

    // A day was stored as 2026-11-28; the reader's language says it.
    private static string Said(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Moments.Day(day) : value;
}
