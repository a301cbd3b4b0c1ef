using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>A commitment of an agreement with how it stands today.</summary>
internal sealed record CommitmentFacts(CommitmentMade Made, CommitmentStanding Standing, bool IsPastDue);

/// <summary>How the commitments of agreements stand; who may see the agreements may see these.</summary>
internal static class AgreementFacts
{
    public static async Task<ILookup<Guid, CommitmentFacts>> Of(LinliDb db, IReadOnlyCollection<Agreement> agreements, DateOnly today, CancellationToken cancel)
    {
        var ids = agreements.Select(a => a.Id).ToArray();
        var days = AgreementLeadTimes.On(today).ReminderDaysBefore;
        var closed = agreements.ToDictionary(a => a.Id, a => a.State == AgreementState.Terminated ? a.ClosedOn : null);
        var rows = await db.Set<CommitmentMade>().AsNoTracking().Where(c => ids.Contains(c.AgreementId)).OrderBy(c => c.Position)
            .Select(c => new
            {
                c,
                Accepted = db.Set<Fulfilment>().Any(f => f.CommitmentId == c.Id && f.Accepted == true),
                Waiting = db.Set<Fulfilment>().Any(f => f.CommitmentId == c.Id && f.Accepted == null),
            }).ToListAsync(cancel);
        return rows.ToLookup(r => r.c.AgreementId, r => new CommitmentFacts(
            r.c, new Commitment(r.c.DueOn, r.Accepted, r.Waiting).On(today, days, closed[r.c.AgreementId]), r.c.DueOn < today));
    }

    public static FulfilmentRate Rate(IEnumerable<CommitmentFacts> facts) => FulfilmentRate.Of(facts.Select(f => (f.Standing, f.IsPastDue)));
}
