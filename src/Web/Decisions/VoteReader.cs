using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Finds votes to be read: published ones for everybody, those in preparation where the scope reaches.</summary>
internal sealed class VoteReader(LinliDb db, IPlaces places)
{
    /// <summary>Where the actor prepares or enters; nothing for households and strangers.</summary>
    public static Scope ScopeOf(Actor? actor) => Scope.Of(actor ?? Nobody, Permission.EnterBallots);

    private static Actor Nobody => new() { PersonId = Guid.Empty, Name = string.Empty };

    /// <summary>The vote with its rules; null where it may not be seen.</summary>
    public async Task<OpenVote?> Find(Guid id, Scope scope, CancellationToken cancel) =>
        await db.Set<Vote>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancel) is { } vote
        && await places.Find(vote.CompoundId, cancel) is { } compound && (vote.IsPublic || scope.Covers(compound.Path))
            ? new OpenVote(
                vote, compound, JurisdictionProfiles.Find(vote.LocalRules)!, DecisionRules.OfStamp(vote.Rules)!,
                await db.Set<Question>().AsNoTracking().Where(q => q.VoteId == id).OrderBy(q => q.Position).ToListAsync(cancel))
            : null;

    /// <summary>What came in so far: never what was chosen.</summary>
    public async Task<Weight> Received(Vote vote, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var rows = from ballot in db.Set<BallotRow>()
                   join voter in db.Set<VoterRow>() on new { ballot.VoteId, Index = ballot.Voter } equals new { voter.VoteId, voter.Index }
                   where ballot.VoteId == vote.Id
                   select voter.Area;
        return new Weight(await rows.LongCountAsync(cancel), new Area(await rows.SumAsync(cancel)));
    }
}
