using Linli.Domain.Registry.Privacy;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Mediation;

/// <summary>What mediation holds about a person, as far as the person may see it: the own side. What others said stays theirs (PIPL 45: nothing that the law keeps confidential).</summary>
internal sealed class MediationHolder(LinliDb db, MediationSeal seal, IErasedPeople erased, IStringLocalizer<MediationWords> words) : IPersonalDataHolder
{
    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var sides = await (
            from party in db.Set<MediationParty>().AsNoTracking() join one in db.Set<MediationCase>().AsNoTracking() on party.CaseId equals one.Id
            where party.PersonId == personId && (party.Side == PartySide.Applicant || one.AcceptedAt != null)
            orderby one.AppliedAt descending
            select new { party, one }).ToListAsync(cancel);
        var promises = await (
            from promise in db.Set<MediationCommitment>().AsNoTracking()
            join party in db.Set<MediationParty>() on promise.PartyId equals party.Id
            join one in db.Set<MediationCase>() on promise.CaseId equals one.Id
            where party.PersonId == personId && one.Form != null
            orderby one.AppliedAt descending, promise.Position
            select new { promise, one }).ToListAsync(cancel);
        var mediated = await (
            from mediator in db.Set<CaseMediator>().AsNoTracking() join one in db.Set<MediationCase>() on mediator.CaseId equals one.Id
            where mediator.PersonId == personId orderby mediator.Since descending select new { one.Number, mediator.ActedAs, mediator.Since }).ToListAsync(cancel);
        return
        [
            new HeldCategory(words["Held.Parties"], "tickets.mediation_parties", [.. sides.Select(s => new HeldItem(
                s.one.Number, $"{seal.Open(s.party.Name)} · {words["PartySide." + s.party.Side]} · {words["ConsentState." + s.party.Consent]}", s.one.AppliedAt))]),
            new HeldCategory(words["Held.Statements"], "tickets.mediation_cases",
                [.. sides.Where(s => s.one.ApplicantId == personId && s.one.Statement != null).Select(s => new HeldItem(s.one.Number, seal.Open(s.one.Statement), s.one.AppliedAt))]),
            new HeldCategory(words["Held.Commitments"], "tickets.mediation_commitments", [.. promises.Select(p => new HeldItem(p.one.Number, seal.Open(p.promise.Text), p.one.AppliedAt))]),
            new HeldCategory(words["Held.Mediated"], "tickets.mediation_mediators", [.. mediated.Select(m => new HeldItem(m.Number, m.ActedAs, m.Since))]),
        ];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) => await db.Set<MediationCase>().AnyAsync(
        one => one.State != MediationState.Closed
            && (db.Set<MediationParty>().Any(p => p.CaseId == one.Id && p.PersonId == personId) || db.Set<CaseMediator>().Any(m => m.CaseId == one.Id && m.PersonId == personId && m.Until == null)),
        cancel)
        ? [ErasureObstacle.OpenMatter]
        : [];

    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        // The agreement is another's too: the case goes with its own time, who has left is taken out of it.
        var nobody = seal.Seal(erased.Words);
        await db.Set<MediationParty>().Where(p => p.PersonId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.PersonId, (Guid?)null).SetProperty(p => p.Name, nobody).SetProperty(p => p.Phone, (byte[]?)null), cancel);
        await db.Set<MediationCase>().Where(c => c.ApplicantId == personId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ApplicantId, (Guid?)null).SetProperty(c => c.Statement, (byte[]?)null).SetProperty(c => c.OtherSide, (byte[]?)null), cancel);
        await db.Set<MediationStep>().Where(s => s.PersonId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, (Guid?)null).SetProperty(s => s.ActedAs, erased.Words), cancel);
    }
}
