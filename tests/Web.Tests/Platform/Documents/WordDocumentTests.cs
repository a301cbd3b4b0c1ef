using System.IO.Compression;
using System.Xml.Linq;
using Linli.Web.Platform.Documents;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Documents;

public class WordDocumentTests
{
    [Fact]
    public void Every_part_is_well_formed_and_named_in_the_list_of_parts()
    {
        using var zip = new ZipArchive(new MemoryStream(Paper("标题 <&> \u0001\ud83d\ude00\ud800")));
        var parts = zip.Entries.ToDictionary(entry => entry.FullName, entry => XDocument.Load(entry.Open()));
        parts.Keys.ShouldContain("[Content_Types].xml");
        var named = parts["[Content_Types].xml"].Root!.Elements().Select(one => one.Attribute("PartName")?.Value).OfType<string>();
        named.ShouldBe(parts.Keys.Where(name => !name.EndsWith(".rels", StringComparison.Ordinal) && name != "[Content_Types].xml").Select(name => "/" + name), ignoreOrder: true);
        var text = parts["word/document.xml"].Root!.Value;
        text.ShouldContain("标题 <&> \ud83d\ude00");
        text.ShouldContain("张三");
    }

    [Fact]
    public void Styles_that_are_used_are_there()
    {
        using var zip = new ZipArchive(new MemoryStream(Paper("标题")));
        var document = XDocument.Load(zip.GetEntry("word/document.xml")!.Open());
        var styles = XDocument.Load(zip.GetEntry("word/styles.xml")!.Open());
        XNamespace w = document.Root!.Name.Namespace;
        var used = document.Descendants().Where(one => one.Name.LocalName is "pStyle" or "tblStyle").Select(one => one.Attribute(w + "val")!.Value).Distinct().ToList();
        used.ShouldNotBeEmpty();
        used.ShouldBeSubsetOf(styles.Descendants(w + "style").Select(one => one.Attribute(w + "styleId")!.Value));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Paper("标题").ShouldBe(Paper("标题"));

    private static byte[] Paper(string title)
    {
        using var paper = new WordDocument(title);
        return paper.Centered("编号").Heading("一、").Facts([("甲方", "张三")]).Paragraph("第一行\n第二行").Table(["一", "二"], [["a", "b"]], [1, 2]).Signatures([("甲", "年"), ("乙", "月"), ("丙", "日")]).Small("注").ToBytes();
    }
}
