using System.Text;
using Linli.Web.Registry.Exchange.Reading;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>Small files that would fill the machine: they are refused or cut while they are read, not afterwards.</summary>
public class BloatedFilesTests
{
    private const string Header = """<row r="1"><c t="inlineStr"><is><t>楼号</t></is></c><c t="inlineStr"><is><t>楼栋名称</t></is></c><c t="inlineStr"><is><t>单元数</t></is></c></row>""";

    private static string Told(byte[] content)
    {
        var parsed = WorkbookParser.Parse(new MemoryStream(content), "test");
        return parsed.IsRefused ? parsed.Refusals.Single().Code : $"{parsed.Value.Faults.Count} {parsed.Value.Sheets.Values.Max(sheet => sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(row => row.Values.Max(value => value?.Length ?? 0)))}";
    }

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    [Fact]
    public void Rows_that_cannot_be_read_count_as_rows() =>
        Told(RawWorkbook.Of("楼栋", Header + Many("<row><c><f/></c></row>", WorkbookParser.MostRows + 2))).ShouldBe("TooManyRows");

    [Fact]
    public void Joined_cells_are_told_and_not_a_million_times() =>
        Told(RawWorkbook.Of("楼栋", Header, after: $"<mergeCells>{Many("<mergeCell ref=\"A2:A9\"/>", 100_000)}</mergeCells>")).ShouldBe("200 0");

    [Fact]
    public void A_text_is_as_long_as_a_cell_can_hold() =>
        Told(RawWorkbook.Of("楼栋", Header + $"<row><c t=\"inlineStr\"><is><t>{Many("甲", 5_000_000)}</t></is></c></row><row><c t=\"str\"><v>{Many("乙", 5_000_000)}</v></c></row>")).ShouldBe("0 32767");

    [Fact]
    public void A_shared_text_that_a_hundred_thousand_cells_name_is_not_copied_for_each()
    {
        var text = $"<t>{Many("丙", 20_000)} </t>";
        Told(RawWorkbook.Of("楼栋", Header + Many("<row><c t=\"s\"><v>0</v></c></row>", 100_000), [text])).ShouldBe("TooManyRows");
    }

    // An XML reader keeps an attribute, a name or a comment whole.
    [Theory]
    [InlineData("<row spans=\"{0}\"/>")]
    [InlineData("<row r=\"2\"><c t=\"{0}\"/></row>")]
    [InlineData("<row r='2' s='\"{0}>'/>")]
    [InlineData("<?{0}?>")]
    [InlineData("<r{0}/>")]
    public void Markup_of_twenty_megabytes_is_damage_after_one(string row)
    {
        var content = RawWorkbook.Of("楼栋", Header + row.Replace("{0}", Many("a", 20_000_000), StringComparison.Ordinal));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Told(content).ShouldBe("WorkbookIsDamaged");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(16_000_000);
    }

    [Fact]
    public void Quotation_marks_in_texts_and_comments_begin_nothing()
    {
        var quoted = $"<row><c t=\"inlineStr\"><is><t>12\" {Many("甲", 200_000)}</t></is></c></row><!-- don't {Many("a", 200_000)} --><row><c t='inlineStr'><is><t>it's</t></is></c></row>";
        Told(RawWorkbook.Of("楼栋", Header + quoted)).ShouldBe("0 32767");
    }

    [Fact]
    public void More_shared_texts_than_cells_are_refused() =>
        Told(RawWorkbook.Of("楼栋", Header, [Many("</si><si>", 2_600_000)])).ShouldBe("WorkbookIsDamaged");
}
