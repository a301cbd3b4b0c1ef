using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>The sheet 党员报到: by person and compound, for those who keep registrations.</summary>
public class RegistrationsSheetTests(EmptyHost host) : EmptyHostTests(host)
{
    private static TestWorkbook Household(params string[] registrations) => ImportDesk.Small()
        .And("业主", ImportDesk.Owners, "1|1|101||测试党员甲|||1/2|2016-06-30||", "1|1|101||测试业主乙|||1/2|2016-06-30||")
        .And("居住人", ImportDesk.Residents, "1|2|201|测试党员丙|||租户|2020-02-02||", "1|2|201|测试党员丙丁|||租户|2020-02-02|2021-02-02|")
        .And("党员报到", ImportDesk.Registrations, registrations);

    private static Task<long> Count(ImportDesk desk, string where) => desk.App.Count(
        "grid.double_registrations r join registry.people p on p.id = r.person_id", $"r.compound_id = $1 and {where}", desk.Compound);

    [Fact]
    public async Task Members_of_the_same_file_are_registered_once_and_what_differs_is_updated()
    {
        var desk = await ImportDesk.Open(App, "报到小区");
        var workbook = Household("1|1|101|测试党员甲|||示例中学|法律|矛盾调解|4|2025-07-01", "1|2|201|测试党员丙|||示例医院||||");
        var report = await desk.Import(workbook);
        report.Faults.ShouldBeEmpty();
        report.Sheets.Single(sheet => sheet.Sheet == "Registrations").New.ShouldBe(2);
        (await Count(desk, "p.name = '测试党员甲' and work_unit = '示例中学' and skills = '法律' and services = '矛盾调解' and hours_a_month = 4 and registered_on = '2025-07-01'")).ShouldBe(1);
        (await Count(desk, "p.name = '测试党员丙' and ended_on is null")).ShouldBe(1);
        (await desk.Import(workbook)).ChangesNothing.ShouldBeTrue();

        var changed = await desk.Import(TestWorkbook.With("党员报到", ImportDesk.Registrations, "1|1|101|测试党员甲|||示例大学||||", "1|2|201|测试党员丙|||示例医院||||"));
        (changed.Sheets.Single().Changed, changed.Sheets.Single().Unchanged).ShouldBe((1, 1));
        (await Count(desk, "work_unit = '示例大学' and skills = '法律' and hours_a_month = 4 and registered_on = '2025-07-01'")).ShouldBe(1);
        (await Count(desk, "true")).ShouldBe(2);
    }

