using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>同意调解: with the last consent mediation begins.</summary>
internal sealed class GiveConsent(MediationDesk desk, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationWordInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.Consent, context, file =>
        {
            if (!WordOfParty.Of(context.Actor, file, input).Succeeded(out var word))
            {
                return Task.FromResult(Outcome<MediationAct?>.Refused(WordOfParty.Of(context.Actor, file, input).Refusals));
            }

            var (party, way) = word;
            if (party.Consent == ConsentState.Given)
            {
                return Task.FromResult<Outcome<MediationAct?>>(new WordIsGivenAlready());
            }

            (party.Consent, party.ConsentWay, party.ConsentAt) = (ConsentState.Given, way, context.At);
            tell.Mediators(file, context);
            if (!Consents.AreComplete([.. file.Parties.Select(one => (one.Side, one.Consent))]))
            {
                return Task.FromResult(Outcome<MediationAct?>.Of(null));
            }

            file.Case.ConsentedAt = context.At;
            tell.Parties(file, context);
            return Task.FromResult(Outcome<MediationAct?>.Of(MediationAct.Begin));
        }, cancel);
}
