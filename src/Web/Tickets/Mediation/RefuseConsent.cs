using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>不同意调解, 撤回同意: mediation is voluntary to the end. It ends the case, and nobody has to say why.</summary>
internal sealed class RefuseConsent(MediationDesk desk, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationWordInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.RefuseConsent, context, file =>
        {
            if (!WordOfParty.Of(context.Actor, file, input).Succeeded(out var word))
            {
                return Task.FromResult(Outcome<MediationAct?>.Refused(WordOfParty.Of(context.Actor, file, input).Refusals));
            }

            var (party, way) = word;
            (party.Consent, party.ConsentWay, party.ConsentAt) = (ConsentState.Refused, way, context.At);
            tell.Parties(file, context);
            tell.Mediators(file, context);
            return Task.FromResult(Outcome<MediationAct?>.Of(null));
        }, cancel);
}
