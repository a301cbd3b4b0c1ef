using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>签字: by a party on the platform, by the mediator for itself, or recorded by the mediator as the paper has it. With the last signature it is in force.</summary>
internal sealed class SignMediatedAgreement(MediationDesk desk, AgreementWriter writer, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationWordInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.Sign, context, async file =>
        {
            var signed = Put(file, input, context);
            if (signed.IsRefused)
            {
                return Outcome<MediationAct?>.Refused(signed.Refusals);
            }

            if (!AgreementTerms.IsSigned(file.Parties.Select(party => party.SignedAt is not null), file.InOffice.Select(mediator => mediator.SignedAt is not null)))
            {
                return Outcome<MediationAct?>.Of(null);
            }

            writer.Conclude(file, await writer.LastDue(file, context, cancel), context);
            tell.Parties(file, context);
            tell.Mediators(file, context);
            return Outcome<MediationAct?>.Of(MediationAct.Conclude);
        }, cancel);

    private static Outcome<Done> Put(CaseFile file, MediationWordInput input, ProcessContext context)
    {
        if (input.PartyId is null && file.InOffice.FirstOrDefault(mediator => mediator.PersonId == context.Actor.PersonId) is { } own)
        {
            if (own.SignedAt is not null)
            {
                return new WordIsGivenAlready();
            }

            own.SignedAt = context.At;
            return Done.It;
        }

        if (!WordOfParty.Of(context.Actor, file, input).Succeeded(out var word))
        {
            return Outcome<Done>.Refused(WordOfParty.Of(context.Actor, file, input).Refusals);
        }

        var (party, way) = word;
        if (party.SignedAt is not null)
        {
            return new WordIsGivenAlready();
        }

        (party.SignedAt, party.SignedWay) = (context.At, way);
        return Done.It;
    }
}
