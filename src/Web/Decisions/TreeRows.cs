using System.Security.Cryptography;
using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Personal;

namespace Linli.Web.Decisions;

/// <summary>The rows of a tree: leaves and signed heads.</summary>
internal static class TreeRows
{
    /// <summary>The row of an accepted ballot, whose leaf is appended to the vote's tree.</summary>
    public static BallotRow Append(Vote vote, VoterRow voter, Ballot ballot, Guid id, byte[] salt)
    {
        var (choices, election) = ballot.Counted;
        var leaf = new BallotLeaf { Vote = vote.Id, Entry = voter.Commitment!, Salt = salt, Choices = choices, Election = election };
        var row = new BallotRow
        {
            Id = id,
            VoteId = vote.Id,
            Voter = voter.Index,
            Code = ballot.Unit,
            Channel = ballot.Channel,
            CastBy = ballot.CastBy,
            Proxy = ballot.Proxy,
            ReceivedAt = ballot.ReceivedAt.ToUniversalTime(),
            Choices = string.Join(',', choices.Select(BallotLeaf.Word)),
            Marks = BallotLeaf.Word(election),
            Salt = salt,
            Leaf = vote.TreeSize,
            LeafHash = leaf.Hash,
            Receipt = Receipt.Of(leaf.Hash),
        };
        var frontier = Frontier(vote);
        frontier.Append(row.LeafHash);
        (vote.TreeSize, vote.TreePeaks) = (frontier.Size, [.. frontier.Peaks.SelectMany(peak => peak)]);
        return row;
    }

    /// <summary>A head of what the tree holds now, signed.</summary>
    public static TreeHeadRow Head(Vote vote, DateTimeOffset now, ECDsa key)
    {
        // To the second, as it is signed.
        var at = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var head = new TreeHead(vote.Id, vote.EntriesHash!, vote.TreeSize, Frontier(vote).Root(), at);
        return new TreeHeadRow { VoteId = vote.Id, Size = head.Size, Root = head.Root, At = head.At, Signature = head.SignedWith(key) };
    }

    /// <summary>The key of an installation, made of its master key; a scalar beyond the order is as good as impossible and is hashed again.</summary>
    public static ECDsa KeyFrom(SecretKeys keys)
    {
        for (var secret = keys.For("vote tree heads"); ; secret = SHA256.HashData(secret))
        {
            try
            {
                return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
            }
            catch (CryptographicException)
            {
                // The next one.
            }
        }
    }

    private static MerkleFrontier Frontier(Vote vote) => new(vote.TreeSize, [.. vote.TreePeaks.Chunk(32)]);
}
