using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Photos of activities and proofs: uploaded first, taken up by the record they belong to.</summary>
internal sealed class WorkPhotos(Attachments attachments)
{
    /// <summary>Photos of one record.</summary>
    public const int Most = 3;

    public async Task TakeUp(IReadOnlyList<Guid> wanted, string subjectKind, Guid subjectId, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (wanted.Distinct().Count() > Most)
        {
            faults.Add(new WorkPhotosAreTooMany(Most));
            return;
        }

        var photos = await attachments.FreeOnesOf(context.Actor, wanted, cancel);
        faults.AddIf(photos.Count < wanted.Distinct().Count(), new WorkPhotoIsGone());
        foreach (var photo in photos)
        {
            (photo.SubjectKind, photo.SubjectId) = (subjectKind, subjectId);
        }
    }

    /// <summary>Takes in what a form brought; refusals stand beside the photos.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeIn(IReadOnlyList<IFormFile> chosen, List<Guid> kept, Actor actor, CancellationToken cancel)
    {
        if (kept.Count + chosen.Count > Most)
        {
            return [new WorkPhotosAreTooMany(Most)];
        }

        return await attachments.TakeIn("Photos", chosen, kept, actor, cancel);
    }

    /// <summary>Ids of the photos of each subject, in the order they were uploaded. Who may see the subjects may see these.</summary>
    internal static async Task<ILookup<Guid, Guid>> Of(LinliDb db, string subjectKind, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        var rows = await db.Set<Attachment>().AsNoTracking().Where(a => a.SubjectKind == subjectKind && subjects.Contains(a.SubjectId!.Value))
            .OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).Select(a => new { a.SubjectId, a.Id }).ToListAsync(cancel);
        return rows.ToLookup(r => r.SubjectId!.Value, r => r.Id);
    }
}

/// <summary>Photos of an activity are seen by those who see the association.</summary>
internal sealed class ActivityPhotos(LinliDb db) : IFileSubject
{
    public string SubjectKind => RecordActivity.Subject;

    public Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel)
    {
        var seen = db.AssociationsSeenBy(actor).Select(o => o.Id);
        return db.Set<AssociationActivity>().AnyAsync(a => a.Id == subjectId && seen.Contains(a.AssociationId), cancel);
    }
}

/// <summary>Photos of a proof are seen by those who see the agreement.</summary>
internal sealed class FulfilmentPhotos(LinliDb db) : IFileSubject
{
    public string SubjectKind => ProveFulfilment.Subject;

    public Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel)
    {
        var seen = db.AgreementsSeenBy(actor).Select(a => a.Id);
        return db.Set<Fulfilment>().AnyAsync(
            f => f.Id == subjectId && db.Set<CommitmentMade>().Any(c => c.Id == f.CommitmentId && seen.Contains(c.AgreementId)), cancel);
    }
}
