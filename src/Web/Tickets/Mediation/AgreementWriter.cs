using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Writes what was agreed into the case, and plans the visits of an agreement that has come into force.</summary>
internal sealed class AgreementWriter(LinliDb db, MediationSeal seal)
{
    /// <summary>Replaces the promises; what was signed before was another agreement.</summary>
    public async Task<Outcome<DateOnly>> Put(CaseFile file, MediatedAgreementInput input, AgreementForm form, ProcessContext context, CancellationToken cancel)
    {
        var terms = MediationTexts.Terms.Check(input.Terms);
        var commitments = AgreementTerms.Check(
            [.. input.Commitments.Select(c => new Commitment(c.PartyId, c.Text, c.DueOn))], [.. file.Parties.Select(party => party.Id)], ChinaTime.DayOf(context.At));
        if (terms.IsRefused || commitments.IsRefused)
        {
            return Outcome<DateOnly>.Refused([.. terms.Refusals, .. commitments.Refusals]);
        }

        db.RemoveRange(await db.Set<MediationCommitment>().Where(c => c.CaseId == file.Case.Id).ToListAsync(cancel));
        foreach (var (commitment, at) in commitments.Value.Select((commitment, at) => (commitment, at)))
        {
            db.Add(new MediationCommitment
            {
                Id = Guid.CreateVersion7(context.At), CaseId = file.Case.Id, PartyId = commitment.PartyId!.Value, Position = at + 1,
                Text = seal.Seal(commitment.Text!), DueOn = commitment.DueOn!.Value,
            });
        }

        (file.Case.Form, file.Case.Terms) = (form, terms.Value.Length > 0 ? seal.Seal(terms.Value) : null);
        file.Parties.ForEach(party => (party.SignedAt, party.SignedWay) = (null, null));
        file.Mediators.ForEach(mediator => mediator.SignedAt = null);
        return commitments.Value.Max(commitment => commitment.DueOn!.Value);
    }

    /// <summary>The agreement is in force from now on.</summary>
    public void Conclude(CaseFile file, DateOnly lastDue, ProcessContext context)
    {
        file.Case.ConcludedAt = context.At;
        var day = ChinaTime.DayOf(context.At);
        foreach (var due in MediationRules.On(day).VisitDays(day, lastDue))
        {
            db.Add(new MediationVisit { Id = Guid.CreateVersion7(context.At), CaseId = file.Case.Id, DueOn = due });
        }
    }

    /// <summary>The last day of the last promise that is written down.</summary>
    public Task<DateOnly> LastDue(CaseFile file, ProcessContext context, CancellationToken cancel) => context.Actor.IsSystem
        ? throw new InvalidOperationException("People sign.")
        : db.Set<MediationCommitment>().Where(c => c.CaseId == file.Case.Id).MaxAsync(c => c.DueOn, cancel);
}
