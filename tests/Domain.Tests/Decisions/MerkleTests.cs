using System.Text.Json;
using Linli.Domain.Decisions.Proof;

namespace Linli.Domain.Tests.Decisions;

/// <summary>The tree is that of RFC 9162: its reference vectors, and proofs that hold for exactly what they prove.</summary>
public sealed class MerkleTests
{
    [Fact]
    public void ReferenceVectors()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.FilesOrSkip("merkle", "rfc6962-8leaf.json")[0]));
        var root = json.RootElement;
        var leaves = Texts(root, "leafInputsHex").Select(text => MerkleTree.LeafHash(Convert.FromHexString(text))).ToArray();
        leaves.Select(Convert.ToHexStringLower).ShouldBe(Texts(root, "leafHashes"));
        Enumerable.Range(0, leaves.Length + 1).Select(size => Convert.ToHexStringLower(MerkleTree.Root(leaves[..size]))).ShouldBe(Texts(root, "rootBySize"));

        var inclusions = root.EnumerateObject().Where(field => field.Name.Contains("nclusion", StringComparison.Ordinal)).SelectMany(field => field.Value.EnumerateArray()).ToList();
        inclusions.Count.ShouldBeGreaterThan(10);
        foreach (var item in inclusions)
        {
            var (index, size) = (item.GetProperty("index").GetInt32(), item.GetProperty("size").GetInt32());
            MerkleTree.InclusionProof(index, leaves[..size]).Select(Convert.ToHexStringLower).ShouldBe(Texts(item, "proof"), $"{index} of {size}");
        }

        var consistencies = root.EnumerateObject().Where(field => field.Name.Contains("onsistency", StringComparison.Ordinal)).SelectMany(field => field.Value.EnumerateArray()).ToList();
        consistencies.Count.ShouldBeGreaterThan(3);
        foreach (var item in consistencies)
        {
            var (first, second) = (item.GetProperty("size1").GetInt32(), item.GetProperty("size2").GetInt32());
            MerkleTree.ConsistencyProof(first, leaves[..second]).Select(Convert.ToHexStringLower).ShouldBe(Texts(item, "proof"), $"{first} to {second}");
        }
    }

    [Fact]
    public void EveryLeafOfEveryTreeIsProvedAndNoOther()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = Leaves(size);
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(index, leaves);
                MerkleProofs.Includes(leaves[index], index, size, proof, root).ShouldBeTrue();
                MerkleProofs.Includes(leaves[index], index + 1, size, proof, root).ShouldBeFalse();
                MerkleProofs.Includes(MerkleTree.LeafHash([255]), index, size, proof, root).ShouldBeFalse();
                MerkleProofs.Includes(leaves[index], index, size, [.. proof, root], root).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void EveryTreeGoesOnFromEverySmallerOneAndNoneFromAChangedOne()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = Leaves(size);
            for (var first = 1; first <= size; first++)
            {
                var proof = MerkleTree.ConsistencyProof(first, leaves);
                var (before, after) = (MerkleTree.Root(leaves[..first]), MerkleTree.Root(leaves));
                MerkleProofs.GoesOn(first, before, size, after, proof).ShouldBeTrue();
                MerkleProofs.GoesOn(first, MerkleTree.LeafHash([255]), size, after, proof).ShouldBeFalse();
                MerkleProofs.GoesOn(first, before, size, MerkleTree.LeafHash([255]), proof).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void AFrontierThatWasKeptGoesOnAsTheTreeWould()
    {
        var leaves = Leaves(33);
        var tree = new MerkleFrontier();
        for (var size = 0; size < leaves.Length; size++)
        {
            tree = new MerkleFrontier(tree.Size, [.. tree.Peaks]);
            tree.Root().ShouldBe(MerkleTree.Root(leaves[..size]));
            tree.Append(leaves[size]);
        }

        Should.Throw<ArgumentException>(() => new MerkleFrontier(3, [leaves[0]]));
    }

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(at => MerkleTree.LeafHash([(byte)at]))];

    private static IReadOnlyList<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
