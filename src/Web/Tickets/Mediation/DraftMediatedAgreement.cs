using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>拟定协议, also anew while it is not signed by all: signatures under other words do not count.</summary>
internal sealed class DraftMediatedAgreement(MediationDesk desk, AgreementWriter writer, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediatedAgreementInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.DraftAgreement, context, async file =>
        {
            var put = await writer.Put(file, input, AgreementForm.Written, context, cancel);
            if (put.IsRefused)
            {
                return Outcome<MediationAct?>.Refused(put.Refusals);
            }

            tell.Parties(file, context);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
