using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>A kind of document with everything that those need who keep it: the draft, the required clauses, comments, what decides here.</summary>
internal sealed class ShowDocumentDesk(LinliDb db, DocumentReader reader, TimeProvider clock)
{
    public async Task<DocumentDeskView?> Execute(string code, string slug, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewRegistry);
        if (await reader.Find(code, slug, scope, cancel) is not var (place, kind) || !scope.Covers(place.Path))
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var rules = DocumentProfiles.For(place.Code, today);
        var versions = await reader.Versions(place, kind, scope, cancel);
        var underWay = versions.SingleOrDefault(v => DocumentFlow.UnderWay.Contains(v.State));
        var inForce = versions.SingleOrDefault(v => v.State == DocumentState.InForce);
        var current = underWay ?? inForce;
        var text = current is null ? [] : await reader.Text(current, scope, cancel);
        return new DocumentDeskView
        {
            Code = place.Code,
            CompoundName = place.Name,
            Kind = kind,
            Slug = kind.Slug(),
            UnderWay = underWay is null ? null : DocumentReader.Line(underWay),
            UnderWayVersion = underWay?.Version,
            Blocks = DocumentReader.Blocks(text),
            Text = DocumentText.Write(text),
            InForce = inForce is null ? null : DocumentReader.Line(inForce),
            InForceVersion = inForce?.Version,
            Versions = [.. versions.Select(DocumentReader.Line)],
            Clauses = await Clauses(rules.ClausesOf(kind), current, text, cancel),
            Adoption = [.. rules.AdoptionOf(kind).Select(rule => new AdoptionView(
                rule.Body, rule.Threshold?.ByArea ?? false, rule.Threshold?.Participation, rule.Threshold?.Approval, rule.Threshold?.ApprovalOfAll ?? false,
                rule.CommentDays, rule.Source.Text, rule.Source.Verification))],
            CommentDays = rules.CommentDaysOf(kind),
            Comments = Scope.Of(actor, Permission.ManageDocuments).Covers(place.Path) ? await Comments(current, cancel) : [],
            WithoutScan = await WithoutScan(versions, cancel),
            MayManage = Scope.Of(actor, Permission.ManageDocuments).Covers(place.Path),
            Today = today,
        };
    }

    private async Task<IReadOnlyList<ClauseView>> Clauses(
        IReadOnlyList<ClauseRule> asked, DocumentVersion? version, IReadOnlyList<DocumentBlock> text, CancellationToken cancel)
    {
        var marks = version is null ? [] : await db.Set<DocumentMark>().Where(m => m.VersionId == version.Id).ToDictionaryAsync(m => m.Clause, m => m.Position, cancel);
        return [.. ClauseCheck.Of(asked, text, marks).Select(c => new ClauseView(
            c.Rule.Clause, c.Rule.Source.Text, c.Rule.Source.Verification, c.Rule.IsVerified, [.. c.Rule.NotFoundIn.Select(p => p.Name)], c.Position, c.Suggested))];
    }

    private async Task<IReadOnlyList<DeskComment>> Comments(DocumentVersion? version, CancellationToken cancel) => version is null ? [] : await (
        from comment in db.Set<DocumentComment>()
        join person in db.Set<Person>() on comment.PersonId equals person.Id
        join unit in db.Set<Unit>() on comment.UnitId equals unit.Id into units
        from unit in units.DefaultIfEmpty()
        where comment.VersionId == version.Id
        orderby comment.Answer != null, comment.At, comment.Id
        select new DeskComment
        {
            Id = comment.Id,
            Position = comment.Position,
            Name = person.Name,
            UnitLabel = unit == null ? null : unit.Label,
            SaidAs = comment.SaidAs,
            At = comment.At,
            Text = comment.Text,
            Answer = comment.Answer,
            Withheld = comment.Withheld,
        }).ToListAsync(cancel);

    private async Task<IReadOnlyList<int>> WithoutScan(IReadOnlyList<DocumentVersion> versions, CancellationToken cancel)
    {
        var adopted = versions.Where(v => DocumentFlow.IsOpen(v.State, DocumentAct.AttachScan)).ToArray();
        var ids = adopted.Select(v => v.Id).ToArray();
        var scanned = await db.Set<Attachment>().Where(a => a.SubjectKind == DocumentPapers.ScanKind && ids.Contains(a.SubjectId!.Value)).Select(a => a.SubjectId).ToListAsync(cancel);
        return [.. adopted.Where(v => !scanned.Contains(v.Id)).Select(v => v.Number)];
    }
}
