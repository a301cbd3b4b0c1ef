using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Personal;

/// <summary>What the platform holds about a person: how the person signs in, from where, what the person was told, and uploads.</summary>
internal sealed class PlatformHolder(LinliDb db, IStringLocalizer<Texts> texts) : IPersonalDataHolder
{
    private const int Most = 500;

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == personId, cancel);
        var sessions = await db.Set<Session>().AsNoTracking().Where(s => s.PersonId == personId).OrderByDescending(s => s.LastSeenAt).Take(Most).ToListAsync(cancel);
        var tokens = await db.Set<AccessToken>().AsNoTracking().Where(t => t.PersonId == personId).OrderByDescending(t => t.CreatedAt).Take(Most).ToListAsync(cancel);
        var notices = await db.Set<Notification>().AsNoTracking().Where(n => n.PersonId == personId).OrderByDescending(n => n.CreatedAt).Take(Most).ToListAsync(cancel);
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => a.UploadedBy == personId).OrderByDescending(a => a.UploadedAt).Take(Most).ToListAsync(cancel);
        return
        [
            new HeldCategory(texts["Held.Account"], "platform.accounts", account is null ? [] :
                [new(texts["Held.Password"], texts[account.PasswordHash is null ? "Held.NotSet" : "Held.IsSet"]), new(texts["Held.Language"], account.Language)]),
            new HeldCategory(texts["Held.Sessions"], "platform.sessions", [.. sessions.Select(s => new HeldItem(texts["Held.SignIn." + s.Way], s.Device, s.CreatedAt))]),
            new HeldCategory(texts["Held.Tokens"], "platform.access_tokens", [.. tokens.Select(t => new HeldItem(texts["Held.Token"], t.Name, t.CreatedAt))]),
            new HeldCategory(texts["Held.Notices"], "platform.notifications",
                [.. notices.Select(n => new HeldItem(texts["Held.Notice"], Holes.Fill(texts["Notification." + n.Kind], n.Arguments), n.CreatedAt))]),
            new HeldCategory(texts["Held.Files"], "platform.attachments", [.. files.Select(f => new HeldItem(texts["Held.File"], f.ShownName, f.UploadedAt))]),
        ];
    }

    public Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyCollection<ErasureObstacle>>([]);

    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Set<Session>().Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<AccessToken>().Where(t => t.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<Notification>().Where(n => n.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<Account>().Where(a => a.Id == personId).ExecuteDeleteAsync(cancel);
        // A file's name may tell of its uploader; those nobody took up go with the hourly rule.
        await db.Set<Attachment>().Where(a => a.UploadedBy == personId).ExecuteUpdateAsync(a => a.SetProperty(x => x.ShownName, x => x.Kind.ToString()), cancel);
    }
}
