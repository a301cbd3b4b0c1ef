using System.Security.Cryptography;
using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions.Proof;

/// <summary>A voter as the ledger shows him: a commitment and whether delivery is proved. Entries lie in the order of their commitments, which tells nothing.</summary>
/// <param name="Commitment">To the voter's area.</param>
/// <param name="DeliveryProved">Whether delivery is proved for any of the voter's units.</param>
public sealed record RollEntry(byte[] Commitment, bool DeliveryProved)
{
    /// <summary>The hash that every tree head carries: over all commitments in their order.</summary>
    public static byte[] HashOf(IEnumerable<byte[]> commitments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("linli-entries/1\n"u8);
        foreach (var commitment in commitments)
        {
            hash.AppendData(commitment);
        }

        return hash.GetHashAndReset();
    }
}

/// <summary>Heads and area of a group of entries, with the sum of blinds that proves the area.</summary>
/// <param name="Weight">Of the group.</param>
/// <param name="Blind">32 bytes.</param>
public sealed record Opening(Weight Weight, byte[] Blind)
{
    /// <summary>The opening of a group.</summary>
    public static Opening Of(IEnumerable<(Area Area, byte[] Blind)> group)
    {
        var members = group.ToList();
        return new Opening(
            members.Aggregate(Weight.Zero, (sum, member) => sum + new Weight(1, member.Area)), AreaCommitment.SumOfBlinds(members.Select(member => member.Blind)));
    }
}
