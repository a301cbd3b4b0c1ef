using System.Security.Cryptography;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.Files;

/// <summary>Takes files in, hands them out, and lets a change take them up.</summary>
internal sealed class Attachments(LinliDb db, FileStore store, TimeProvider clock)
{
    /// <summary>Files of one person that wait for a change to take them up; what waits longer than a day is purged.</summary>
    public const int MostWaiting = 30;

    /// <summary>Judges the file by its content, removes what tells where it was made, and keeps it for its uploader.</summary>
    public async Task<Outcome<Attachment>> TakeIn(IFormFile file, Actor actor, CancellationToken cancel)
    {
        if (file.Length > FileContent.LimitMegabytes * 1024L * 1024L)
        {
            return new FileIsTooLarge(FileContent.LimitMegabytes);
        }

        if (await db.Set<Attachment>().CountAsync(a => a.UploadedBy == actor.PersonId && a.SubjectId == null, cancel) >= MostWaiting)
        {
            return new TooManyFilesAreWaiting(MostWaiting);
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancel);
        var inspected = FileContent.Inspect(memory.ToArray());
        if (!inspected.Succeeded(out var clean))
        {
            return Outcome<Attachment>.Refused(inspected.Refusals);
        }

        var now = clock.GetUtcNow();
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(now),
            Sha256 = SHA256.HashData(clean.Bytes),
            Kind = clean.Kind,
            Size = clean.Bytes.Length,
            Width = clean.Width,
            Height = clean.Height,
            ShownName = FileNames.ForShowing(file.FileName) ?? clean.Kind.Extension,
            UploadedBy = actor.PersonId,
            UploadedAt = now,
        };
        await store.Write(attachment.Sha256, clean.Bytes, cancel);
        db.Add(attachment);
        await db.SaveChangesAsync(cancel);
        return attachment;
    }

    /// <summary>Takes in what was chosen in a form and adds it to what was kept; what is refused is told beside the field.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeIn(string field, IReadOnlyList<IFormFile> chosen, List<Guid> kept, Actor actor, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        foreach (var file in chosen)
        {
            var taken = await TakeIn(file, actor, cancel);
            if (taken.Succeeded(out var attachment))
            {
                kept.Add(attachment.Id);
            }

            refusals.AddRange(taken.Refusals.Select(refusal => new RefusedFile(field, refusal)));
        }

        return refusals;
    }

    /// <summary>The uploader's files that no change has taken up yet, in the order asked for; foreign or taken ones are left out.</summary>
    public async Task<IReadOnlyList<Attachment>> FreeOnesOf(Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var free = await db.Set<Attachment>().Where(a => ids.Contains(a.Id) && a.UploadedBy == actor.PersonId && a.SubjectId == null).ToListAsync(cancel);
        return [.. ids.Distinct().Select(id => free.Find(a => a.Id == id)).OfType<Attachment>()];
    }
}

/// <summary>So many uploaded files have been used nowhere yet that no more are taken in; they go after a day.</summary>
public sealed record TooManyFilesAreWaiting(int Most) : Refusal
{
    public override string Field => "Photos";
}
