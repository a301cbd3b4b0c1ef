using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Takes one ballot, by whatever channel, by the rules of domain.md §1.2–1.4. The caller holds the lock of the vote.</summary>
internal sealed class BallotTaker(LinliDb db, TreeKeeper tree)
{
    /// <summary>The accepted ballot, or why it is refused.</summary>
    /// <param name="declared">Whether the one who casts it says that the co-owners named him or her.</param>
    public async Task<Outcome<BallotRow>> Take(Vote vote, Ballot ballot, bool declared, ProcessContext context, CancellationToken cancel)
    {
        if (vote.State != DecisionState.Voting)
        {
            return Outcome<BallotRow>.Refused(vote.Window.Judge(ballot.ReceivedAt) ?? new DecisionStandsElsewhere(vote.State, DecisionAct.Open));
        }

        var unit = await db.Set<RollUnitRow>().AsNoTracking().FirstOrDefaultAsync(u => u.VoteId == vote.Id && u.Code == ballot.Unit, cancel);
        var seat = unit is { Voter: { } index } && unit.Parts.Contains(ballot.CastBy)
            ? new Seat(index, unit.Speaker == ballot.CastBy || (unit.Speaker is null && declared))
            : (Seat?)null;
        if (seat is { MaySpeak: false } && unit!.Speaker is null)
        {
            return new CoOwnersMustBeDeclared();
        }

        var judged = BallotRules.Judge(ballot, seat, vote.Window, vote.MostPrincipals, await SoFar(vote, seat, ballot, cancel));
        if (judged.IsRefused)
        {
            return Outcome<BallotRow>.Refused(judged.Refusals);
        }

        var voter = await db.Set<VoterRow>().AsNoTracking().FirstAsync(v => v.VoteId == vote.Id && v.Index == judged.Value, cancel);
        return tree.Append(vote, voter, ballot, Guid.Parse(ballot.Id), context, declared && unit!.Speaker is null);
    }

    private async Task<IBallotsSoFar> SoFar(Vote vote, Seat? seat, Ballot ballot, CancellationToken cancel) => new Counted(
        seat is { } taken && await db.Set<BallotRow>().AnyAsync(b => b.VoteId == vote.Id && b.Voter == taken.Voter, cancel),
        ballot.Proxy is { } proxy ? await db.Set<BallotRow>().CountAsync(b => b.VoteId == vote.Id && b.Proxy == proxy, cancel) : 0);

    private sealed record Counted(bool Voted, int Principals) : IBallotsSoFar
    {
        public bool HasVoted(int voter) => Voted;

        public int PrincipalsOf(string proxy) => Principals;
    }
}
