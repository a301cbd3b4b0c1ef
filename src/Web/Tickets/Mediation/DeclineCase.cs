using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>回避: a mediator stands aside and sees nothing of the case any more; without another mediator it waits for the committee again.</summary>
internal sealed class DeclineCase(MediationDesk desk, MediationSeal seal, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationReasonInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.Decline, context, async file =>
        {
            var reason = MediationTexts.Reason.Check(input.Reason);
            if (reason.IsRefused)
            {
                return Outcome<MediationAct?>.Refused(reason.Refusals);
            }

            var own = file.Mediators.Single(one => one.PersonId == context.Actor.PersonId);
            (own.Until, own.Reason, own.SignedAt) = (context.At, seal.Seal(reason.Value), null);
            if (file.InOffice.Count == 0)
            {
                await tell.Committee(file.Case, context, cancel);
            }

            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
