using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>Points to the articles that fulfil the required clauses.</summary>
internal sealed class MarkClauses(LinliDb db, DocumentDesk desk)
{
    private const string Process = nameof(MarkClauses);

    public Task<Outcome<Guid>> Execute(string code, string slug, MarksInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(code, slug, DocumentAct.MarkClauses, Process, input, context, async (open, version, faults) =>
        {
            var asked = open.Rules.ClausesOf(open.Kind).Select(rule => rule.Clause).ToHashSet();
            var articles = await db.Set<DocumentPiece>().Where(p => p.VersionId == version.Id && p.Kind == BlockKind.Article).Select(p => p.Position).ToListAsync(cancel);
            var marks = await db.Set<DocumentMark>().Where(m => m.VersionId == version.Id).ToDictionaryAsync(m => m.Clause, cancel);
            foreach (var wanted in input.Marks.Where(mark => mark.Clause is not null).DistinctBy(mark => mark.Clause))
            {
                var clause = wanted.Clause!.Value;
                faults.AddIf(!asked.Contains(clause) || (wanted.Position is { } at && !articles.Contains(at)), new MarkPointsNowhere(clause.ToString()));
                Put(version, clause, wanted.Position, marks.GetValueOrDefault(clause));
            }

            return null;
        }, cancel);

    private void Put(DocumentVersion version, RequiredClause clause, int? position, DocumentMark? known)
    {
        if (known is not null && position is { } moved)
        {
            known.Position = moved;
        }
        else if (known is not null)
        {
            db.Remove(known);
        }
        else if (position is { } at)
        {
            db.Add(new DocumentMark { VersionId = version.Id, Clause = clause, Position = at });
        }
    }
}
