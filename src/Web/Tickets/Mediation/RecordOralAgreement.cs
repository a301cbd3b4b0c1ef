using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>记录口头协议: the parties want no paper; what they agreed is written down by the mediator and in force at once (人民调解法 第二十八条, 第三十条).</summary>
internal sealed class RecordOralAgreement(MediationDesk desk, AgreementWriter writer, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediatedAgreementInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.RecordOral, context, async file =>
        {
            var put = await writer.Put(file, input, AgreementForm.Oral, context, cancel);
            if (put.IsRefused)
            {
                return Outcome<MediationAct?>.Refused(put.Refusals);
            }

            writer.Conclude(file, put.Value, context);
            tell.Parties(file, context);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
