using System.Security.Cryptography;

namespace Linli.Domain.Decisions.Proof;

/// <summary>Checks proofs by RFC 9162 §§2.1.3.2 and 2.1.4.2: with these alone an owner needs nobody's word.</summary>
public static class MerkleProofs
{
    /// <summary>Whether the proof leads from a leaf to the root.</summary>
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleTree.NodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && Same(hash, root);
    }

    /// <summary>Whether the larger tree goes on from the smaller one: nothing was taken out, changed or put between.</summary>
    public static bool GoesOn(long firstSize, byte[] firstRoot, long secondSize, byte[] secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (firstSize == secondSize)
        {
            return proof.Count == 0 && Same(firstRoot, secondRoot);
        }

        if (firstSize < 1 || firstSize > secondSize || proof.Count == 0)
        {
            return false;
        }

        // A smaller tree that is one full subtree is its own first hash.
        IReadOnlyList<byte[]> path = long.IsPow2(firstSize) ? [firstRoot, .. proof] : proof;
        var (node, last) = (firstSize - 1, secondSize - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (first, second) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (first, second) = (MerkleTree.NodeHash(hash, first), MerkleTree.NodeHash(hash, second));
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                second = MerkleTree.NodeHash(second, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && Same(first, firstRoot) && Same(second, secondRoot);
    }

    private static bool Same(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
}
