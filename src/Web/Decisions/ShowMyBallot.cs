using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>An owner's place in a vote: what is covered by the ballot, whether it may be cast now, and the receipt once it was.</summary>
public sealed record MyBallotView
{
    public required VoteView Vote { get; init; }

    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>In 0.01 m².</summary>
    public required long Area { get; init; }

    /// <summary>Whether several owners share the voice and nobody was named.</summary>
    public required bool MustDeclare { get; init; }

    /// <summary>Whether another co-owner was named.</summary>
    public required bool AnotherSpeaks { get; init; }

    public ReceiptView? Receipt { get; init; }

    public bool MayCast => Vote.State == DecisionState.Voting && Receipt is null && !AnotherSpeaks;
}

/// <summary>What an owner keeps: with it the own ballot is found in the ledger, and shown to be in the tree.</summary>
public sealed record ReceiptView
{
    public required string Receipt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required BallotChannel Channel { get; init; }

    /// <summary>Null to a co-owner who did not cast it.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    public required long Leaf { get; init; }

    public required string LeafHash { get; init; }

    /// <summary>The commitment of the own entry, and what opens it to the own area; bytes in hexadecimal.</summary>
    public required string Entry { get; init; }

    public required string Blind { get; init; }

    public required string Salt { get; init; }

    /// <summary>Size of the newest signed head that holds the ballot, and the hashes that lead to its root; null until one is signed.</summary>
    public long? HeadSize { get; init; }

    public IReadOnlyList<string>? Path { get; init; }
}

/// <summary>Finds the own ballot, in the capacity of the unit that was chosen.</summary>
internal sealed class ShowMyBallot(LinliDb db, ShowVote votes)
{
    public async Task<MyBallotView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await votes.Execute(id, actor, cancel) is not { } vote || actor.Capacity is not { UnitId: { } unitId } own
            || !Scope.Of(actor, Permission.CastBallots).Covers(own.Path)
            || await db.Set<RollUnitRow>().AsNoTracking().FirstOrDefaultAsync(u => u.VoteId == id && u.UnitId == unitId, cancel) is not { Voter: { } index } unit
            || !unit.Parts.Contains(actor.PersonId.ToString()))
        {
            return null;
        }

        var me = actor.PersonId.ToString();
        var voter = await db.Set<VoterRow>().AsNoTracking().FirstAsync(v => v.VoteId == id && v.Index == index, cancel);
        var ballot = await db.Set<BallotRow>().AsNoTracking().FirstOrDefaultAsync(b => b.VoteId == id && b.Voter == index, cancel);
        return new MyBallotView
        {
            Vote = vote,
            Units = [.. (await db.Set<RollUnitRow>().AsNoTracking().Where(u => u.VoteId == id && u.Voter == index).ToListAsync(cancel)).OrderBy(u => u.Code, UnitCodeOrder.It).Select(u => u.Label)],
            Area = voter.Area,
            MustDeclare = unit.Speaker is null,
            AnotherSpeaks = unit.Speaker is { } speaker && speaker != me,
            Receipt = ballot is null ? null : await Receipt(ballot, voter, me, actor, cancel),
        };
    }

    private async Task<ReceiptView> Receipt(BallotRow ballot, VoterRow voter, string me, Actor actor, CancellationToken cancel)
    {
        var mine = ballot.CastBy == me && Scope.Of(actor, Permission.CastBallots) is { IsNothing: false };
        var head = await db.Set<TreeHeadRow>().AsNoTracking().Where(h => h.VoteId == ballot.VoteId && h.Size > ballot.Leaf).OrderByDescending(h => h.Size).Select(h => (long?)h.Size).FirstOrDefaultAsync(cancel);
        var leaves = head is { } size
            ? await db.Set<BallotRow>().Where(b => b.VoteId == ballot.VoteId && b.Leaf < size).OrderBy(b => b.Leaf).Select(b => b.LeafHash).ToListAsync(cancel)
            : [];
        return new ReceiptView
        {
            Receipt = ballot.Receipt,
            ReceivedAt = ballot.ReceivedAt,
            Channel = ballot.Channel,
            Choices = mine ? VoteCounter.ChoicesOf(ballot.Choices) : null,
            Leaf = ballot.Leaf,
            LeafHash = Convert.ToHexStringLower(ballot.LeafHash),
            Entry = Convert.ToHexStringLower(voter.Commitment!),
            Blind = Convert.ToHexStringLower(voter.Blind!),
            Salt = Convert.ToHexStringLower(ballot.Salt),
            HeadSize = head,
            Path = head is null ? null : [.. MerkleTree.InclusionProof((int)ballot.Leaf, leaves).Select(Convert.ToHexStringLower)],
        };
    }
}
