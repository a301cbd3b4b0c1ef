using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>One version to be read: the one asked for, else the one in force, else the newest that is public.</summary>
internal sealed class ReadDocument(LinliDb db, DocumentReader reader, DocumentPapers papers, TimeProvider clock)
{
    public async Task<DocumentView?> Execute(string code, string slug, int? number, Actor? actor, CancellationToken cancel)
    {
        var scope = DocumentReader.ScopeOf(actor);
        if (await reader.Find(code, slug, scope, cancel) is not var (place, kind))
        {
            return null;
        }

        var versions = await reader.Versions(place, kind, scope, cancel);
        var shown = number is { } asked
            ? versions.FirstOrDefault(v => v.Number == asked)
            : versions.FirstOrDefault(v => v.State == DocumentState.InForce) ?? versions.FirstOrDefault(v => DocumentFlow.Public.Contains(v.State));
        if (number is not null && shown is null)
        {
            return null;
        }

        var comments = shown is null ? [] : await db.Set<DocumentComment>().AsNoTracking().Where(c => c.VersionId == shown.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancel);
        return new DocumentView
        {
            Code = place.Code,
            CompoundName = place.Name,
            CompoundId = place.Id,
            Kind = kind,
            Slug = kind.Slug(),
            Shown = shown is null ? null : DocumentReader.Line(shown),
            Blocks = shown is null ? [] : DocumentReader.Blocks(await reader.Text(shown, scope, cancel)),
            Decision = shown is null ? null : Decision(shown),
            EndReason = shown?.EndReason,
            Versions = [.. versions.Select(DocumentReader.Line)],
            Comments = [.. comments.Where(c => c.Answer is not null).Select(c => new PublicComment(c.Position, c.SaidAs, c.At, c.Withheld ? null : c.Text, c.Answer!))],
            Unanswered = comments.Count(c => c.Answer is null),
            Scan = shown is null || actor is null ? null : await ScanOf(shown, actor, cancel),
            MayComment = shown is { State: DocumentState.PublishedForComment } && shown.CommentUntil >= ChinaTime.DayOf(clock.GetUtcNow())
                && actor?.Capacity is { IsHousehold: true } household && household.PlaceId == place.Id
                && Scope.Of(actor, Permission.ViewOwnTickets).Covers(place.Path),
        };
    }

    private static DecisionView? Decision(DocumentVersion version) => version is not { DecidedOn: { } day, DecidedBy: { } body } ? null : new DecisionView
    {
        DecidedOn = day,
        DecidedBy = body,
        Matter = version.Matter,
        AllArea = version.AllArea,
        PartArea = version.PartArea,
        ForArea = version.ForArea,
        AllHeads = version.AllHeads,
        PartHeads = version.PartHeads,
        ForHeads = version.ForHeads,
        UncommentedReason = version.UncommentedReason,
        Missing = version.Missing,
        MissingReason = version.MissingReason,
        Rules = version.Rules,
    };

    private async Task<Guid?> ScanOf(DocumentVersion version, Actor actor, CancellationToken cancel) =>
        await papers.SeesVersion(actor, version.Id, households: true, cancel)
            ? await db.Set<Attachment>().Where(a => a.SubjectKind == DocumentPapers.ScanKind && a.SubjectId == version.Id)
                .OrderByDescending(a => a.UploadedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel)
            : null;
}
