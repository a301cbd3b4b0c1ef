using Linli.Domain.Registry;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

public class ImportRegistryTests(EmptyHost host) : EmptyHostTests(host)
{
    private static TestWorkbook Household(string owner = "1|1|101||测试业主甲|||1/2|2016-06-30||") => ImportDesk.Small()
        .And("业主", ImportDesk.Owners, owner, "1|1|101|个人|测试业主乙|||50%|2016/6/30||")
        .And("居住人", ImportDesk.Residents, "1|1|101|测试业主乙|||业主本人|2016年9月1日||", "1|1|101|测试孩子|||家庭成员|20160901||");

    [Fact]
    public async Task A_compound_is_registered_and_the_same_file_a_second_time_changes_nothing()
    {
        var desk = await ImportDesk.Open(App, "导入小区");
        var phone = App.World.Phone();
        var workbook = Household($"1|1|101||测试业主甲|{phone}||1/2|2016-06-30||");
        var report = await desk.Import(workbook);
        report.Faults.ShouldBeEmpty();
        report.Imported.ShouldBeTrue();
        (await desk.Count("registry.units", "compound_id = $1")).ShouldBe(3);
        (await App.Scalar<string>("select label from registry.units where compound_id = $1 and code like '%-1-2-201'", desk.Compound)).ShouldBe("1栋2单元201");
        (await App.Scalar<long>("select contract_area from registry.units where compound_id = $1 and number = '201'", desk.Compound)).ShouldBe(9050);
        (await desk.Count("registry.ownerships", "unit_id in $units and share_numerator = 1 and share_denominator = 2 and since = '2016-06-30'")).ShouldBe(2);
        // The owner who lives there is one person, not two.
        (await desk.Count("registry.residencies r join registry.ownerships o using (unit_id, person_id)", "unit_id in $units")).ShouldBe(1);
        (await App.Count("registry.people", "not party_member and name = '测试业主甲' and phone_masked = $1", $"{phone[..3]}****{phone[^4..]}")).ShouldBe(1);
        (await App.Count("platform.audit_entries", "process = 'ImportRegistry' and subject_id = $1", desk.Compound)).ShouldBe(1);

        var again = await desk.Import(workbook);
        again.ChangesNothing.ShouldBeTrue();
        again.Sheets.Sum(sheet => sheet.Unchanged).ShouldBe(9);
        (await App.Count("platform.audit_entries", "process = 'ImportRegistry' and subject_id = $1", desk.Compound)).ShouldBe(1);
    }

