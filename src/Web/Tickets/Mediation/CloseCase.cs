using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>结案: every visit has its result; where the last one did not find the agreement fulfilled, it is said what the parties were told.</summary>
internal sealed class CloseCase(LinliDb db, MediationDesk desk, MediationSeal seal, TellParties tell)
{
    private static readonly TextRule Reason = new("Reason", 500, SeveralLines: true, WhenMissing: null);

    public Task<Outcome<Saved>> Execute(Guid id, MediationReasonInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.Close, context, async file =>
        {
            var reason = Reason.Check(input.Reason);
            if (reason.IsRefused)
            {
                return Outcome<MediationAct?>.Refused(reason.Refusals);
            }

            var visits = await db.Set<MediationVisit>().Where(v => v.CaseId == id).OrderBy(v => v.VisitedAt).ThenBy(v => v.DueOn).ToListAsync(cancel);
            if (visits.Any(visit => visit.VisitedAt is null))
            {
                return new VisitsAreOpen();
            }

            if (visits.LastOrDefault()?.Result != VisitResult.Fulfilled && reason.Value.Length == 0)
            {
                return new FulfilmentIsNotSettled();
            }

            file.Case.ClosingReason = reason.Value.Length > 0 ? seal.Seal(reason.Value) : null;
            tell.Parties(file, context);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
