using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>记录调解: who was there, and notes that the mediators of the case alone can read.</summary>
internal sealed class RecordSession(LinliDb db, MediationDesk desk, MediationSeal seal)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationRecordInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.RecordSession, context, async file =>
        {
            var notes = MediationTexts.Notes.Check(input.Notes);
            List<Refusal> refusals = [.. notes.Refusals];
            var session = await db.Set<MediationSession>().SingleOrDefaultAsync(s => s.Id == input.SessionId && s.CaseId == id && s.HeldAt == null, cancel);
            if (session is null)
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.SessionId)));
            }

            var present = input.Present.Distinct().ToArray();
            if (present.Except(file.Parties.Select(party => party.Id)).Any())
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.Present)));
            }

            if (refusals.Count > 0)
            {
                return Outcome<MediationAct?>.Refused(refusals);
            }

            (session!.HeldAt, session.Present, session.Notes) = (context.At, present, seal.Seal(notes.Value));
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
