using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>安排回访, beside those that the rules plan.</summary>
internal sealed class PlanVisit(LinliDb db, MediationDesk desk)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationVisitInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.PlanVisit, context, _ =>
        {
            var today = ChinaTime.DayOf(context.At);
            if (input.DueOn is not { } due || due < today || due > today.AddYears(AgreementTerms.YearsAhead + 1))
            {
                return Task.FromResult<Outcome<MediationAct?>>(new VisitDayIsImplausible());
            }

            db.Add(new MediationVisit { Id = context.RequestId, CaseId = id, DueOn = due });
            return Task.FromResult(Outcome<MediationAct?>.Of(null));
        }, cancel);
}
