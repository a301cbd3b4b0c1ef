using Linli.Domain.Decisions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Deletes rolls, ballots and what belongs to them when their time is over; the result, its steps and the tree heads stay. What is before a court stays whole.</summary>
internal sealed class VotingOver(LinliDb db) : IRetentionTask
{
    public string Rule => "voting-records";

    public string Subject => "decisions.ballots";

    public Task<long> CountOver(DateTimeOffset before, CancellationToken cancel) => Over(before).LongCountAsync(cancel);

    public async Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = await Over(before).Select(vote => vote.Id).ToArrayAsync(cancel);
        if (ids.Length == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            select set_config('linli.retention', 'voting-records', true);
            delete from decisions.ballot_looks where vote_id = any({ids});
            delete from decisions.ballots where vote_id = any({ids});
            delete from decisions.refused_ballots where vote_id = any({ids});
            delete from decisions.paper_readings where vote_id = any({ids});
            delete from decisions.deliveries where vote_id = any({ids});
            delete from decisions.roll_units where vote_id = any({ids});
            delete from decisions.voters where vote_id = any({ids});
            """, cancel);
        await transaction.CommitAsync(cancel);
        return ids.Length;
    }

    private IQueryable<Vote> Over(DateTimeOffset before)
    {
        var moment = before.ToUniversalTime();
        return db.Set<Vote>().Where(v => v.ClosedAt < moment && v.State != DecisionState.Challenged && db.Set<VoterRow>().Any(voter => voter.VoteId == v.Id));
    }
}
