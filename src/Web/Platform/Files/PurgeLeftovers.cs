using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.Files;

/// <summary>Removes what nobody took up: files left from abandoned forms, parked forms, spent sign-in codes, old request ids; ended sessions after 90 days, notices after a year, stand-in messages after a week.</summary>
internal sealed class PurgeLeftovers(LinliDb db, FileStore store) : IScheduledJob
{
    public static string Name => "purge-leftovers";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var left = await db.Set<Attachment>().Where(a => a.SubjectId == null && a.UploadedAt < now.AddDays(-1)).ToListAsync(cancel);
        db.RemoveRange(left);
        await db.SaveChangesAsync(cancel);
        foreach (var sha256 in left.Select(a => a.Sha256))
        {
            // The same photo may be kept by somebody else.
            if (!await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256, cancel))
            {
                store.Delete(sha256);
            }
        }

        await db.Set<ParkedForm>().Where(f => f.CreatedAt < now.AddHours(-1)).ExecuteDeleteAsync(cancel);
        await db.Set<SignInCode>().Where(c => c.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"delete from platform.password_tries where since < {now.AddDays(-1)}", cancel);
        await db.Set<Session>().Where(x => x.EndedAt < now.AddDays(-90) || x.ExpiresAt < now.AddDays(-90)).ExecuteDeleteAsync(cancel);
        await db.Set<Notifications.Notification>().Where(n => n.CreatedAt < now.AddYears(-1)).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"delete from platform.sent_messages where sent_at < {now.AddDays(-7)}", cancel);
        await db.Set<Changes.HandledRequest>().Where(r => r.At < now.AddDays(-30)).ExecuteDeleteAsync(cancel);
    }
}
