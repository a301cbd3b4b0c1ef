using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>
/// Begins the next version, or replaces the text of the draft. Marks of required clauses go along with their articles, from the draft or
/// from the version in force.
/// </summary>
internal sealed class DraftDocument(LinliDb db, Changes changes, DocumentDesk desk)
{
    private const string Process = nameof(DraftDocument);

    public async Task<Outcome<Guid>> Execute(string code, string slug, DraftInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{code}/{slug}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await desk.Open(code, slug, Permission.ManageDocuments, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var decided = DocumentFlow.Decide(open.UnderWay?.State, open.UnderWay is null ? DocumentAct.Draft : DocumentAct.Revise);
        if (decided.IsRefused)
        {
            return Outcome<Guid>.Refused(decided.Refusals);
        }

        if (input.Version is { } seen && seen != open.UnderWay?.Version)
        {
            return new ChangedMeanwhile();
        }

        if (!DocumentText.Split(input.Text).Succeeded(out var blocks))
        {
            return Outcome<Guid>.Refused(DocumentText.Split(input.Text).Refusals);
        }

        var version = open.UnderWay ?? await Begin(open, context, cancel);
        var basis = open.UnderWay ?? open.InForce;
        await PutText(version, basis, blocks, cancel);
        (version.Rules, version.MadeAt) = (open.Rules.Stamp, context.At);
        var saved = await changes.Save(context, Process, "DocumentVersion", version.Id, new { version.CompoundId, version.Kind, version.Number, blocks = blocks.Count }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    private async Task<DocumentVersion> Begin(OpenDocument open, ProcessContext context, CancellationToken cancel)
    {
        var last = await db.Set<DocumentVersion>().Where(v => v.CompoundId == open.CompoundId && v.Kind == open.Kind).MaxAsync(v => (int?)v.Number, cancel);
        var version = new DocumentVersion
        {
            Id = context.RequestId,
            CompoundId = open.CompoundId,
            Kind = open.Kind,
            Number = (last ?? 0) + 1,
            State = DocumentState.Draft,
            MadeBy = context.Actor.IsSystem ? null : context.Actor.PersonId,
            MadeAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord,
        };
        db.Add(version);
        return version;
    }

    private async Task PutText(DocumentVersion version, DocumentVersion? basis, IReadOnlyList<DocumentBlock> blocks, CancellationToken cancel)
    {
        var before = basis is null ? [] : await db.Set<DocumentPiece>().Where(p => p.VersionId == basis.Id).OrderBy(p => p.Position).ToListAsync(cancel);
        var marks = basis is null ? [] : await db.Set<DocumentMark>().Where(m => m.VersionId == basis.Id).ToListAsync(cancel);
        var goesTo = WhereTo([.. before.Select(piece => piece.ToBlock())], blocks);
        var own = basis == version ? before : [];
        for (var at = 0; at < Math.Max(blocks.Count, own.Count); at++)
        {
            if (at >= blocks.Count)
            {
                db.Remove(own[at]);
                continue;
            }

            var piece = at < own.Count ? own[at] : db.Add(new DocumentPiece { VersionId = version.Id, Position = at }).Entity;
            (piece.Kind, piece.Label, piece.Text) = (blocks[at].Kind, blocks[at].Label, blocks[at].Text);
        }

        foreach (var mark in marks)
        {
            var to = goesTo.GetValueOrDefault(mark.Position, -1);
            if (basis != version && to >= 0)
            {
                db.Add(new DocumentMark { VersionId = version.Id, Clause = mark.Clause, Position = to });
            }
            else if (basis == version && to < 0)
            {
                db.Remove(mark);
            }
            else if (basis == version)
            {
                mark.Position = to;
            }
        }
    }

    // Where each piece of the old text stands in the new one.
    private static Dictionary<int, int> WhereTo(IReadOnlyList<DocumentBlock> old, IReadOnlyList<DocumentBlock> now)
    {
        var goesTo = new Dictionary<int, int>();
        var (from, to) = (0, 0);
        foreach (var change in DocumentComparison.Of(old, now))
        {
            if (change is { Old: not null, Now: not null })
            {
                goesTo[from] = to;
            }

            from += change.Old is null ? 0 : 1;
            to += change.Now is null ? 0 : 1;
        }

        return goesTo;
    }
}
