using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>Who is a Party member is for the branch and the community: not for the property company, the owners' committee, or an old file.</summary>
public class PartyMarksTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly string[] Sheets = ["业主", "居住人"];

    private static TestWorkbook Members(string owner, string resident) => ImportDesk.Small()
        .And("业主", ImportDesk.Owners, $"1|1|101||测试党员甲|||1/2|2016-06-30||{owner}")
        .And("居住人", ImportDesk.Residents, $"1|2|201|测试党员丙|||租户|2020-02-02||{resident}");

    private async Task<string[]> Marks(ImportDesk desk, PostKind kind)
    {
        var person = await App.World.Person();
        await App.World.Post(person, kind.Code, desk.Compound);
        using var api = await App.ApiAs(person);
        using var reader = WorkbookReader.Open(new MemoryStream((await api.Get($"/api/v1/registry/compounds/{desk.Code}/export")).ShouldBe(HttpStatusCode.OK).Body)).Value;
        return [.. reader.Sheets.Where(Sheets.Contains).SelectMany(sheet =>
        {
            var rows = reader.Rows(sheet, []).ToList();
            var at = rows.ConvertAll(row => row.Cells.ToList().FindIndex(cell => cell.Text == "党员")).Find(found => found >= 0);
            return rows.Where(row => row.Cells.Any(cell => cell.Text.StartsWith("测试党员", StringComparison.Ordinal))).Select(row => row.At(at).Text);
        })];
    }

    private Task<long> Marked(ImportDesk desk) => App.Count(
        "registry.people p", "p.party_member and exists (select from registry.ownerships o join registry.units u on u.id = o.unit_id where o.person_id = p.id and u.compound_id = $1)", desk.Compound);

    [Fact]
    public async Task A_workbook_tells_the_branch_and_the_community_and_nobody_else()
    {
        var desk = await ImportDesk.Open(App, "党员导出小区");
        (await desk.Import(Members("是", "是"))).Faults.ShouldBeEmpty();
        (await Marks(desk, PostKinds.CommunityWorker)).ShouldBe(["是", "是"]);
        (await Marks(desk, PostKinds.BranchSecretary)).ShouldBe(["是", "是"]);
        foreach (var kind in new[] { PostKinds.PropertyDispatcher, PostKinds.ProjectLead, PostKinds.CommitteeChair, PostKinds.GridWorker, PostKinds.SubdistrictHousingClerk })
        {
            (await Marks(desk, kind)).ShouldBe(["", ""], kind.Code);
        }
    }

    [Fact]
    public async Task Who_may_not_see_marks_sets_none_and_learns_none_by_trying()
    {
        var desk = await ImportDesk.Open(App, "党员导入小区");
        (await desk.Import(Members("是", "否"))).Faults.ShouldBeEmpty();
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.HousingOfficer.Code, desk.Compound);
        var other = desk with { Person = person };
        (await other.Faults(Members("是", "是"))).ShouldBe(["Owners 2 PartyMember PartyMarksAreKeptByOthers", "Residents 2 PartyMember PartyMarksAreKeptByOthers"]);
        (await other.Import(Members("否", "否"))).ChangesNothing.ShouldBeTrue();
        (await other.Import(Members("", ""))).ChangesNothing.ShouldBeTrue();
        (await Marked(desk)).ShouldBe(1);
    }

    [Fact]
    public async Task An_old_file_and_the_branch_do_not_bring_back_what_the_person_took_back()
    {
        var desk = await ImportDesk.Open(App, "党员撤回小区");
        await desk.Import(Members("是", "否"));
        var member = await App.Scalar<Guid>("select o.person_id from registry.ownerships o join registry.units u on u.id = o.unit_id where u.compound_id = $1", desk.Compound);
        using var own = await App.ApiAs(member);
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await Marked(desk)).ShouldBe(0);

        (await desk.Import(Members("是", "否"))).ChangesNothing.ShouldBeTrue();
        (await Marked(desk)).ShouldBe(0);
        var branch = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.FunctionalBranch);
        using var worker = await App.ApiAs(desk.Person);
        (await worker.Post($"/api/v1/registry/party/organisations/{branch}/members", new { personId = member, standing = "Full", since = "2020-07-01" })).ShouldBe(HttpStatusCode.OK);
        (await Marked(desk)).ShouldBe(0);

        // Whoever agrees again may be marked again.
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", version = 1, given = true })).ShouldBe(HttpStatusCode.NoContent);
        await desk.Import(Members("是", "否"));
        (await Marked(desk)).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_of_who_is_only_stored_do_not_leave_whole()
    {
        var desk = await ImportDesk.Open(App, "限制导出小区", PostKinds.SubdistrictHousingClerk);
        var phone = App.World.Phone();
        await desk.Import(ImportDesk.Small().And("业主", ImportDesk.Owners, $"1|1|101||测试限制甲|{phone}||1|2016-06-30||"));
        await App.Execute("update registry.people set restricted_at = now() where name = '测试限制甲'");
        using var clerk = await App.ApiAs(desk.Person);
        var body = (await clerk.Post($"/api/v1/registry/compounds/{desk.Code}/export", new { reason = "核对业主大会名册" })).ShouldBe(HttpStatusCode.OK).Body;
        using var reader = WorkbookReader.Open(new MemoryStream(body)).Value;
        reader.Sheets.SelectMany(sheet => reader.Rows(sheet, []).ToList()).SelectMany(row => row.Cells).ShouldNotContain(cell => cell.Text == phone);
        (await App.Count("registry.unmaskings u join registry.people p on p.id = u.person_id", "p.name = '测试限制甲'")).ShouldBe(0);
    }
}
