using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.Retention;

/// <summary>Removes files that no change took up, or whose matter was de-identified; the bytes go when nobody else keeps the same ones.</summary>
internal sealed class UnusedUploads(LinliDb db, FileStore store) : IRetentionTask
{
    public string Rule => "uploads-unused";

    public string Subject => "platform.attachments";

    public Task<long> CountOver(DateTimeOffset before, CancellationToken cancel) => Over(before).LongCountAsync(cancel);

    public async Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        var left = await Over(before).ToListAsync(cancel);
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

        return left.Count;
    }

    private IQueryable<Attachment> Over(DateTimeOffset before)
    {
        var moment = before.ToUniversalTime();
        return db.Set<Attachment>().Where(a => a.SubjectId == null && a.UploadedAt < moment);
    }
}
