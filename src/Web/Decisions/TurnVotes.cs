using Linli.Domain.Decisions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Opens and closes votes at their moments, and signs heads of the tree while voting runs: seldom, and for several ballots at once (decision 30).</summary>
internal sealed class TurnVotes(LinliDb db, IServiceScopeFactory scopes) : IScheduledJob
{
    private const int FewestBallots = 10;
    private static readonly TimeSpan BetweenHeads = TimeSpan.FromHours(1);

    public static string Name => "turn-votes";

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var due = await db.Set<Vote>().AsNoTracking()
            .Where(v => (v.State == DecisionState.Noticed && v.OpensAt <= now && v.ClosesAt > now) || (v.State == DecisionState.Voting && v.ClosesAt < now.AddSeconds(-1)))
            .OrderBy(v => v.OpensAt).Select(v => new { v.Id, v.State }).ToListAsync(cancel);
        foreach (var vote in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
            var act = vote.State == DecisionState.Noticed ? DecisionAct.Open : DecisionAct.Close;
            await scope.ServiceProvider.GetRequiredService<MoveVote>().Execute(vote.Id, new VoteStepInput { Act = act }, context, cancel);
        }

        foreach (var id in await db.Set<Vote>().Where(v => v.State == DecisionState.Voting).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            await SignHead(id, now, scope.ServiceProvider, cancel);
        }
    }

    private static async Task SignHead(Guid id, DateTimeOffset now, IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<LinliDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from decisions.votes where id = {id} for update", cancel);
        var vote = await db.Set<Vote>().FirstAsync(v => v.Id == id, cancel);
        var last = await db.Set<TreeHeadRow>().Where(h => h.VoteId == id).OrderByDescending(h => h.Size).FirstOrDefaultAsync(cancel);
        if (last is null || vote.TreeSize < last.Size + FewestBallots || now < last.At + BetweenHeads)
        {
            return;
        }

        services.GetRequiredService<TreeKeeper>().Sign(vote, new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
