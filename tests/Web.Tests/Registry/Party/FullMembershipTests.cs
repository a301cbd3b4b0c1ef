using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Registry.Committees;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Party;

/// <summary>转正 with day and meeting; the share of Party members is a reminder while a committee is being formed.</summary>
public class FullMembershipTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_probationary_member_becomes_a_full_one_once_with_day_and_meeting()
    {
        var compound = await App.World.Compound("转正小区");
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        var worker = await App.ApiAs(person);
        var branch = await App.World.PartyOrganisation(compound, OrganisationKind.GridBranch);
        var membership = await App.World.PartyMembership(await App.World.OwnerIn(compound), branch);
        await App.Execute("update registry.party_memberships set standing = 'Probationary', since = '2025-11-01' where id = $1", membership);
        var address = $"/api/v1/registry/party/memberships/{membership}/full";
        (await worker.Post(address, new { on = "2026-11-10" })).Problem.ShouldBe("TextIsMissing");
        (await worker.Post(address, new { on = "2025-10-10", meeting = "支部党员大会" })).Problem.ShouldBe("FullMembershipDayIsImplausible");
        var once = new { on = "2026-11-10", meeting = "2026年11月10日支部党员大会", requestId = Guid.NewGuid() };
        (await worker.Post(address, once)).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post(address, once)).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post(address, new { on = "2026-11-11", meeting = "再开一次" })).Problem.ShouldBe("MemberIsFullAlready");
        (await App.Count("registry.party_memberships", "id = $1 and standing = 'Full' and full_since = '2026-11-10'", membership)).ShouldBe(1);
        using var browser = await App.SignInAs(person);
        (await browser.Get($"/registry/party/memberships/{membership}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("2026年11月10日支部党员大会");
        var other = await App.World.Compound("转正外小区");
        var stranger = await App.World.Person();
        await App.World.Post(stranger, PostKinds.CommunityWorker.Code, other);
        (await (await App.ApiAs(stranger)).Post(address, once)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_form_of_appointment_reminds_while_the_recorded_state_says_forming_and_never_bars()
    {
        var desk = await CommitteeDesk.In(App, withChair: false);
        var committee = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.OwnersCommittee, name: "测试业委会");
        async Task Member() => await App.Execute(
            "insert into registry.posts (id, person_id, organisation_id, kind, place_id, starts_on, begun_by) values ($1, $2, $3, 'committee-member', $4, '2026-01-01', 'Elected')", Guid.NewGuid(), await App.World.Person(), committee, desk.Compound);
        for (var i = 0; i < 6; i++)
        {
            await Member();
        }

        using var clerk = await App.SignInAs(desk.Worker);
        var page = $"/registry/organisations/{committee}/appoint";
        // Six seats are filled and nothing is recorded: not being formed.
        (await clerk.Get(page)).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("业委会组建中");
        await App.Execute(
            """
            insert into registry.governing_bodies (id, compound_id, kind, organisation_id, state, filing, group_is_formed, is_reported, has_covenant, failed_rounds, handed_over, last_act_on)
            values ($1, $2, 'OwnersCommittee', $3, 'Filed', 'None', true, false, false, 0, 'None', '2026-11-01')
            """, Guid.NewGuid(), desk.Compound, committee);
        (await clerk.Get(page)).Text.ShouldContain("业委会组建中：现有委员 6 人，其中党员 0 人");
        (await (await App.ApiAs(desk.Worker)).Post($"/api/v1/registry/organisations/{committee}/posts", new { postKind = "committee-member", name = "测试委员", firstDay = "2026-11-01", declaresNoInterest = true, requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.OK);
        await App.Execute("update registry.governing_bodies set state = 'Active' where compound_id = $1", desk.Compound);
        (await clerk.Get(page)).Text.ShouldNotContain("业委会组建中");
    }
}
