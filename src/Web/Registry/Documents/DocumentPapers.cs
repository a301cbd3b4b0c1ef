using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>The signed text of a version, for the compound's households too, and the paper of its decision, for posts alone: it bears names.</summary>
internal sealed class DocumentPapers(LinliDb db, Attachments attachments)
{
    public const string ScanKind = "DocumentScan";
    public const string DecisionKind = "DocumentDecision";

    /// <summary>Takes in what was chosen in a form; what was kept from a refused form stays.</summary>
    public async Task<Guid?> TakeIn(string field, IFormFile? file, Guid? kept, Actor actor, List<Refusal> refusals, CancellationToken cancel)
    {
        if (file is null || Scope.Of(actor, Permission.ManageDocuments).IsNothing)
        {
            return kept;
        }

        var taken = await attachments.TakeIn(file, actor, cancel);
        refusals.AddRange(taken.Refusals.Select(refusal => new RefusedFile(field, refusal)));
        return taken.Succeeded(out var paper) ? paper.Id : kept;
    }

    /// <summary>Gives the uploader's file to the version.</summary>
    public async Task Attach(string kind, string field, Guid? id, Guid versionId, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (id is not { } wanted || Scope.Of(context.Actor, Permission.ManageDocuments).IsNothing)
        {
            return;
        }

        if (await attachments.FreeOnesOf(context.Actor, [wanted], cancel) is not [var paper])
        {
            faults.Add(new DocumentFileIsGone(field));
            return;
        }

        (paper.SubjectKind, paper.SubjectId) = (kind, versionId);
    }

    /// <summary>Whether the actor sees the scan of a version: those whose post reaches the compound's registry, and its households once it is public.</summary>
    public async Task<bool> SeesVersion(Actor actor, Guid versionId, bool households, CancellationToken cancel)
    {
        var version = await (
            from v in db.Set<DocumentVersion>()
            join place in db.Set<Place>() on v.CompoundId equals place.Id
            where v.Id == versionId
            select new { v.State, place.Path }).SingleOrDefaultAsync(cancel);
        return version is not null && (Scope.Of(actor, Permission.ViewRegistry).Covers(version.Path)
            || (households && DocumentFlow.Public.Contains(version.State)
                && actor.Capacity is { IsHousehold: true } && Scope.Of(actor, Permission.ViewOwnTickets).Covers(version.Path)));
    }
}

/// <summary>Who sees the signed text.</summary>
internal sealed class DocumentScans(DocumentPapers papers) : IFileSubject
{
    public string SubjectKind => DocumentPapers.ScanKind;

    public Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel) => papers.SeesVersion(actor, subjectId, households: true, cancel);
}

/// <summary>Who sees the paper of a decision.</summary>
internal sealed class DocumentDecisions(DocumentPapers papers) : IFileSubject
{
    public string SubjectKind => DocumentPapers.DecisionKind;

    public Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel) => papers.SeesVersion(actor, subjectId, households: false, cancel);
}
