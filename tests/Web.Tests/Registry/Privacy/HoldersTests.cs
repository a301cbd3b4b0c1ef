using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Grid;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>What captains, Party organisations, associations and committees hold of a person is shown, taken along and erased, or it is said why not.</summary>
public class HoldersTests(EmptyHost host) : EmptyHostTests(host)
{
    private async Task<(HttpStatusCode Status, string Problem, Guid Request)> Delete(PrivacyDesk desk, string act = "Accept", string? ground = null, string? answer = null)
    {
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        var asked = (await owner.Post("/api/v1/me/data/deletions", new { scope = "Everything" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        await desk.Leave();
        var decided = await clerk.Post($"/api/v1/privacy/requests/{asked}/decision", new { act, ground, answer });
        return (decided.Status, decided.Status == HttpStatusCode.NoContent ? string.Empty : decided.Problem!, asked);
    }

    private async Task ShownAndExported(Guid person, params string[] words)
    {
        using var program = await App.ApiAs(person);
        var held = (await program.Get("/api/v1/me/data")).ShouldBe(HttpStatusCode.OK);
        held.Json.EnumerateArray().ShouldAllBe(c => c.GetProperty("purposes").GetArrayLength() > 0);
        var copy = (await program.Post("/api/v1/me/data/export", new { whole = false })).ShouldBe(HttpStatusCode.OK);
        using var browser = await App.SignInAs(person);
        var page = (await browser.Get("/me/privacy")).ShouldBe(HttpStatusCode.OK);
        foreach (var word in words)
        {
            held.Text.ShouldContain(word);
            copy.Text.ShouldContain(word);
            page.Text.ShouldContain(word);
        }
    }

    [Fact]
    public async Task What_captains_and_the_branch_hold_is_shown_and_goes()
    {
        var stage = await GridStage.Set(App);
        var desk = await PrivacyDesk.Open(App) with { Compound = stage.Compound };
        var unit = await App.Scalar<Guid>("select unit_id from registry.ownerships where person_id = $1", desk.Owner);
        await App.World.Resident(desk.Owner, unit);
        var writer = await App.World.Person();
        await App.Execute("insert into grid.household_notes (id, unit_id, role, purpose, text, written_by, written_at, keep_until) values ($1, $2, 'Captain', 'Reach', '晚上七点后联系', $3, $4, '2027-05-01')", Guid.NewGuid(), unit, writer, App.Clock.Now);
        await App.Execute("insert into grid.care_marks (id, unit_id, person_id, need, note, set_by, set_as, set_at) values ($1, $2, $3, 'LivesAlone', '先给女儿打电话', $4, '测试', $5)", Guid.NewGuid(), unit, desk.Owner, writer, App.Clock.Now);
        var registration = Guid.NewGuid();
        await App.Execute("insert into grid.double_registrations (id, person_id, compound_id, work_unit, registered_on, registered_by) values ($1, $2, $3, '示例中学', '2026-01-01', $2)", registration, desk.Owner, stage.Compound);
        await App.Execute(
            "insert into grid.service_records (id, registration_id, person_id, starts_at, ends_at, minutes, what, state, recorded_by, recorded_at) values ($1, $2, $3, $4, $4 + interval '95 minutes', 95, '巡查消防通道', 'Recorded', $3, $4)",
            Guid.NewGuid(), registration, desk.Owner, App.Clock.Now.AddDays(-3));
        await App.Execute("insert into grid.feedback_letters (id, registration_id, from_day, to_day, services, minutes, words, issued_as, issued_by, issued_at) values ($1, $2, '2026-01-01', '2026-06-30', 1, 95, '表现突出', '测试支部', $3, $4)", Guid.NewGuid(), registration, writer, App.Clock.Now);
        var post = await App.World.Post(desk.Owner, PostKinds.BuildingCaptain.Code, stage.Compound, DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-1));
        await App.Execute("insert into grid.leaders (post_id, role, place_id, contact_phone) values ($1, 'Captain', $2, '023-0000 4321')", post, stage.Compound);
        await ShownAndExported(desk.Owner, "晚上七点后联系", "独居老人", "先给女儿打电话", "示例中学", "巡查消防通道", "01:35", "表现突出", "023-0000 4321");

        await App.Execute("update registry.residencies set until = $2 where person_id = $1", desk.Owner, DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-1));
        // Written the day before it ended, so that it lies within the time lived there.
        await App.Execute("update grid.household_notes set written_at = written_at - interval '2 days' where unit_id = $1", unit);
        (await Delete(desk with { Compound = stage.Compound })).Status.ShouldBe(HttpStatusCode.NoContent);
        foreach (var (table, where) in new[]
        {
            ("grid.household_notes", "unit_id = $2"), ("grid.care_marks", "person_id = $1"), ("grid.double_registrations", "person_id = $1"), ("grid.service_records", "person_id = $1"),
            ("grid.leaders l join registry.posts p on p.id = l.post_id", "p.person_id = $1 and l.contact_phone is not null"),
        })
        {
            (await App.Count(table, $"$1::uuid is not null and $2::uuid is not null and {where}", desk.Owner, unit)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task A_neighbour_in_the_household_keeps_the_note()
    {
        var desk = await PrivacyDesk.Open(App);
        var unit = await App.Scalar<Guid>("select unit_id from registry.ownerships where person_id = $1", desk.Owner);
        await App.World.Resident(desk.Owner, unit);
        await App.World.Resident(await App.World.Person(), unit);
        await App.Execute("insert into grid.household_notes (id, unit_id, role, purpose, text, written_by, written_at, keep_until) values ($1, $2, 'Captain', 'Reach', '晚上联系', $3, $4, '2027-05-01')", Guid.NewGuid(), unit, desk.Clerk, App.Clock.Now.AddDays(-2));
        await App.Execute("update registry.residencies set until = $2 where person_id = $1", desk.Owner, DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-1));
        (await Delete(desk)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.household_notes", "unit_id = $1", unit)).ShouldBe(1);
    }

    [Fact]
    public async Task A_standing_member_is_still_needed_and_a_former_ones_papers_go()
    {
        var desk = await PrivacyDesk.Open(App);
        var branch = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.GridBranch, name: "测试功能型支部");
        var membership = await App.World.PartyMembership(desk.Owner, branch);
        await App.Execute("update registry.party_memberships set basis = '介绍信第7号' where id = $1", membership);
        await ShownAndExported(desk.Owner, "测试功能型支部", "介绍信第7号");
        var (status, problem, request) = await Delete(desk);
        (status, problem).ShouldBe((HttpStatusCode.Conflict, "PersonIsStillNeededHere"));
        await App.Execute("update registry.party_memberships set until = '2026-10-01' where id = $1", membership);
        using var clerk = await desk.AsClerk();
        (await clerk.Post($"/api/v1/privacy/requests/{request}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.party_memberships", "id = $1 and basis is null", membership)).ShouldBe(1);
    }

    [Fact]
    public async Task What_associations_and_agreements_hold_is_shown_and_own_words_go()
    {
        var desk = await PrivacyDesk.Open(App);
        var (alliance, _, _) = await App.World.Alliance(await Below(desk));
        var (_, _, proof) = await App.World.Agreement(desk.Compound, desk.Owner);
        var member = Guid.NewGuid();
        await App.Execute(
            "insert into registry.association_members (id, association_id, person_id, way, decided_by, decided_on, joined_on) values ($1, $2, $3, 'SelfNomination', '联盟大会', '2026-01-01', '2026-01-01')", member, alliance, desk.Owner);
        await ShownAndExported(desk.Owner, "联盟大会", "测试协议");
        var (status, problem, request) = await Delete(desk);
        (status, problem).ShouldBe((HttpStatusCode.Conflict, "PersonIsStillNeededHere"));
        await App.Execute("update registry.association_members set left_on = '2026-10-01', leave_reason = '搬走照顾母亲' where id = $1", member);
        using var clerk = await desk.AsClerk();
        (await clerk.Post($"/api/v1/privacy/requests/{request}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.association_members", "id = $1 and leave_reason is null", member)).ShouldBe(1);
        (await App.Count("registry.fulfilments", "id = $1 and report = '测试'", proof)).ShouldBe(0);
        // The signature under the agreement stays, without a name.
        (await App.Count("registry.agreements a join registry.people p on p.id = a.first_signed_by", "p.id = $1 and p.erased_at is not null", desk.Owner)).ShouldBe(1);
    }

    [Fact]
    public async Task An_elected_term_is_a_public_record_that_is_locked_away_but_not_erased_before_its_time()
    {
        var desk = await PrivacyDesk.Open(App);
        var yesterday = DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-1);
        var post = await App.World.Post(desk.Owner, PostKinds.CommitteeMember.Code, desk.Compound, yesterday);
        await ShownAndExported(desk.Owner, "依法公示、存档，保存到");
        var name = await App.Scalar<string>("select name from registry.people where id = $1", desk.Owner);
        var (status, problem, request) = await Delete(desk);
        (status, problem).ShouldBe((HttpStatusCode.Conflict, "ElectedTermIsPublicRecord"));
        (await App.Scalar<string>("select name from registry.people where id = $1", desk.Owner)).ShouldBe(name);
        using var clerk = await desk.AsClerk();
        using var browser = await App.SignInAs(desk.Clerk);
        (await browser.Get($"/privacy/requests/{request}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("公开记录");
        (await clerk.Post($"/api/v1/privacy/requests/{request}/decision", new { act = "Restrict", ground = "LegalPeriodRuns", answer = "任期记录须保存" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.people", "id = $1 and restricted_at is not null and erased_at is null", desk.Owner)).ShouldBe(1);

        // Ten years after the term nothing stands in the way.
        await App.Execute("update registry.posts set starts_on = '2010-01-01', ends_on = '2015-01-01' where id = $1", post);
        (await App.With<Linli.Web.Registry.Privacy.Erasure, int>(async all => (await all.Obstacles(desk.Owner, CancellationToken.None)).Count)).ShouldBe(0);
    }

    [Fact]
    public async Task Registrations_and_care_marks_go_when_their_own_time_is_over()
    {
        var desk = await PrivacyDesk.Open(App);
        var unit = await App.Scalar<Guid>("select unit_id from registry.ownerships where person_id = $1", desk.Owner);
        async Task Rows(Guid registration, string ended, DateTimeOffset set, string need)
        {
            var person = await App.World.Person();
            await App.Execute($"insert into grid.double_registrations (id, person_id, compound_id, work_unit, registered_on, ended_on, registered_by) values ($1, $2, $3, 'x', '2020-01-01', '{ended}', $2)", registration, person, desk.Compound);
            await App.Execute("insert into grid.service_records (id, registration_id, person_id, starts_at, ends_at, minutes, what, state, recorded_by, recorded_at) values ($1, $2, $3, '2020-05-01', timestamptz '2020-05-01' + interval '60 minutes', 60, 'x', 'Recorded', $3, '2020-05-01')", Guid.NewGuid(), registration, person);
            await App.Execute("insert into grid.care_marks (id, unit_id, person_id, need, set_by, set_as, set_at) values ($1, $2, $3, $4, $3, 'x', $5)", Guid.NewGuid(), unit, person, need, set);
        }

        var (old, young) = (Guid.NewGuid(), Guid.NewGuid());
        await Rows(old, "2023-01-01", App.Clock.Now.AddDays(-367), "CallFirst");
        await Rows(young, "2026-01-01", App.Clock.Now.AddDays(-300), "HardToWalk");
        await App.With<Linli.Web.Platform.Retention.RetentionRunner, int>(async runner => (await runner.Run(App.Clock.Now, false, CancellationToken.None)).Count);
        (await App.Count("grid.double_registrations", "id = any($1)", new[] { old, young })).ShouldBe(1);
        (await App.Count("grid.service_records", "registration_id = any($1)", new[] { old, young })).ShouldBe(1);
        (await App.Count("grid.care_marks", "unit_id = $1 and need = 'HardToWalk'", unit)).ShouldBe(1);
        (await App.Count("grid.care_marks", "unit_id = $1 and need = 'CallFirst'", unit)).ShouldBe(0);
    }

    // World.Alliance makes one for the community above a compound; the desk's compound has none.
    private async Task<Guid> Below(PrivacyDesk desk)
    {
        var community = await App.World.Place("持有社区", PlaceKind.Community, $"95/{Guid.NewGuid():N}"[..12] + "/");
        return await App.World.CompoundAt("持有小区", $"95/{Guid.NewGuid():N}"[..12] + "/01/", community);
    }
}
