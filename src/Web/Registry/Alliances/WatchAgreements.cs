using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>
/// Moves agreements on with the calendar and tells of what is due: a commitment before its day, after it the parties, and days
/// later the community; an agreement before its end. Each once.
/// </summary>
internal sealed class WatchAgreements(LinliDb db, IServiceScopeFactory scopes) : IScheduledJob
{
    public static string Name => "watch-agreements";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        // What was still owed when the term ended climbs all the same.
        var proved = db.Set<Fulfilment>().Where(f => f.Accepted != false).Select(f => f.CommitmentId);
        var living = await db.Set<Agreement>().AsNoTracking()
            .Where(a => a.State == AgreementState.Signed || a.State == AgreementState.InForce || a.State == AgreementState.Expiring
                || (a.State == AgreementState.Ended
                    && db.Set<CommitmentMade>().Any(c => c.AgreementId == a.Id && c.ClimbedOn == null && !proved.Contains(c.Id))))
            .OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancel);
        foreach (var id in living)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AgreementWatch>().Look(id, Context(now), cancel);
        }
    }

    private static ProcessContext Context(DateTimeOffset now) => new() { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
}

/// <summary>One agreement looked at once; who changes it at the same moment wins, and it is looked at again an hour later.</summary>
internal sealed class AgreementWatch(LinliDb db, AgreementDesk desk)
{
    public async Task Look(Guid id, ProcessContext context, CancellationToken cancel)
    {
        if (await desk.Find(id, context, cancel) is not { } open)
        {
            return;
        }

        var moved = await Move(open, context, cancel);
        var told = await TellOfCommitments(open, context, cancel);
        if (moved || told)
        {
            await desk.Save(open, context, nameof(WatchAgreements), new { state = open.Agreement.State }, cancel);
        }
    }

    private async Task<bool> Move(AgreementDesk.Open open, ProcessContext context, CancellationToken cancel)
    {
        var a = open.Agreement;
        var due = AgreementFlow.Due(a.State, a.StartsOn, a.EndsOn, open.Today, AgreementLeadTimes.On(open.Today).ExpiringDaysBefore);
        foreach (var act in due)
        {
            a.State = AgreementFlow.Decide(a.State, act, open.Roles).Value;
        }

        // Told of where it stands now, not of every step that was slept through.
        var kind = a.State switch { AgreementState.InForce => "AgreementBegins", AgreementState.Expiring => "AgreementExpires", _ => "AgreementEnded" };
        if (due.Count > 0)
        {
            await desk.Tell(open, context, kind, cancel, AgreementSide.First, AgreementSide.Second);
        }

        return due.Count > 0;
    }

    private async Task<bool> TellOfCommitments(AgreementDesk.Open open, ProcessContext context, CancellationToken cancel)
    {
        var times = AgreementLeadTimes.On(open.Today);
        var proved = db.Set<Fulfilment>().Where(f => f.Accepted != false).Select(f => f.CommitmentId);
        var owed = await db.Set<CommitmentMade>().Where(c => c.AgreementId == open.Agreement.Id && c.ClimbedOn == null && !proved.Contains(c.Id)).ToListAsync(cancel);
        var told = false;
        foreach (var c in owed)
        {
            var standing = new Commitment(c.DueOn, HasAccepted: false, HasWaiting: false).On(open.Today, times.ReminderDaysBefore);
            if (standing == CommitmentStanding.DueSoon && c.RemindedOn is null)
            {
                c.RemindedOn = open.Today;
                await desk.Tell(open, context, "CommitmentDue", cancel, c.Side);
                told = true;
            }
            else if (standing == CommitmentStanding.Overdue && c.OverdueOn is null)
            {
                c.OverdueOn = open.Today;
                await desk.Tell(open, context, "CommitmentOverdue", cancel, AgreementSide.First, AgreementSide.Second);
                told = true;
            }

            if (standing == CommitmentStanding.Overdue && c.DueOn.AddDays(times.ClimbsDaysAfter) <= open.Today)
            {
                c.ClimbedOn = open.Today;
                desk.Tell(open, context, "CommitmentClimbed", await AgreementParties.CommunityOver(db, open.First.Path, open.Today, cancel));
                told = true;
            }
        }

        return told;
    }
}
