using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>A real-sized compound: 1,504 dwellings, entered as a new clerk would, and the same file as the demo's own.</summary>
public class KangqiaoTests(LinliHostFixture host)
{
    private static byte[] File()
    {
        using var stream = Preset.Open("kangqiao.xlsx");
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [Fact]
    public async Task The_demo_is_what_its_file_says_and_importing_the_file_changes_nothing()
    {
        var app = await host.Demo();
        var code = await app.Scalar<string>("select code from registry.places where name = '康桥生活公园'");
        var outcome = await app.With<ImportRegistry, Outcome<ImportReport>>(import =>
            import.Execute(code!, new() { Content = File(), PreviewOnly = true }, app.Context(Actor.System), CancellationToken.None));
        outcome.Value.Faults.ShouldBeEmpty();
        outcome.Value.Sheets.Where(sheet => sheet.New + sheet.Changed > 0).ShouldBeEmpty();
        outcome.Value.Sheets.Single(sheet => sheet.Sheet == "Units").Unchanged.ShouldBe(1504);
    }

    [Fact]
    public async Task A_clerk_enters_it_through_the_pages_and_ten_faults_are_all_named()
    {
        await using var app = await host.New();
        var desk = await ImportDesk.Open(app, "康桥试录小区", community: true);
        using var clerk = await app.SignInAs(desk.Person);
        var address = $"/registry/compounds/{desk.Code}/import";
        var page = (await clerk.Get(address)).ShouldBe(HttpStatusCode.OK);
        (await clerk.Get($"{address}?handler=Template")).ShouldBe(HttpStatusCode.OK).Headers["Content-Type"].ShouldBe(WorkbookWriter.MediaType);

        var preview = (await Send(clerk, page, Planted())).ShouldBe(HttpStatusCode.OK);
        var told = preview.All("tbody tr").Select(row => string.Join('|', row.Children.Take(3).Select(cell => cell.TextContent.Trim()))).ToArray();
        string[] planted =
        [
            "楼栋|5|单元数", "房屋|11|产权面积", "房屋|21|用途", "房屋|31|楼号", "房屋|41|—", "业主|12|手机号", "业主|22|份额", "业主|32|取得日期", "居住人|13|房号", "居住人|23|与房屋的关系",
        ];
        planted.Except(told).ShouldBeEmpty();
        // Whoever owns or lives in the two dwellings whose numbers were spoiled is told to be nowhere; nothing else is wrong.
        told.Except(planted).ShouldAllBe(row => row.EndsWith("|房号", StringComparison.Ordinal));
        told.Length.ShouldBeLessThan(25);
        (await desk.Count("registry.units", "compound_id = $1")).ShouldBe(0);

        var marked = (await clerk.Submit(preview, "form[action*='Marked']")).ShouldBe(HttpStatusCode.OK);
        using (var copy = WorkbookReader.Open(new MemoryStream(marked.Body)).Value)
        {
            copy.Sheets[0].ShouldBe("错误清单");
            copy.Rows("错误清单", []).Count().ShouldBe(told.Length + 1);
            copy.Rows("房屋", []).Count().ShouldBe(1505);
        }

        var ready = await Send(clerk, preview, File());
        ready.All("tbody tr").Count.ShouldBe(5);
        (await clerk.Submit(ready, "form[action*='Confirm']")).ShouldBe(HttpStatusCode.Found).Location.ShouldBe($"/registry/compounds/{desk.Code}");
        (await desk.Count("registry.units", "compound_id = $1")).ShouldBe(1504);
        (await desk.Count("registry.ownerships", "unit_id in $units")).ShouldBe(1834);
        (await desk.Count("registry.residencies", "unit_id in $units")).ShouldBe(3033);
        (await app.Count("registry.exchange_uploads")).ShouldBe(1);
        (await clerk.Submit(ready, "form[action*='Confirm']")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("上传的文件已过期");
    }

    private static Task<Answer> Send(Visitor clerk, Answer page, byte[] workbook) =>
        clerk.Submit(page, "form[enctype]", [], [("file", new FilePart("康桥.xlsx", WorkbookWriter.MediaType, workbook))]);

    // One wrong cell in each of ten rows.
    private static byte[] Planted()
    {
        var workbook = new TestWorkbook();
        using var reader = WorkbookReader.Open(new MemoryStream(File())).Value;
        foreach (var sheet in reader.Sheets)
        {
            var rows = reader.Rows(sheet, []).ToDictionary(row => row.Number, row => row.Cells.Select(cell => cell.Text).Concat(Enumerable.Repeat("", 11)).Take(11).ToArray());
            void Wrong(string on, int row, int column, string text)
            {
                if (on == sheet)
                {
                    rows[row][column] = text;
                }
            }

            Wrong("楼栋", 5, 2, "三个");
            Wrong("房屋", 11, 5, "九十");
            Wrong("房屋", 21, 3, "别墅");
            Wrong("房屋", 31, 0, "99");
            Wrong("房屋", 41, 2, rows.GetValueOrDefault(40)?[2] ?? "");
            Wrong("业主", 12, 5, "1990000");
            Wrong("业主", 22, 7, "3/2");
            Wrong("业主", 32, 8, "2008年13月1日");
            Wrong("居住人", 13, 2, "9999");
            Wrong("居住人", 23, 6, "朋友");
            workbook.And(sheet, string.Join('|', rows[1]), [.. rows.Where(row => row.Key > 1).Select(row => string.Join('|', row.Value))]);
        }

        return workbook.Bytes();
    }
}
