using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Empties cases whose time after closing is over: kind, result, compound and days stay for the figures, nobody's name and nobody's words.</summary>
internal sealed class MediationOver(LinliDb db, IErasedPeople erased, MediationSeal seal) : IRetentionTask
{
    private const int AtOnce = 500;

    public string Rule => "mediation-cases";

    public string Subject => "tickets.mediation_cases";

    public Task<long> CountOver(DateTimeOffset before, CancellationToken cancel) => Over(before).LongCountAsync(cancel);

    public async Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        var count = 0L;
        while (await Over(before).OrderBy(c => c.Id).Select(c => c.Id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } ids)
        {
            await Empty(ids, now, cancel);
            count += ids.Count;
        }

        return count;
    }

    private IQueryable<MediationCase> Over(DateTimeOffset before)
    {
        var moment = before.ToUniversalTime();
        return db.Set<MediationCase>().Where(c => c.State == MediationState.Closed && c.ClosedAt < moment && c.DeidentifiedAt == null);
    }

    private async Task Empty(List<Guid> ids, DateTimeOffset now, CancellationToken cancel)
    {
        var nobody = seal.Seal(erased.Words);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<MediationCommitment>().Where(c => ids.Contains(c.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<MediationSession>().Where(s => ids.Contains(s.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<CaseMediator>().Where(m => ids.Contains(m.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<MediationVisit>().Where(v => ids.Contains(v.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(v => v.Note, (byte[]?)null), cancel);
        await db.Set<MediationStep>().Where(s => ids.Contains(s.CaseId))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, (Guid?)null).SetProperty(s => s.ActedAs, erased.Words), cancel);
        await db.Set<MediationParty>().Where(p => ids.Contains(p.CaseId))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.PersonId, (Guid?)null).SetProperty(p => p.Name, nobody).SetProperty(p => p.Phone, (byte[]?)null), cancel);
        await db.Set<MediationCase>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ApplicantId, (Guid?)null).SetProperty(c => c.TicketId, (Guid?)null).SetProperty(c => c.Statement, (byte[]?)null)
                .SetProperty(c => c.OtherSide, (byte[]?)null).SetProperty(c => c.Summary, (byte[]?)null).SetProperty(c => c.Terms, (byte[]?)null)
                .SetProperty(c => c.ClosingReason, (byte[]?)null).SetProperty(c => c.DeidentifiedAt, now.ToUniversalTime()), cancel);
        await transaction.CommitAsync(cancel);
    }
}
