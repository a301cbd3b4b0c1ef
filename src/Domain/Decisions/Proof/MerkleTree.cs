using System.Numerics;
using System.Security.Cryptography;

namespace Linli.Domain.Decisions.Proof;

/// <summary>Hashes and proofs of an append-only tree by RFC 9162 §2.1, over SHA-256.</summary>
public static class MerkleTree
{
    /// <summary>The root of no leaves.</summary>
    public static readonly byte[] EmptyRoot = SHA256.HashData([]);

    /// <summary>The hash of a leaf's content, told from inner nodes by its first byte.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> content) => SHA256.HashData([0, .. content]);

    /// <summary>The hash above two nodes.</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The root over leaf hashes.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            tree.Append(leaf);
        }

        return tree.Root();
    }

    /// <summary>The hashes that lead from a leaf to the root.</summary>
    /// <param name="index">Of the leaf, from 0.</param>
    /// <param name="leaves">All leaf hashes of the tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such leaf.</exception>
    public static IReadOnlyList<byte[]> InclusionProof(int index, IReadOnlyList<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        return Path(index, [.. leaves]);
    }

    /// <summary>The hashes that show a tree to go on from the smaller one that it was.</summary>
    /// <param name="first">Size of the smaller tree, at least 1.</param>
    /// <param name="leaves">All leaf hashes of the larger tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smaller tree is empty or larger.</exception>
    public static IReadOnlyList<byte[]> ConsistencyProof(int first, IReadOnlyList<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, leaves.Count);
        return first == leaves.Count ? [] : SubProof(first, [.. leaves], whole: true);
    }

    private static List<byte[]> Path(int index, byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        return index < split
            ? [.. Path(index, leaves[..split]), Root(leaves[split..])]
            : [.. Path(index - split, leaves[split..]), Root(leaves[..split])];
    }

    private static List<byte[]> SubProof(int first, byte[][] leaves, bool whole)
    {
        if (first == leaves.Length)
        {
            return whole ? [] : [Root(leaves)];
        }

        var split = Split(leaves.Length);
        return first <= split
            ? [.. SubProof(first, leaves[..split], whole), Root(leaves[split..])]
            : [.. SubProof(first - split, leaves[split..], whole: false), Root(leaves[..split])];
    }

    // The largest power of two below the count.
    private static int Split(int count) => 1 << BitOperations.Log2((uint)count - 1);
}
