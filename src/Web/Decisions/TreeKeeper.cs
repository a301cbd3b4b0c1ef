using System.Security.Cryptography;
using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;

namespace Linli.Web.Decisions;

/// <summary>Appends accepted ballots to the tree of their vote, and signs its heads. The caller holds the lock of the vote.</summary>
internal sealed class TreeKeeper(LinliDb db, SecretKeys keys)
{
    private readonly Lazy<ECDsa> signer = new(() => KeyFrom(keys.For("vote tree heads")));

    /// <summary>The public half of the key, 65 bytes.</summary>
    public byte[] PublicKey => TreeHead.PublicKeyOf(signer.Value);

    /// <summary>Makes a row of an accepted ballot and appends its leaf.</summary>
    public BallotRow Append(Vote vote, VoterRow voter, Ballot ballot, Guid id, ProcessContext context, bool declared)
    {
        var (choices, election) = ballot.Counted;
        var leaf = new BallotLeaf { Vote = vote.Id, Entry = voter.Commitment!, Salt = RandomNumberGenerator.GetBytes(16), Choices = choices, Election = election };
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
            Declared = declared,
            Choices = string.Join(',', choices.Select(BallotLeaf.Word)),
            Marks = BallotLeaf.Word(election),
            Salt = leaf.Salt,
            Leaf = vote.TreeSize,
            LeafHash = leaf.Hash,
            Receipt = Receipt.Of(leaf.Hash),
            EnteredAs = VoteDesk.Acting(context),
        };
        var frontier = Frontier(vote);
        frontier.Append(row.LeafHash);
        (vote.TreeSize, vote.TreePeaks) = (frontier.Size, [.. frontier.Peaks.SelectMany(peak => peak)]);
        return db.Add(row).Entity;
    }

    /// <summary>Signs what the tree holds now.</summary>
    public void Sign(Vote vote, ProcessContext context)
    {
        // To the second, as it is signed.
        var at = new DateTimeOffset(context.At.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var head = new TreeHead(vote.Id, vote.EntriesHash!, vote.TreeSize, Frontier(vote).Root(), at);
        db.Add(new TreeHeadRow { VoteId = vote.Id, Size = head.Size, Root = head.Root, At = head.At, Signature = head.SignedWith(signer.Value) });
    }

    private static MerkleFrontier Frontier(Vote vote) => new(vote.TreeSize, [.. vote.TreePeaks.Chunk(32)]);

    // One key an installation, made of its master key; a scalar beyond the order is as good as impossible and is hashed again.
    private static ECDsa KeyFrom(byte[] secret)
    {
        for (; ; secret = SHA256.HashData(secret))
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
}
