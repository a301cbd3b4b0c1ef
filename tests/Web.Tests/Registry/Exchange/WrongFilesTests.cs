using System.IO.Compression;
using System.Text;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

public class WrongFilesTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Header = """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>""";
    private static readonly string[] Headers = ["<t>楼号</t>", "<r><t>楼栋</t></r><r><t>名称</t></r><rPh sb=\"0\" eb=\"1\"><t>louhao</t></rPh>", "<t> 单 元 数（必填）</t>"];

    private static byte[] Buildings(string rows, string after = "", params (string, string)[] parts) => RawWorkbook.Of("楼栋", Header + rows, Headers, after, parts);

    private async Task<string> Refusal(byte[] content)
    {
        var desk = await ImportDesk.Open(App, $"坏文件{Guid.NewGuid():N}"[..12]);
        return (await desk.Send(content)).Refusals.Single().Code;
    }

    private async Task<string[]> Faults(byte[] content)
    {
        var desk = await ImportDesk.Open(App, $"坏格{Guid.NewGuid():N}"[..12]);
        return [.. (await desk.Send(content, preview: true)).Value.Faults.Select(fault => $"{fault.Row} {fault.Column} {fault.Refusal.Code}")];
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_in_words()
    {
        (await Refusal(Encoding.UTF8.GetBytes("楼号,楼栋名称\n1,一栋\n"))).ShouldBe("WorkbookIsNotXlsx");
        (await Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ShouldBe("WorkbookIsOldOrProtected");
        (await Refusal(new byte[WorkbookPackage.LargestFile + 1])).ShouldBe("WorkbookIsTooLarge");
        (await Refusal(Buildings("")[..200])).ShouldBe("WorkbookIsDamaged");
        (await Refusal(Buildings("<row r=\"2\"><c r=\"A2\"><v>1</v></row>"))).ShouldBe("WorkbookIsDamaged");
        (await Refusal(Buildings("", "", ("xl/vbaProject.bin", "x")))).ShouldBe("WorkbookHasMacros");
        (await Refusal(Zip(("document.xml", "<x/>")))).ShouldBe("WorkbookIsNotXlsx");
        (await Refusal(RawWorkbook.Of("Sheet1", Header, Headers))).ShouldBe("NoSheetIsKnown");
    }

    [Fact]
    public async Task What_unpacks_to_more_than_any_register_is_not_unpacked()
    {
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/workbook.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 450; i++)
            {
                await part.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        (await Refusal(bomb.ToArray())).ShouldBe("WorkbookUnpacksTooLarge");
    }

    [Fact]
    public async Task Entities_that_grow_are_not_read() =>
        (await Refusal(Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>")))).ShouldBe("WorkbookIsDamaged");

    [Fact]
    public async Task Cells_that_cannot_be_used_are_named()
    {
        (await Faults(Buildings(
            """<row r="2"><c r="A2" t="inlineStr"><is><t>1</t></is></c><c r="C2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>""",
            """<mergeCells><mergeCell ref="B4:B9"/></mergeCells>"""))).ShouldBe(["0  CellsAreJoined", "2 Entrances CellIsAFormula", "3 Number CellIsAnError"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_title_above_the_header_numbers_as_texts_and_texts_as_numbers_do_no_harm()
    {
        var desk = await ImportDesk.Open(App, "宽容小区");
        var rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>某某小区楼栋表</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="inlineStr"><is><t>备注</t></is></c></row>
            <row r="4"><c r="A4"><v>7</v></c><c r="C4" t="inlineStr"><is><t>　２ </t></is></c><c r="D4" t="inlineStr"><is><t>老楼</t></is></c></row>
            <row><c t="inlineStr"><is><t> 8 号楼 </t></is></c></row>
            <row r="9"><c r="D9" t="inlineStr"><is><t>合计</t></is></c></row>
            """;
        var report = (await desk.Send(RawWorkbook.Of(" 楼栋 ", rows, Headers))).Value;
        report.Faults.ShouldBeEmpty();
        report.PassedOver.ShouldBe([" 楼栋  · 备注"]);
        report.Sheets.Single().New.ShouldBe(2);
        (await App.Count("registry.places", "parent_id = $1 and name in ('7栋', '8栋')", desk.Compound)).ShouldBe(2);
    }

    [Fact]
    public async Task Days_are_read_from_texts_from_formatted_cells_and_from_the_bare_count()
    {
        var desk = await ImportDesk.Open(App, "日期小区");
        await desk.Import(ImportDesk.Small());
        string[] headers = ["<t>楼号</t>", "<t>单元</t>", "<t>房号</t>", "<t>姓名或单位名称</t>", "<t>取得日期</t>", "<t>身份证号</t>"];
        string Row(int row, string name, string day, string more = "") =>
            $"""<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"><v>1</v></c><c r="C{row}"><v>101</v></c><c r="D{row}" t="inlineStr"><is><t>{name}</t></is></c>{day}{more}</row>""";
        string Sheet(params string[] rows) =>
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>""" + string.Concat(rows);
        foreach (var day in new[] { "<c r=\"E2\" s=\"1\"><v>42551</v></c>", "<c r=\"E2\" s=\"2\"><v>42551.5</v></c>", "<c r=\"E2\"><v>42551</v></c>", "<c r=\"E2\"><v>20160630</v></c>" })
        {
            (await desk.Send(RawWorkbook.Of("业主", Sheet(Row(2, "测试日期", day)), headers))).Value.Faults.ShouldBeEmpty();
        }

        (await desk.Count("registry.ownerships", "unit_id in $units and since = '2016-06-30'")).ShouldBe(1);
        var lost = Sheet(Row(2, "测试日期", "<c r=\"E2\" s=\"1\"><v>42551</v></c>", "<c r=\"F2\"><v>5.1010119900101E+17</v></c>"));
        (await desk.Send(RawWorkbook.Of("业主", lost, headers))).Value.Faults.Single().Refusal.Code.ShouldBe("NumberLostItsDigits");
    }

    [Fact]
    public async Task A_workbook_made_for_another_compound_is_refused()
    {
        var (one, other) = (await ImportDesk.Open(App, "一号小区"), await ImportDesk.Open(App, "二号小区"));
        var api = await App.ApiAs(one.Person);
        var template = (await api.Get($"/api/v1/registry/compounds/{one.Code}/import/template")).ShouldBe(System.Net.HttpStatusCode.OK).Body;
        (await other.Send(template)).Refusals.Single().Code.ShouldBe("WorkbookIsForAnotherCompound");
        (await one.Send(template)).Value.ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_column_is_told_once_and_not_in_every_row()
    {
        var desk = await ImportDesk.Open(App, "缺列小区");
        (await desk.Faults(TestWorkbook.With("楼栋", ImportDesk.Buildings, "1||1").And("房屋", "楼号|单元|房号|产权面积|交付状态", "1|1|101|90|已交付", "1|1|102|90|已交付")
            .And("业主", ImportDesk.Owners, "1|1|101||测试甲||||2016-06-30||"))).ShouldBe(["Units 0 Kind HeaderIsMissing"]);
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
