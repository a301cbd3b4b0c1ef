using System.IO.Compression;
using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

public class ExportTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly string[] Kinds = ["住宅", "商铺", "车位", "储藏间"];
    private static readonly string[] Relations = ["业主本人", "家庭成员", "租户"];

    /// <summary>A compound as chance has it: buildings with and without entrances, co-owners, children without a number, companies, posts.</summary>
    private TestWorkbook Any(Random dice, string name)
    {
        var (buildings, units, owners, residents, registered) = (new List<string>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
        for (var building = 1; building <= dice.Next(1, 5); building++)
        {
            var entrances = dice.Next(0, 4);
            buildings.Add($"{building}|{(dice.Next(3) == 0 ? $"名楼{building}" : "")}|{(entrances == 0 ? "" : entrances)}");
            for (var unit = 1; unit <= dice.Next(1, 6); unit++)
            {
                var address = $"{building}|{(entrances == 0 ? "" : dice.Next(1, entrances + 1))}|{unit}0{unit}";
                units.Add($"{address}|{Kinds[dice.Next(4)]}|{(dice.Next(2) == 0 ? "" : unit)}|{dice.Next(1, 30000) / 100m}||{(dice.Next(3) == 0 ? "" : "77.7")}|已交付");
                var shares = dice.Next(1, 4);
                for (var owner = 1; owner <= shares; owner++)
                {
                    var phone = dice.Next(2) == 0 ? App.World.Phone() : "";
                    var person = $"测{name}{building}{unit}{owner}";
                    var member = dice.Next(4) == 0;
                    owners.Add($"{address}||{person}|{phone}||1/{shares}|20{dice.Next(10, 26)}-0{dice.Next(1, 10)}-11||");
                    if (member && dice.Next(3) > 0)
                    {
                        registered.Add($"{address}|{person}|{phone}||示例单位{dice.Next(9)}|{(dice.Next(2) == 0 ? "" : "=法律")}||{(dice.Next(2) == 0 ? "" : dice.Next(745))}|");
                    }

                    residents.Add($"{address}|{person}|{phone}||{Relations[dice.Next(3)]}|2020-02-02||");
                }
            }
        }

        return TestWorkbook.With("楼栋", ImportDesk.Buildings, [.. buildings]).And("房屋", ImportDesk.Units, [.. units]).And("业主", ImportDesk.Owners, [.. owners])
            .And("居住人", ImportDesk.Residents, [.. residents])
            .And("企业和组织", ImportDesk.Organisations, $"{name}物业公司||物业服务企业||", $"{name}业委会|{name}业委|业主委员会||")
            .And("党员报到", ImportDesk.Registrations, [.. registered])
            .And("合同", ImportDesk.Contracts, $"{name}物业公司|=1+1|2025-01-01||{dice.Next(1, 500) / 100m}")
            .And("任职", ImportDesk.Posts, $"{name}业委会|业委会委员|测{name}111|||2025-01-01||选举|是", $"{name}物业公司|维修工|@测师傅|||2025-01-01|2099-12-31");
    }

    [Fact]
    public async Task What_is_exported_and_imported_again_changes_nothing()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var desk = await ImportDesk.Open(App, $"往返{seed}号");
            var report = await desk.Import(Any(new Random(seed), $"往返{seed}"));
            report.Faults.ShouldBeEmpty();
            var rows = report.Rows;
            using var api = await App.ApiAs(desk.Person);
            var exported = (await api.Get($"/api/v1/registry/compounds/{desk.Code}/export")).ShouldBe(HttpStatusCode.OK).Body;
            var again = (await desk.Send(exported)).Value;
            again.Faults.ShouldBeEmpty();
            again.ChangesNothing.ShouldBeTrue();
            // The clerk's own office and post stand in it too.
            again.Rows.ShouldBe(rows + 2);
        }
    }

    [Fact]
    public async Task Numbers_leave_whole_only_from_the_post_that_may_and_for_a_reason_and_each_is_logged()
    {
        var desk = await ImportDesk.Open(App, "号码导出小区", PostKinds.SubdistrictHousingClerk);
        var (phone, other) = (App.World.Phone(), App.World.Phone());
        await desk.Import(ImportDesk.Small().And("业主", ImportDesk.Owners, $"1|1|101||测试号码甲|{phone}||1/2|2016-06-30||", $"1|1|101||测试号码乙|{other}||1/2|2016-06-30||"));
        using var clerk = await App.ApiAs(desk.Person);
        var address = $"/api/v1/registry/compounds/{desk.Code}/export";
        Text((await clerk.Get(address)).ShouldBe(HttpStatusCode.OK).Body).ShouldNotContain(phone);
        (await clerk.Post(address, new { reason = "看" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("ReasonIsTooShort");
        (await clerk.Post(address, new { })).Problem.ShouldBe("TextIsMissing");
        (await App.Count("registry.unmaskings", "by_person = $1", desk.Person)).ShouldBe(0);

        var text = Text((await clerk.Post(address, new { reason = "核对业主大会名册" })).ShouldBe(HttpStatusCode.OK).Body);
        text.ShouldContain(phone);
        text.ShouldContain(other);
        text.ShouldContain("核对业主大会名册");
        (await App.Count("registry.unmaskings", "by_person = $1 and field = 'PhoneNumber' and reason = '核对业主大会名册'", desk.Person)).ShouldBe(2);
        (await App.Count("platform.audit_entries", "process = 'ExportCompound' and reason = '核对业主大会名册' and subject_id = $1", desk.Compound)).ShouldBe(1);

        var worker = await App.World.Person();
        await App.World.Post(worker, PostKinds.CommunityWorker.Code, desk.Compound);
        using var community = await App.ApiAs(worker);
        (await community.Post(address, new { reason = "核对业主大会名册" })).ShouldBe(HttpStatusCode.Forbidden);
        var elsewhere = await ImportDesk.Open(App, "别处号码小区", PostKinds.SubdistrictHousingClerk);
        using var foreign = await App.ApiAs(elsewhere.Person);
        (await foreign.Post(address, new { reason = "核对业主大会名册" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_leave_as_they_are_filtered_and_no_cell_is_a_formula()
    {
        var desk = await ImportDesk.Open(App, "清单小区");
        await desk.Import(ImportDesk.Small().And("企业和组织", ImportDesk.Organisations, "=HYPERLINK(1)公司||物业服务企业||", "测试清单业委会||业主委员会||"));
        using var api = await App.ApiAs(desk.Person);
        async Task<List<string>> Lines(string address)
        {
            using var reader = WorkbookReader.Open(new MemoryStream((await api.Get($"/api/v1/registry{address}")).ShouldBe(HttpStatusCode.OK).Body)).Value;
            var rows = reader.Rows(reader.Sheets[0], []).ToList();
            rows.ShouldAllBe(row => row.Cells.All(cell => cell.Kind != CellKind.Formula));
            return [.. rows.Skip(2).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))];
        }

        (await Lines($"/compounds/{desk.Code}/units/export")).ShouldBe(["1栋1单元101|住宅|1|96.35|已交付|0", "1栋2单元201|住宅|2|88|已交付|0", "A3栋5|商铺||58.2|未售|0"]);
        (await Lines($"/compounds/{desk.Code}/units/export?place={desk.Code}-A3")).ShouldBe(["A3栋5|商铺||58.2|未售|0"]);
        (await Lines("/organisations/export?kind=PropertyCompany")).ShouldBe(["=HYPERLINK(1)公司|物业服务企业|清单小区"]);
        (await Lines($"/places/{desk.Code}/compounds/export")).Single().ShouldStartWith("清单小区|");
        (await api.Get("/api/v1/tickets/export?tab=All")).ShouldBe(HttpStatusCode.OK);
    }

    private static string Text(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