    [Fact]
    public async Task What_differs_is_updated_by_its_key_and_an_empty_cell_leaves_what_is_registered()
    {
        var desk = await ImportDesk.Open(App, "更新小区");
        await desk.Import(Household());
        var phone = App.World.Phone();
        var changed = TestWorkbook.With("楼栋", ImportDesk.Buildings, "1|乐园|3")
            .And("房屋", ImportDesk.Units, "1|2|201|住宅|2|89.01|||已交付")
            .And("业主", ImportDesk.Owners, $"1|1|101||测试业主乙|{phone}||1/3|2016-06-30||");
        var report = await desk.Import(changed);
        report.Faults.ShouldBeEmpty();
        report.Sheets.Select(sheet => sheet.Changed).ShouldBe([1, 1, 1]);
        (await App.Scalar<string>("select label from registry.units where compound_id = $1 and number = '201'", desk.Compound)).ShouldBe("乐园2单元201");
        (await App.Scalar<long>("select contract_area from registry.units where compound_id = $1 and number = '201'", desk.Compound)).ShouldBe(9050);
        (await App.Scalar<long>("select registered_area from registry.units where compound_id = $1 and number = '201'", desk.Compound)).ShouldBe(8901);
        (await App.Count("registry.places", "path like (select path || '_%/_%/' from registry.places where id = $1) and kind = 'Entrance'", desk.Compound)).ShouldBe(3);
        // The number was missing and is known now; it is still the same person.
        (await desk.Count("registry.ownerships", "unit_id in $units")).ShouldBe(2);
        (await App.Count("registry.people", "name = '测试业主乙' and phone_index is not null and id in (select person_id from registry.residencies)")).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task One_fault_and_nothing_is_registered_but_every_fault_is_named()
    {
        var desk = await ImportDesk.Open(App, "错误小区");
        var faults = await desk.Faults(TestWorkbook.With("楼栋", ImportDesk.Buildings, "1||2", "1||2", "2||两个")
            .And("房屋", ImportDesk.Units,
                "1|1|101|住宅|1|96.355|||已交付", "1|3|102|住宅|1|90|||已交付", "9||103|住宅|1|90|||已交付", "1|1|104|别墅|1|90|||已交付",
                "1||105|住宅|1|90|||已交付", "1|1|106|住宅|1||||已交付", "2|1|107|住宅|1|90|||已交付", "1|1||住宅|1|90|||已交付")
            .And("业主", ImportDesk.Owners,
                "1|1|101||测试甲|12345|||2016-06-30||", "1|1|101||测试乙||51010119900101123X||2016-06-30||", "1|1|101||测试丙|||3/2|2016-06-30||",
                "1|1|101||测试丁||||三月五日||", "1|1|888||测试戊||||2016-06-30||", "1|1|101|单位|没登记的公司||||2016-06-30||"));
        faults.ShouldBe(
        [
            "Buildings 3  RowIsThereTwice", "Buildings 4 Entrances NumberIsNotUnderstood",
            "Units 2 RegisteredArea AreaIsNotUnderstood", "Units 3 Entrance EntranceIsNotKnown", "Units 4 Building BuildingIsNotKnown", "Units 5 Kind ChoiceIsNotKnown",
            "Units 6 Entrance UnitsStandInEntrances", "Units 7 RegisteredArea NoAreaIsKnown", "Units 9 Number CellIsEmpty",
            "Owners 2 PhoneNumber PhoneNumberIsNotAMobileNumber", "Owners 3 IdentityNumber IdentityNumberIsMistyped", "Owners 4 Share ShareIsNoFraction",
            "Owners 5 Since DayIsNotUnderstood", "Owners 6 Unit UnitIsNotKnown",
        ], ignoreOrder: true);
        (await App.Count("registry.places", "parent_id = $1", desk.Compound)).ShouldBe(0);
        (await App.Count("registry.people", "name like '测试甲'")).ShouldBe(0);
    }

    [Fact]
    public async Task Shares_of_all_rows_and_of_what_is_registered_are_at_most_the_whole()
    {
        var desk = await ImportDesk.Open(App, "份额导入小区");
        await desk.Import(Household());
        (await desk.Faults(TestWorkbook.With("业主", ImportDesk.Owners, "1|1|101||测试业主丙|||1/4|2020-01-01||"))).ShouldBe(["Owners 2 Share SharesExceedTheWhole"]);
        // One gives way to another: he ends, she begins.
        var passed = await desk.Import(TestWorkbook.With("业主", ImportDesk.Owners,
            "1|1|101||测试业主甲||||2016-06-30|2024-05-01|", "1|1|101||测试业主丁|||1/2|2024-05-02||"));
        passed.Faults.ShouldBeEmpty();
        passed.Imported.ShouldBeTrue();
        // The old file does not bring him back.
        (await desk.Faults(Household())).ShouldBe([]);
        (await desk.Count("registry.ownerships", "unit_id in $units and until is null")).ShouldBe(2);
    }

    [Fact]
    public async Task A_number_known_under_another_name_is_refused_without_telling_whose()
    {
        var desk = await ImportDesk.Open(App, "号码导入小区");
        var phone = App.World.Phone();
        await App.World.Person(phone);
        (await desk.Faults(Household($"1|1|101||测试别人|{phone}||1/2|2016-06-30||"))).ShouldBe(["Owners 2 PhoneNumber PhoneNumberBelongsToAnotherPerson"]);
        var other = App.World.Phone();
        await desk.Import(Household($"1|1|101||测试业主甲|{other}||1/2|2016-06-30||"));
        (await desk.Faults(Household($"1|1|101||测试业主甲|{App.World.Phone()}||1/2|2016-06-30||"))).ShouldBe(["Owners 2 PhoneNumber PersonHasAnotherNumber"]);
    }

    [Fact]
    public async Task Companies_contracts_and_posts_are_registered_too()
    {
        var desk = await ImportDesk.Open(App, "机构小区");
        var phone = App.World.Phone();
        TestWorkbook All() => ImportDesk.Small()
            .And("企业和组织", ImportDesk.Organisations, "测试导入物业公司|导入物业|物业服务企业||", "测试导入业委会||业主委员会||本小区")
            .And("合同", ImportDesk.Contracts, "测试导入物业公司|WY-1|2025-01-01|2027-12-31|1.80")
            .And("任职", ImportDesk.Posts, $"测试导入业委会|业委会主任|测试主任|{phone}||2025-09-20|2030-09-19|选举|是", "测试导入物业公司|维修工|测试师傅|||2025-01-01|");
        var report = await desk.Import(All());
        report.Faults.ShouldBeEmpty();
        (await App.Scalar<long>("select fee from registry.services where compound_id = $1", desk.Compound)).ShouldBe(180);
        (await App.Count("registry.posts", "place_id = $1 and kind in ('committee-chair', 'repair-worker')", desk.Compound)).ShouldBe(2);
        (await desk.Import(All())).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void Every_word_of_every_list_is_understood_as_it_is_offered()
    {
        foreach (var list in SheetLayouts.All.SelectMany(sheet => sheet.Columns).Select(column => column.Choices).OfType<string>().Distinct())
        {
            ChoiceLists.Words(list).Select(word => ChoiceLists.Value(list, word)).ShouldBeUnique();
            ChoiceLists.Words(list).ShouldAllBe(word => ChoiceLists.Value(list, word) != null);
        }
    }

    [Fact]
    public async Task Posts_that_the_form_refuses_are_refused_in_a_file_too()
    {
        var desk = await ImportDesk.Open(App, "任职规则小区");
        var (one, two) = (App.World.Phone(), App.World.Phone());
        (await desk.Faults(ImportDesk.Small()
            .And("企业和组织", ImportDesk.Organisations, "测试规则物业公司||物业服务企业||", "测试规则业委会||业主委员会||")
            .And("合同", ImportDesk.Contracts, "测试规则物业公司||2025-01-01||")
            .And("任职", ImportDesk.Posts,
                $"测试规则业委会|业委会主任|测试规则甲|{one}||2025-09-20|2030-09-19||", $"测试规则业委会|业委会主任|测试规则乙|{two}||2025-09-20|2030-09-19|选举|是",
                $"测试规则业委会|业委会主任|测试规则丙|||2026-09-20|2030-09-19|选举|是", $"测试规则物业公司|项目经理|测试规则乙|{two}||2025-01-01|||",
                $"测试规则业委会|业委会委员|测试规则丁|||2025-09-20|2030-09-19|抽签|是")))
            .ShouldBe(
            [
                "Posts 2 Declares InterestIsNotDeclared", "Posts 4 FirstDay PostHasAHolder", "Posts 5 PostKind PostsExcludeEachOther", "Posts 6 BegunBy ChoiceIsNotKnown",
            ]);
    }

    [Fact]
    public async Task Posts_held_elsewhere_bind_a_file_too()
    {
        var (desk, other) = (await ImportDesk.Open(App, "任职本小区"), await ImportDesk.Open(App, "任职别处小区"));
        var (chair, officer, worker) = (App.World.Phone(), App.World.Phone(), App.World.Phone());
        async Task<string> Held(string phone, Func<Guid, Task> give)
        {
            var person = await App.World.Person(phone);
            await give(person);
            return (await App.Scalar<string>("select name from registry.people where id = $1", person))!;
        }

        await desk.Import(ImportDesk.Small().And("企业和组织", ImportDesk.Organisations, "测试两处物业公司||物业服务企业||本小区", "测试本处业委会||业主委员会||本小区"));
        (await other.Import(ImportDesk.Small()
            .And("企业和组织", ImportDesk.Organisations, "测试别处业委会||业主委员会||本小区").And("合同", ImportDesk.Contracts, "测试两处物业公司||2025-01-01||")
            .And("任职", ImportDesk.Posts, $"测试别处业委会|业委会主任|测试别处主任|{chair}||2025-09-20|2030-09-19|选举|是"))).Faults.ShouldBeEmpty();
        var clerk = await Held(officer, person => App.World.Post(person, "housing-officer", other.Compound));
        var mender = await Held(worker, person => App.Scalar<Guid>($"""
            insert into registry.posts (id, person_id, organisation_id, kind, place_id, starts_on, begun_by)
            select gen_random_uuid(), '{person}', id, 'repair-worker', '{other.Compound}', '2025-01-01', 'Appointed' from registry.organisations where name = '测试两处物业公司' returning id
            """));
        var elected = $"测试本处业委会|业委会委员|{mender}|{worker}||2025-09-20|2030-09-19|选举|是";
        (await desk.Faults(TestWorkbook.With("合同", ImportDesk.Contracts, "测试两处物业公司||2025-01-01||").And("任职", ImportDesk.Posts,
            $"测试两处物业公司|维修工|测试别处主任|{chair}||2025-10-01||", $"测试两处物业公司|维修工|{clerk}|{officer}||2026-02-01||", elected)))
            .ShouldBe(["Posts 2 PostKind PostsExcludeEachOther", "Posts 3 PostKind PostsExcludeEachOther", "Posts 4 PostKind PostsExcludeEachOther"]);
        // Where the company does not serve, its people may be elected; a term that is over before does not bind.
        (await desk.Faults(TestWorkbook.With("任职", ImportDesk.Posts, elected, $"测试两处物业公司|维修工|测试别处主任|{chair}||2030-09-20||"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_found_by_number_stays_as_registered_elsewhere_on_however_many_sheets_the_file_names_him()
    {
        var elsewhere = await ImportDesk.Open(App, "外人别处小区");
        var phone = App.World.Phone();
        (await elsewhere.Import(ImportDesk.Small().And("业主", ImportDesk.Owners, $"1|1|101||测试外人甲|{phone}||1|2016-06-30||"))).Faults.ShouldBeEmpty();
        var desk = await ImportDesk.Open(App, "外人本处小区");
        (await desk.Import(ImportDesk.Small()
            .And("业主", ImportDesk.Owners, $"1|1|101||测试外人甲|{phone}||1|2016-06-30||")
            .And("居住人", ImportDesk.Residents, $"1|1|101|测试外人甲|{phone}|110101199003071233|业主本人|2020-01-01||", $"1|2|201|测试外人甲|{phone}|110101199003071233|租户|2020-01-01||"))).Faults.ShouldBeEmpty();
        (await App.Count("registry.people", "name = '测试外人甲' and phone_index is not null and identity_index is null")).ShouldBe(1);
        (await desk.Count("registry.residencies", "unit_id in $units")).ShouldBe(2);

        // Now he belongs to the compound, and its clerk completes what is missing.
        await desk.Import(TestWorkbook.With("居住人", ImportDesk.Residents, $"1|1|101|测试外人甲|{phone}|110101199003071233|业主本人|2020-01-01||"));
        (await App.Count("registry.people", "name = '测试外人甲' and identity_index is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_gives_posts_that_give_more_than_the_own_capacity_holds()
    {
        var desk = await ImportDesk.Open(App, "越权小区");
        (await desk.Faults(ImportDesk.Small()
            .And("企业和组织", ImportDesk.Organisations, "测试冒充运营方||平台运营方||")
            .And("任职", ImportDesk.Posts, "测试冒充运营方|平台管理员|测试某|||2026-01-01|", "测试冒充运营方|业委会主任|测试某|||2026-01-01|")))
            .ShouldBe(["Posts 2 PostKind PostGivesMoreThanYouHold", "Posts 3 PostKind PostDoesNotBelongToOrganisation"]);
    }

    [Fact]
    public async Task Two_clerks_who_confirm_at_once_register_everything_once()
    {
        var desk = await ImportDesk.Open(App, "同时导入小区");
        var bytes = Household().Bytes();
        var seen = (await desk.Send(bytes, preview: true)).Value.Seen;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Send(bytes, seen: seen)));
        answers.Count(answer => answer is { IsRefused: false, Value.Imported: true }).ShouldBe(1);
        (await desk.Count("registry.ownerships", "unit_id in $units")).ShouldBe(2);
        // A form sent twice acts once.
        var desk2 = await ImportDesk.Open(App, "再导入小区");
        var request = Guid.NewGuid();
        (await desk2.Send(bytes, requestId: request)).Value.Imported.ShouldBeTrue();
        (await desk2.Send(bytes, requestId: request)).Value.Imported.ShouldBeTrue();
        (await desk2.Count("registry.ownerships", "unit_id in $units")).ShouldBe(2);
    }

    [Fact]
    public async Task A_register_that_changed_after_the_preview_is_looked_at_again()
    {
        var desk = await ImportDesk.Open(App, "变动小区");
        var bytes = Household().Bytes();
        var seen = (await desk.Send(bytes, preview: true)).Value.Seen;
        await desk.Import(ImportDesk.Small());
        var report = (await desk.Send(bytes, seen: seen)).Value;
        report.Imported.ShouldBeFalse();
        report.Seen.ShouldNotBe(seen);
        (await desk.Count("registry.ownerships", "unit_id in $units")).ShouldBe(0);
        (await desk.Send(bytes, seen: report.Seen)).Value.Imported.ShouldBeTrue();
    }

    [Fact]
    public async Task As_many_changes_of_other_rows_are_not_what_was_seen()
    {
        var desk = await ImportDesk.Open(App, "错行小区");
        await desk.Import(ImportDesk.Small());
        var bytes = TestWorkbook.With("房屋", ImportDesk.Units, "1|1|101|住宅|1|97|||已交付", "1|2|201|住宅|2|88||90.5|已交付").Bytes();
        var preview = (await desk.Send(bytes, preview: true)).Value;
        preview.Sheets.Single().Changed.ShouldBe(1);
        // Somebody enters the same area, and corrects another unit that the file would set back.
        await App.Execute("update registry.units set registered_area = case when number = '101' then 9700 else 8900 end where compound_id = $1 and number in ('101', '201')", desk.Compound);
        var report = (await desk.Send(bytes, seen: preview.Seen)).Value;
        (report.Imported, report.Sheets.Single().Changed).ShouldBe((false, 1));
        (await desk.Count("registry.units", "compound_id = $1 and registered_area = 8900")).ShouldBe(1);
    }

    [Fact]
    public async Task Only_within_the_own_scope()
    {
        var desk = await ImportDesk.Open(App, "自己的导入小区");
        var foreign = await ImportDesk.Open(App, "别人的导入小区");
        (await (desk with { Code = foreign.Code }).Send(Household().Bytes())).Refusals.Single().Code.ShouldBe("NotFound");
        var observer = await ImportDesk.Open(App, "旁观小区", PostKinds.CommitteeChair);
        (await observer.Send(Household().Bytes())).Refusals.Single().Code.ShouldBe("NotFound");
    }
}
