namespace Linli.Domain.Decisions.Proof;

/// <summary>What of a tree has to be kept to append to it: one hash for each full subtree at its right edge, at most 63.</summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> peaks;

    /// <summary>An empty tree.</summary>
    public MerkleFrontier() => peaks = [];

    /// <summary>A tree of which the peaks were kept.</summary>
    /// <param name="size">Its leaves.</param>
    /// <param name="peaks">From left to right, one for each one-bit of the size.</param>
    /// <exception cref="ArgumentException">The peaks are not those of such a tree.</exception>
    public MerkleFrontier(long size, IReadOnlyList<byte[]> peaks)
    {
        (Size, this.peaks) = long.PopCount(size) == peaks.Count
            ? (size, peaks.ToList())
            : throw new ArgumentException("A tree has a peak for each one-bit of its size.", nameof(peaks));
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of the full subtrees, from left to right.</summary>
    public IReadOnlyList<byte[]> Peaks => peaks;

    /// <summary>Appends a leaf's hash.</summary>
    public void Append(byte[] leaf)
    {
        peaks.Add(leaf);
        for (var carry = Size; (carry & 1) == 1; carry >>= 1)
        {
            var joined = MerkleTree.NodeHash(peaks[^2], peaks[^1]);
            peaks.RemoveRange(peaks.Count - 2, 2);
            peaks.Add(joined);
        }

        Size++;
    }

    /// <summary>The root.</summary>
    public byte[] Root() => peaks.Count == 0
        ? MerkleTree.EmptyRoot
        : peaks.AsEnumerable().Reverse().Aggregate((right, left) => MerkleTree.NodeHash(left, right));
}