    [Fact]
    public async Task What_has_ended_comes_back_by_a_later_day_only()
    {
        var desk = await ImportDesk.Open(App, "报到终止小区");
        await desk.Import(Household("1|1|101|测试党员甲|||示例中学||||2024-07-01"));
        await App.Execute("update grid.double_registrations set ended_on = '2025-01-31' where compound_id = $1", desk.Compound);
        (await desk.Import(Household("1|1|101|测试党员甲|||示例中学||||2024-07-01"))).ChangesNothing.ShouldBeTrue();
        (await Count(desk, "ended_on is not null")).ShouldBe(1);
        (await desk.Import(Household("1|1|101|测试党员甲|||示例中学||||2025-03-01"))).Imported.ShouldBeTrue();
        (await Count(desk, "ended_on is null and registered_on = '2025-03-01'")).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_are_named_and_nothing_is_registered()
    {
        var desk = await ImportDesk.Open(App, "报到错误小区");
        (await desk.Faults(Household(
            "1|1|101|测试业主乙|||示例中学||||", "1|1|101|查无此人|||示例中学||||", "1|1|101|测试党员甲||||||||", "1|1|101|测试党员甲|||示例中学|||745|",
            "1|1|101|测试党员甲|||示例中学||||去年", "1|1|999|测试党员甲|||示例中学||||", "1|2|201|测试党员丙|||示例医院||||", "1|2|201|测试党员丙|||示例医院||||",
            "1|2|201|测试党员丙丁|||示例医院||||"))).ShouldBe(
        [
            "Registrations 3 Name NobodyOfThatNameLivesThere", "Registrations 4 WorkUnit CellIsEmpty",
            "Registrations 5 HoursAMonth HoursAMonthAreOutOfRange", "Registrations 6 RegisteredOn DayIsNotUnderstood", "Registrations 7 Unit UnitIsNotKnown",
            "Registrations 9  RowIsThereTwice", "Registrations 10 Name NobodyOfThatNameLivesThere",
        ]);
        (await Count(desk, "true")).ShouldBe(0);
        (await desk.Count("registry.units", "compound_id = $1")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_took_back_to_be_known_as_a_member_is_not_registered_by_an_old_file()
    {
        var desk = await ImportDesk.Open(App, "报到撤回小区");
        var workbook = Household("1|1|101|测试党员甲|||示例中学||||");
        (await desk.Import(workbook)).Faults.ShouldBeEmpty();
        var member = await App.Scalar<Guid>("select person_id from grid.double_registrations where compound_id = $1", desk.Compound);
        using var own = await App.ApiAs(member);
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await Count(desk, "ended_on is not null")).ShouldBe(1);
        (await desk.Faults(workbook)).ShouldBe(["Registrations 2  MemberTookItBack"]);
        (await Count(desk, "ended_on is null")).ShouldBe(0);
    }

    [Fact]
    public async Task Whose_own_row_is_faulty_is_not_told_to_be_missing()
    {
        var desk = await ImportDesk.Open(App, "报到连带小区");
        (await desk.Faults(ImportDesk.Small().And("业主", ImportDesk.Owners, "1|1|101||测试党员甲|123|||2016-06-30||")
            .And("党员报到", ImportDesk.Registrations, "1|1|101|测试党员甲|||示例中学||||"))).ShouldBe(["Owners 2 PhoneNumber PhoneNumberIsNotAMobileNumber"]);
    }

    [Fact]
    public async Task Who_does_not_keep_registrations_is_neither_handed_the_sheet_nor_told_who_registered()
    {
        var worker = await ImportDesk.Open(App, "报到权限小区");
        await worker.Import(Household("1|1|101|测试党员甲|||示例秘密单位||||"));
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.SubdistrictHousingClerk.Code, worker.Compound);
        var clerk = worker with { Person = person };
        (await clerk.Faults(TestWorkbook.With("党员报到", ImportDesk.Registrations, "1|1|101|测试党员甲|||示例中学||||", "1|1|101|查无此人|||示例中学||||")))
            .ShouldBe(["Registrations 0  RegistrationsAreKeptByOthers"]);

        var address = $"/api/v1/registry/compounds/{worker.Code}";
        using var clerkApi = await App.ApiAs(clerk.Person);
        Sheets(await clerkApi.Get($"{address}/import/template")).ShouldNotContain("党员报到");
        Sheets(await clerkApi.Get($"{address}/export")).ShouldNotContain("党员报到");
        using var workerApi = await App.ApiAs(worker.Person);
        Sheets(await workerApi.Get($"{address}/import/template")).ShouldContain("党员报到");
        var exported = (await workerApi.Get($"{address}/export")).ShouldBe(HttpStatusCode.OK).Body;
        using (var reader = WorkbookReader.Open(new MemoryStream(exported)).Value)
        {
            string.Join('|', reader.Rows("党员报到", []).Last().Cells.Select(cell => cell.Text)).ShouldStartWith("1|1|101|测试党员甲|||示例秘密单位|");
        }

        var again = (await worker.Send(exported)).Value;
        again.Faults.ShouldBeEmpty();
        again.ChangesNothing.ShouldBeTrue();
    }

    private static IReadOnlyList<string> Sheets(Answer answer)
    {
        using var reader = WorkbookReader.Open(new MemoryStream(answer.ShouldBe(HttpStatusCode.OK).Body)).Value;
        return reader.Sheets;
    }
}
