using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>接办: a mediator of the committee takes a case that has none, unless related to a party.</summary>
internal sealed class TakeUpCase(LinliDb db, MediationDesk desk, FindConflict conflicts, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationPlainInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.TakeUp, context, async file =>
        {
            if ((await conflicts.Of(context.Actor.PersonId, file, ChinaTime.DayOf(context.At), context, cancel)).Forbids)
            {
                return new MediatorHasToStandAside();
            }

            db.Add(new CaseMediator
            {
                CaseId = id, PersonId = context.Actor.PersonId, ActedAs = CapacityNames.ForRecord(context.Actor.Capacity!), Since = context.At,
            });
            tell.Parties(file, context);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
