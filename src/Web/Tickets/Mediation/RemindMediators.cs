using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Tells the mediators of a case once that a follow-up visit is due.</summary>
internal sealed class RemindMediators(LinliDb db, Notifier notifier) : IScheduledJob
{
    public static string Name => "remind-mediators";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(now);
        var due = await (
            from visit in db.Set<MediationVisit>()
            join one in db.Set<MediationCase>() on visit.CaseId equals one.Id
            where visit.VisitedAt == null && !visit.Reminded && visit.DueOn <= today && one.State == MediationState.FollowUp
            select new { visit, one.Id, one.Number }).ToListAsync(cancel);
        foreach (var found in due)
        {
            var mediators = await db.Set<CaseMediator>().Where(m => m.CaseId == found.Id && m.Until == null).Select(m => m.PersonId).ToListAsync(cancel);
            notifier.Tell(mediators, "MediationVisitDue", new Dictionary<string, string> { ["Number"] = found.Number }, MediationLinks.OfMediator(found.Id), now);
            found.visit.Reminded = true;
        }

        await db.SaveChangesAsync(cancel);
    }
}
