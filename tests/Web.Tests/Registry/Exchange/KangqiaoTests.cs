using System.Net;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry;
using Linli.Web.Registry.Divisions;
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
    public async Task A_new_clerk_enters_it_through_the_pages_and_ten_faults_are_all_named()
    {
        await using var app = await host.New();
        using var clerk = await NewClerk(app);
        // The compound itself is the first thing to be registered.
        var form = (await clerk.Get($"/registry/places/{Community}/add-compound")).ShouldBe(HttpStatusCode.OK);
        (await clerk.Submit(form, "form[data-once]", ("Input.Name", "康桥生活公园"), ("Input.Type", "PropertyManaged"))).ShouldBe(HttpStatusCode.Found);
        var code = (await app.Scalar<string>("select code from registry.places where name = '康桥生活公园'"))!;
        var address = $"/registry/compounds/{code}/import";
        var page = (await clerk.Get(address)).ShouldBe(HttpStatusCode.OK);
        var template = (await clerk.Get($"{address}?handler=Template")).ShouldBe(HttpStatusCode.OK);
        template.Headers["Content-Type"].ShouldBe(WorkbookWriter.MediaType);

        var preview = (await Send(clerk, page, Filled(template.Body, planted: true))).ShouldBe(HttpStatusCode.OK);
        var told = preview.All("tbody tr").Select(row => string.Join('|', row.Children.Take(3).Select(cell => cell.TextContent.Trim()))).ToArray();
        string[] planted =
        [
            "楼栋|5|单元数", "房屋|11|产权面积", "房屋|21|用途", "房屋|31|楼号", "房屋|41|—", "业主|12|手机号", "业主|22|份额", "业主|32|取得日期", "居住人|13|房号", "居住人|23|与房屋的关系",
        ];
        planted.Except(told).ShouldBeEmpty();
        preview.All("tbody tr .c-title").ShouldAllBe(reason => reason.TextContent.Trim().Length > 5);
        // Whoever owns or lives in the two dwellings whose numbers were spoiled is told to be nowhere; nothing else is wrong.
        told.Except(planted).ShouldAllBe(row => row.EndsWith("|房号", StringComparison.Ordinal));
        told.Length.ShouldBeLessThan(25);
        (await app.Count("registry.units")).ShouldBe(0);
        (await app.Count("registry.organisations", "name like '康桥%'")).ShouldBe(0);

        // The marked copy is put right and sent back.
        var marked = (await clerk.Submit(preview, "form[action*='Marked']")).ShouldBe(HttpStatusCode.OK);
        using (var copy = WorkbookReader.Open(new MemoryStream(marked.Body)).Value)
        {
            copy.Sheets[0].ShouldBe("错误清单");
            copy.Rows("错误清单", []).Count().ShouldBe(told.Length + 1);
            copy.Rows("房屋", []).Count().ShouldBe(1505);
        }

        var ready = await Send(clerk, preview, Corrected(marked.Body));
        ready.All("tbody tr").Count.ShouldBe(8);
        (await clerk.Submit(ready, "form[action*='Confirm']")).ShouldBe(HttpStatusCode.Found).Location.ShouldBe($"/registry/compounds/{code}");
        (await app.Count("registry.units")).ShouldBe(1504);
        (await app.Count("registry.ownerships")).ShouldBe(1834);
        (await app.Count("registry.residencies")).ShouldBe(3033);
        (await app.Count("registry.services")).ShouldBe(1);
        (await app.Count("registry.posts", "kind = 'committee-member'")).ShouldBe(4);
        (await app.Count("grid.double_registrations")).ShouldBe(24);
        (await clerk.Get($"/registry/compounds/{code}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("24栋");
        (await clerk.Submit(ready, "form[action*='Confirm']")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("上传的文件已过期");
        // Sent once more, it has nothing to say.
        (await Send(clerk, page, Filled(template.Body, planted: false))).ShouldBe(HttpStatusCode.OK).All("form[action*='Confirm']").ShouldBeEmpty();
    }

    private const string Community = "500118001009";

    // An empty installation: the table of divisions is imported, and somebody is community worker.
    private static async Task<Visitor> NewClerk(TestApp app)
    {
        const string Divisions = "code,name,level,parent,previous_code\n50,重庆市,1,,\n5001,市辖区,2,50,\n500118,永川区,3,5001,\n500118001,中山路街道,4,500118,\n500118001009,棠城社区居民委员会,5,500118001,\n";
        var file = new DivisionFile("divisions.csv", Encoding.UTF8.GetBytes(Divisions));
        var imported = await app.With<ImportDivisions, Outcome<DivisionImport>>(import => import.Execute(new() { Files = [file] }, app.Context(Actor.System), CancellationToken.None));
        imported.Value.Faults.ShouldBeEmpty();
        var person = await app.World.Person();
        await app.World.Post(person, PostKinds.CommunityWorker.Code, await app.Scalar<Guid>("select id from registry.places where code = $1", Community));
        return await app.SignInAs(person);
    }

    private static Task<Answer> Send(Visitor clerk, Answer page, byte[] workbook) =>
        clerk.Submit(page, "form[enctype]", [], [("file", new FilePart("康桥.xlsx", WorkbookWriter.MediaType, workbook))]);

    private static Dictionary<int, string[]> Rows(WorkbookReader reader, string sheet) =>
        reader.Rows(sheet, []).ToDictionary(row => row.Number, row => row.Cells.Select(cell => cell.Text).Concat(Enumerable.Repeat("", 11)).Take(11).ToArray());

    // Nobody has agreed to be marked in an empty installation.
    private static Dictionary<int, string[]> Unmarked(WorkbookReader reader, string sheet)
    {
        var rows = Rows(reader, sheet);
        foreach (var row in rows.Where(row => sheet is "业主" or "居住人" && row.Key > 1).Select(row => row.Value))
        {
            row[sheet == "业主" ? 10 : 9] = string.Empty;
        }

        return rows;
    }

    // The clerk's template with the rows that 康桥 has; one wrong cell in each of ten rows.
    private static byte[] Filled(byte[] template, bool planted)
    {
        var workbook = new TestWorkbook();
        using var empty = WorkbookReader.Open(new MemoryStream(template)).Value;
        using var reader = WorkbookReader.Open(new MemoryStream(File())).Value;
        foreach (var sheet in empty.Sheets)
        {
            var rows = sheet == "说明" ? Rows(empty, sheet) : Unmarked(reader, sheet);
            void Wrong(string on, int row, int column, string text)
            {
                if (planted && on == sheet)
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
            var header = Rows(empty, sheet)[1];
            workbook.And(sheet, string.Join('|', header), [.. rows.Where(row => row.Key > 1).OrderBy(row => row.Key).Select(row => string.Join('|', row.Value))]);
        }

        return workbook.Bytes();
    }

    // As a clerk would: each marked cell gets what should have stood there.
    private static byte[] Corrected(byte[] marked)
    {
        var workbook = new TestWorkbook();
        using var copy = WorkbookReader.Open(new MemoryStream(marked)).Value;
        using var right = WorkbookReader.Open(new MemoryStream(File())).Value;
        foreach (var sheet in copy.Sheets.Skip(1))
        {
            var (wrong, good) = (Rows(copy, sheet), Unmarked(right, sheet));
            wrong.Keys.Order().ShouldBe(good.Keys.Order());
            workbook.And(sheet, string.Join('|', wrong[1]), [.. wrong.Where(row => row.Key > 1).OrderBy(row => row.Key)
                .Select(row => string.Join('|', row.Value.Select((cell, at) => cell == good[row.Key][at] ? cell : good[row.Key][at])))]);
        }

        return workbook.Bytes();
    }
}
