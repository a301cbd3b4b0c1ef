using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>记录回访: whether what was promised has been done.</summary>
internal sealed class RecordVisit(LinliDb db, MediationDesk desk, MediationSeal seal)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationVisitRecordInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.RecordVisit, context, async _ =>
        {
            var note = MediationTexts.Notes.Check(input.Note);
            List<Refusal> refusals = [.. note.Refusals.Select(refusal => refusal is TextIsMissing ? new TextIsMissing(nameof(input.Note)) : refusal)];
            var visit = await db.Set<MediationVisit>().SingleOrDefaultAsync(v => v.Id == input.VisitId && v.CaseId == id && v.VisitedAt == null, cancel);
            if (visit is null)
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.VisitId)));
            }

            if (input.Way is not { } way || !Enum.IsDefined(way))
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.Way)));
            }

            if (input.Result is not { } result || !Enum.IsDefined(result))
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.Result)));
            }

            if (refusals.Count > 0)
            {
                return Outcome<MediationAct?>.Refused(refusals);
            }

            (visit!.VisitedAt, visit.Way, visit.Result, visit.Note) = (context.At, input.Way, input.Result, seal.Seal(note.Value));
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
