using Linli.Domain.Registry.Documents;

namespace Linli.Domain.Tests.Registry.Documents;

/// <summary>A comparison hides nothing: both versions can be put together from it, exactly, and it is always the same.</summary>
public sealed class DocumentComparisonTests
{
    // Few different characters, so that texts have much in common; a surrogate pair and Latin words among them.
    private static readonly Gen<string> Words = Gen.Elements("业", "主", "大", "会", "决", "定", "，", "。", "15", "PDF", "\n", "😀", "的")
        .ArrayOf().Select(parts => string.Concat(parts).Trim('\n'));

    private static readonly Gen<DocumentBlock[]> Texts = (
        from count in Gen.Choose(0, 8)
        from blocks in (
            from kind in Gen.Elements(BlockKind.Article, BlockKind.Article, BlockKind.Chapter, BlockKind.Passage)
            from number in Gen.Choose(1, 9)
            from words in Words
            select new DocumentBlock(kind, kind == BlockKind.Passage ? string.Empty : $"第{number}条", words)).ArrayOf(count)
        select blocks).Select(blocks => blocks);

    // The second version is the first with pieces taken out, added and changed.
    private static readonly Gen<(DocumentBlock[] Old, DocumentBlock[] Now)> Pairs =
        from old in Texts
        from other in Texts
        from kept in Gen.Elements(true, true, false).ArrayOf(8)
        from edit in Words
        select (old, old.Where((_, at) => kept[at % 8]).Select((block, at) => at % 3 == 0 ? block with { Text = block.Text + edit } : block).Concat(other.Take(2)).ToArray());

    [Fact]
    public void BothVersionsAreThereExactlyAndInOrder() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
    {
        var changes = DocumentComparison.Of(pair.Old, pair.Now);
        return changes.Select(change => change.Old).OfType<DocumentBlock>().SequenceEqual(pair.Old)
            && changes.Select(change => change.Now).OfType<DocumentBlock>().SequenceEqual(pair.Now);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheMarkedWordsOfAChangeMakeUpBothTexts() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
        DocumentComparison.Of(pair.Old, pair.Now).All(change =>
            Side(change.Pieces, PieceKind.Removed) == (change.Old?.Text ?? string.Empty)
            && Side(change.Pieces, PieceKind.Added) == (change.Now?.Text ?? string.Empty)
            && change.Pieces.All(piece => piece.Text.Length > 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSameVersionsAlwaysGiveTheSameComparison() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
        Text(DocumentComparison.Of(pair.Old, pair.Now)) == Text(DocumentComparison.Of([.. pair.Old], [.. pair.Now]))).QuickCheckThrowOnFailure();

    [Fact]
    public void AVersionComparedWithItselfIsUnchanged() => Prop.ForAll(Texts.ToArbitrary(), text =>
        DocumentComparison.Of(text, text).All(change => change.Kind == ChangeKind.Unchanged)).QuickCheckThrowOnFailure();

    [Fact]
    public void WordsAreMarkedWithinAnArticleAndNumbersStayWhole()
    {
        var pieces = TextDifference.Of("征求意见不少于15日，PDF上传", "征求意见不少于20日，PDF上传");
        pieces.ShouldBe([new(PieceKind.Same, "征求意见不少于"), new(PieceKind.Removed, "15"), new(PieceKind.Added, "20"), new(PieceKind.Same, "日，PDF上传")]);
    }

    [Fact]
    public void OneCharacterBetweenTwoReplacementsIsReplacedWithThem() =>
        TextDifference.Of("甲的乙", "丙的丁").ShouldBe([new(PieceKind.Removed, "甲的乙"), new(PieceKind.Added, "丙的丁")]);

    [Fact]
    public void AnInsertedArticleRenumbersTheRestAndChangesNothingElse()
    {
        DocumentBlock[] old = [Article("第一条", "业主按时交纳物业费。"), Article("第二条", "共有部分不得占用。")];
        DocumentBlock[] now = [old[0], Article("第二条", "小区党支部参与小区治理，议事先行研究。"), old[1] with { Label = "第三条" }];
        DocumentComparison.Of(old, now).Select(change => change.Kind).ShouldBe([ChangeKind.Unchanged, ChangeKind.New, ChangeKind.Renumbered]);
    }

    [Fact]
    public void ALongTextIsComparedInATimeThatAPageCanTake()
    {
        var old = Enumerable.Range(0, 20).Select(n => Article($"第{n}条", string.Concat(Enumerable.Range(0, 1000).Select(i => (char)('一' + ((i * 7) + n) % 900))))).ToArray();
        var now = old.Select(block => block with { Text = new string([.. block.Text.Where((_, at) => at % 5 != 0)]) }).ToArray();
        var started = System.Diagnostics.Stopwatch.StartNew();
        DocumentComparison.Of(old, now).ShouldAllBe(change => change.Kind == ChangeKind.Changed);
        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static DocumentBlock Article(string label, string text) => new(BlockKind.Article, label, text);

    private static string Side(IEnumerable<TextPiece> pieces, PieceKind own) =>
        string.Concat(pieces.Where(piece => piece.Kind == PieceKind.Same || piece.Kind == own).Select(piece => piece.Text));

    private static string Text(IEnumerable<BlockChange> changes) =>
        string.Join('|', changes.Select(change => $"{change.Kind}{change.Old}{change.Now}{string.Concat(change.Pieces)}"));
}
