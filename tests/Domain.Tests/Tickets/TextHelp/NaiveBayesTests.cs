using Linli.Domain.Tickets.TextHelp;

namespace Linli.Domain.Tests.Tickets.TextHelp;

public sealed class NaiveBayesTests
{
    [Fact]
    public void PiecesAreCharactersAndPairsWithTheirPlaces()
    {
        TextPieces.Of("３楼，Ab").Select(p => (p.Text, p.At, p.Length)).ShouldBe(
            [("0", 0, 1), ("0楼", 0, 2), ("楼", 1, 1), ("a", 3, 1), ("ab", 3, 2), ("b", 4, 1)]);
        TextPieces.Of("，。 !").ShouldBeEmpty();
    }

    // Worked out by hand: vocabulary a, b, ab, c, bc (5 pieces); label x has "ab" twice, y has "c" once.
    [Fact]
    public void SharesAreThoseOfThePaper()
    {
        var model = new NaiveBayes(PieceCounts.Of([("x", "ab"), ("x", "ab"), ("y", "c")]), 1, 1);
        // x: 2 texts, pieces a 2, ab 2, b 2 (6); y: 1 text, c 1 (1); vocabulary 4. P(x) = 3/5, P(y) = 2/5; P(a|x) = 3/10, P(a|y) = 1/5.
        var shares = model.Shares("a");
        shares[0].Label.ShouldBe("x");
        shares[0].Share.ShouldBe((3 / 5.0 * 3 / 10) / ((3 / 5.0 * 3 / 10) + (2 / 5.0 * 1 / 5)), 1e-12);
        // P(c|x) = 1/10, P(c|y) = 2/5.
        model.Shares("c").Single(s => s.Label == "y").Share.ShouldBe((2 / 5.0 * 2 / 5) / ((2 / 5.0 * 2 / 5) + (3 / 5.0 * 1 / 10)), 1e-12);
        // What was never learned says nothing: only how frequent the labels are.
        model.Shares("z").Single(s => s.Label == "x").Share.ShouldBe(3 / 5.0, 1e-12);
        model.KnownPieces("az").ShouldBe(1);
    }

    [Fact]
    public void ATemperatureFlattensAndKeepsTheOrder()
    {
        var counts = PieceCounts.Of([("x", "ab"), ("x", "ab"), ("y", "c")]);
        var (bare, flat) = (new NaiveBayes(counts, 1, 1).Shares("ab"), new NaiveBayes(counts, 1, 4).Shares("ab"));
        flat.Select(s => s.Label).ShouldBe(bare.Select(s => s.Label));
        flat[0].Share.ShouldBeInRange(0.5, bare[0].Share);
    }

    [Fact]
    public void SharesAddUpToOneForAnyText() => Prop.ForAll<string?>(text =>
        Math.Abs(TextModel.BuiltIn.Categories.Shares(text ?? "").Sum(s => s.Share) - 1) < 1e-9).QuickCheckThrowOnFailure();

    [Fact]
    public void CountsAddedAreCountsOfAll()
    {
        var together = PieceCounts.Of([("x", "ab"), ("y", "bc"), ("x", "c")]);
        var parts = PieceCounts.Of([("x", "ab")]);
        parts.Add(PieceCounts.Of([("y", "bc"), ("x", "c")]));
        parts.Labels.ShouldBe(together.Labels);
        foreach (var label in together.Labels)
        {
            parts.TextsOf(label).ShouldBe(together.TextsOf(label));
            parts.PiecesOf(label).OrderBy(p => p.Key).ShouldBe(together.PiecesOf(label).OrderBy(p => p.Key));
        }
    }

    [Fact]
    public void RarePiecesAreLeftOut()
    {
        var counts = PieceCounts.Of([("x", "张三"), ("x", "电梯"), ("y", "电梯"), ("y", "电梯")], atLeast: 3);
        counts.TextsOf("x").ShouldBe(2);
        counts.PiecesOf("x").Keys.Order().ShouldBe(["梯", "电", "电梯"], ignoreOrder: true);
    }

    [Fact]
    public void ImpossibleModelsAreBugs()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new NaiveBayes(new PieceCounts(), 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new NaiveBayes(PieceCounts.Of([("x", "a")]), 0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new NaiveBayes(PieceCounts.Of([("x", "a")]), 1, 0));
    }
}
