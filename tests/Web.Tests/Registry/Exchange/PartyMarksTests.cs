using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Npgsql;
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

    // The household is registered, both members agree on their own page, and the community imports their marks.
    private async Task<ImportDesk> Agreed(string name, string owner = "是", string resident = "是")
    {
        var desk = await ImportDesk.Open(App, name);
        (await desk.Import(Members("", ""))).Faults.ShouldBeEmpty();
        await App.Execute(
            """
            insert into registry.consents (id, person_id, purpose, version, given, at)
            select gen_random_uuid(), h.person_id, 'party-mark', 1, true, $2 from registry.units u
              join (select unit_id, person_id from registry.ownerships union select unit_id, person_id from registry.residencies) h on h.unit_id = u.id where u.compound_id = $1
            """, desk.Compound, App.Clock.Now);
        (await desk.Import(Members(owner, resident))).Faults.ShouldBeEmpty();
        return desk;
    }

    [Fact]
    public async Task Nobody_is_marked_who_has_not_agreed_by_whichever_way()
    {
        var desk = await ImportDesk.Open(App, "党员同意小区");
        (await desk.Faults(Members("是", "否"))).ShouldBe(["Owners 2 PartyMember PartyMarkNeedsConsent"]);
        (await desk.Import(Members("", ""))).Faults.ShouldBeEmpty();
        (await desk.Faults(Members("是", "是"))).ShouldBe(["Owners 2 PartyMember PartyMarkNeedsConsent", "Residents 2 PartyMember PartyMarkNeedsConsent"]);

        // The branch's own register takes the member in; the mark at the person waits for that person.
        var member = await App.Scalar<Guid>("select o.person_id from registry.ownerships o join registry.units u on u.id = o.unit_id where u.compound_id = $1", desk.Compound);
        var branch = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.FunctionalBranch);
        using var worker = await App.ApiAs(desk.Person);
        (await worker.Post($"/api/v1/registry/party/organisations/{branch}/members", new { personId = member, standing = "Full", since = "2020-07-01" })).ShouldBe(HttpStatusCode.OK);
        (await worker.Post("/api/v1/registry/people", new { name = "测试党员丁", partyMember = true })).ShouldBe(HttpStatusCode.BadRequest);
        (await App.Count("registry.people", "party_member and id = $1", member)).ShouldBe(0);

        // And the database takes it from nobody.
        var refused = await Should.ThrowAsync<PostgresException>(() => App.Execute("update registry.people set party_member = true where id = $1", member));
        refused.ConstraintName.ShouldBe("party_mark_needs_consent");

        using var own = await App.ApiAs(member);
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", version = 1, given = true })).ShouldBe(HttpStatusCode.NoContent);
        (await Marked(desk)).ShouldBe(1);
    }

    [Fact]
    public async Task A_workbook_tells_the_branch_and_the_community_and_nobody_else()
    {
        var desk = await Agreed("党员导出小区");
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
        var desk = await Agreed("党员导入小区", resident: "否");
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
        var desk = await Agreed("党员撤回小区", resident: "否");
        var member = await App.Scalar<Guid>("select o.person_id from registry.ownerships o join registry.units u on u.id = o.unit_id where u.compound_id = $1", desk.Compound);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var own = await App.ApiAs(member);
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await Marked(desk)).ShouldBe(0);

        (await desk.Faults(Members("是", "否"))).ShouldBe(["Owners 2 PartyMember PartyMarkNeedsConsent"]);
        var branch = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.FunctionalBranch);
        using var worker = await App.ApiAs(desk.Person);
        (await worker.Post($"/api/v1/registry/party/organisations/{branch}/members", new { personId = member, standing = "Full", since = "2020-07-01" })).ShouldBe(HttpStatusCode.OK);
        (await Marked(desk)).ShouldBe(0);

        // Whoever agrees again is marked again: the branch knows the member.
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await own.Post("/api/v1/me/data/consents", new { purpose = "party-mark", version = 1, given = true })).ShouldBe(HttpStatusCode.NoContent);
        (await Marked(desk)).ShouldBe(1);
        (await desk.Import(Members("是", "否"))).ChangesNothing.ShouldBeTrue();
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
