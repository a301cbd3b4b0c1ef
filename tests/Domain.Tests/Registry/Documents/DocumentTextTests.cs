using Linli.Domain.Registry.Documents;

namespace Linli.Domain.Tests.Registry.Documents;

public sealed class DocumentTextTests
{
    private static readonly Gen<string> Lines = Gen.Elements(
        "第一章 总则", "第二章　附则", "第三节", "第一条 业主共同订立", "第二条：按时交费", "第3条违反的，劝阻", "第十二条之一 新增", "第九条",
        "第五条、第六条规定的事项", "第二条规定的除外", "（一）维修", "一、清扫轮流", "2. 不扰邻", "3.5 米以下", "：冒号开头", "普通的一行", "  两边有空格  ", string.Empty);

    [Fact]
    public void WhatIsWrittenBackSplitsIntoTheSame() => Prop.ForAll(Lines.ArrayOf().ToArbitrary(), lines =>
        !DocumentText.Split(string.Join('\n', lines)).Succeeded(out var blocks)
        || DocumentText.Split(DocumentText.Write(blocks)).Value.SequenceEqual(blocks)).QuickCheckThrowOnFailure();

    [Fact]
    public void NothingButSpaceAndTheColonAfterANumberIsLost() => Prop.ForAll(Lines.ArrayOf().ToArbitrary(), lines =>
        !DocumentText.Split(string.Join('\n', lines)).Succeeded(out var blocks)
        || Bare(DocumentText.Write(blocks)) == Bare(string.Join('\n', lines))).QuickCheckThrowOnFailure();

    [Fact]
    public void ArticlesAndChaptersAreFoundAndSentencesThatMentionThemAreNot()
    {
        var blocks = DocumentText.Split("管理规约\r\n第一章 总则\n第一条 依照\n第五条、第六条规定的办法。\n第二条 完").Value;
        blocks.ShouldBe(
        [
            new(BlockKind.Passage, "", "管理规约"), new(BlockKind.Chapter, "第一章", "总则"),
            new(BlockKind.Article, "第一条", "依照\n第五条、第六条规定的办法。"), new(BlockKind.Article, "第二条", "完"),
        ]);
    }

    [Fact]
    public void APlainListIsSplitByItsItems() =>
        DocumentText.Split("邻里公约\n一、轮流清扫\n二、不扰邻").Value.Select(block => block.Label).ShouldBe(["", "一、", "二、"]);

    [Theory]
    [InlineData(null, typeof(DocumentTextIsMissing))]
    [InlineData(" \n\t ", typeof(DocumentTextIsMissing))]
    [InlineData("没有条文的一段话", typeof(DocumentHasNoArticles))]
    [InlineData("第一条 甲\n第一条 乙", typeof(ArticleNumberRepeats))]
    [InlineData("第一条\n第二条 乙", typeof(ArticleIsEmpty))]
    public void WhatIsNoDocumentIsRefused(string? text, Type refusal) =>
        DocumentText.Split(text).Refusals.ShouldContain(found => found.GetType() == refusal);

    [Fact]
    public void TooMuchIsRefused()
    {
        DocumentText.Split("第一条 " + new string('甲', DocumentText.MostOfArticle + 1)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ArticleIsTooLong>();
        DocumentText.Split(string.Join('\n', Enumerable.Range(1, DocumentText.MostArticles + 1).Select(n => $"第{n}条 甲"))).Refusals
            .ShouldHaveSingleItem().ShouldBeOfType<DocumentHasTooManyArticles>();
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '：'));
}
