using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>The papers of an act: photographed or scanned, seen by those whose post reaches the compound's registry.</summary>
internal sealed class BodyPapers(LinliDb db, Attachments attachments) : IFileSubject
{
    public const int Most = 3;
    public const string Kind = "BodyAct";

    public string SubjectKind => Kind;

    public async Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel)
    {
        var path = await (
            from act in db.Set<BodyRecord>()
            join body in db.Set<GoverningBody>() on act.BodyId equals body.Id
            join place in db.Set<Place>() on body.CompoundId equals place.Id
            where act.Id == subjectId
            select place.Path).SingleOrDefaultAsync(cancel);
        return path is not null && Scope.Of(actor, Permission.ViewRegistry).Covers(path);
    }

    /// <summary>Takes in what was chosen in a form and adds it to what was kept.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeIn(IReadOnlyList<IFormFile> chosen, List<Guid> kept, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ManageCommittees).IsNothing || kept.Count + chosen.Count > Most)
        {
            return [new PapersAreTooMany(Most)];
        }

        return await attachments.TakeIn("Papers", chosen, kept, actor, cancel);
    }

    /// <summary>Gives the uploader's papers to the act of this request; or why not.</summary>
    public async Task<Refusal?> Attach(IReadOnlyList<Guid> ids, ProcessContext context, CancellationToken cancel)
    {
        if (ids.Count > Most)
        {
            return new PapersAreTooMany(Most);
        }

        var free = await attachments.FreeOnesOf(context.Actor, ids, cancel);
        if (free.Count < ids.Distinct().Count())
        {
            return new PaperIsGone();
        }

        foreach (var paper in free)
        {
            (paper.SubjectKind, paper.SubjectId) = (Kind, context.RequestId);
        }

        return null;
    }
}

/// <summary>An act takes so many papers.</summary>
public sealed record PapersAreTooMany(int Most) : Refusal
{
    public override string? Field => "Papers";
}

/// <summary>A paper was not taken up in time, or belongs to somebody else.</summary>
public sealed record PaperIsGone : Refusal
{
    public override string? Field => "Papers";
}
