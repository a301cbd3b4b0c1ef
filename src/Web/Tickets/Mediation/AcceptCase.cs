using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation;

/// <summary>受理: describes the matter so that all parties may read it, and asks them.</summary>
internal sealed class AcceptCase(MediationDesk desk, MediationSeal seal, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationAcceptInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.Accept, context, file =>
        {
            var summary = MediationTexts.Summary.Check(input.Summary);
            List<Refusal> refusals = [.. MediationKinds.Check(input.Kind, context.At), .. summary.Refusals];
            if (!Consents.HasBothSides(file.Parties.Select(party => party.Side)))
            {
                refusals.Add(new BothSidesAreNeeded());
            }

            if (refusals.Count > 0)
            {
                return Task.FromResult(Outcome<MediationAct?>.Refused(refusals));
            }

            (file.Case.Kind, file.Case.Summary, file.Case.AcceptedAt) = (input.Kind!, seal.Seal(summary.Value), context.At);
            tell.Parties(file, context, "MediationInvitation");
            return Task.FromResult(Outcome<MediationAct?>.Of(null));
        }, cancel);
}
