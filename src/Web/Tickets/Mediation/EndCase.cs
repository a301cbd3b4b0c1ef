using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Acts that end a case with a reason that its parties may read: 不予受理, 未达成协议, 当事人未到场, 撤回申请.</summary>
internal sealed class EndCase(MediationDesk desk, MediationSeal seal, TellParties tell)
{
    public static readonly IReadOnlyList<MediationAct> Acts =
        [MediationAct.Refuse, MediationAct.EndWithoutAgreement, MediationAct.EndForAbsence, MediationAct.Withdraw];

    public Task<Outcome<Saved>> Execute(Guid id, MediationAct act, MediationReasonInput input, ProcessContext context, CancellationToken cancel)
    {
        if (!Acts.Contains(act))
        {
            throw new ArgumentOutOfRangeException(nameof(act));
        }

        return desk.Act(id, input, act, context, file =>
        {
            var reason = MediationTexts.Reason.Check(input.Reason);
            if (reason.IsRefused)
            {
                return Task.FromResult(Outcome<MediationAct?>.Refused(reason.Refusals));
            }

            file.Case.ClosingReason = seal.Seal(reason.Value);
            tell.Parties(file, context);
            tell.Mediators(file, context);
            return Task.FromResult(Outcome<MediationAct?>.Of(null));
        }, cancel);
    }
}
