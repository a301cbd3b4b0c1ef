using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Retention;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>Retention with a moved clock: what is over its time goes, what is open and the audit trail stays (PIPL 19, 47).</summary>
public class RetentionTests(LinliHostFixture host)
{
    [Fact]
    public async Task Closed_tickets_lose_their_texts_after_three_years_and_open_ones_never()
    {
        await using var app = await host.New();
        var desk = await PrivacyDesk.Open(app);
        var closed = await desk.ClosedTicket(app.Clock.Now);
        var open = await app.World.Ticket(desk.Compound, "OPEN-1", desk.Owner, desk.Clerk);
        await Photo(app, closed, desk.Owner);

        app.Clock.Set(TestClock.Start.AddYears(3).AddMinutes(-1));
        (await Run(app)).ShouldNotContainKey("tickets.tickets");
        app.Clock.Set(TestClock.Start.AddYears(3).AddMinutes(1));
        (await Run(app, dryRun: true))["tickets.tickets"].ShouldBe(1);
        (await app.Count("tickets.tickets", "deidentified_at is not null")).ShouldBe(0);
        (await Run(app))["tickets.tickets"].ShouldBe(1);
        (await app.Count("tickets.tickets", "id = $1 and deidentified_at is not null and unit_id is null and reporter_id <> $2 and description not like '%李某%'", closed, desk.Owner)).ShouldBe(1);
        (await app.Count("tickets.tickets", "id = $1 and description = '测试用的一件事' and reporter_id = $2", open, desk.Owner)).ShouldBe(1);
        (await app.Count("tickets.timeline", "ticket_id = $1 and note is not null", closed)).ShouldBe(0);
        (await app.Count("tickets.timeline_photos")).ShouldBe(0);
        // The file itself goes with those that nobody took up.
        await Run(app);
        (await app.Count("platform.attachments")).ShouldBe(0);
        (await Run(app)).ShouldNotContainKey("tickets.tickets");
        using var clerk = await app.ApiAs(desk.Clerk);
        var number = await app.Scalar<string>("select number from tickets.tickets where id = $1", closed);
        (await clerk.Get($"/api/v1/tickets/{number}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task People_gone_are_not_recognised_after_three_years_and_whoever_is_still_tied_stays()
    {
        await using var app = await host.New();
        var (gone, stays, tied) = (await PrivacyDesk.Open(app), await PrivacyDesk.Open(app), await PrivacyDesk.Open(app));
        await gone.Leave();
        await tied.Leave();
        await app.World.Ticket(tied.Compound, "OPEN-2", tied.Owner, tied.Clerk);
        await gone.ClosedTicket(app.Clock.Now);

        app.Clock.Set(TestClock.Start.AddYears(3).AddDays(-3));
        await Run(app);
        (await app.Count("registry.people", "erased_at is not null")).ShouldBe(0);
        app.Clock.Set(TestClock.Start.AddYears(3).AddDays(3));
        (await Run(app, dryRun: true))["registry.people"].ShouldBe(1);
        (await app.Count("registry.people", "erased_at is not null")).ShouldBe(0);
        (await Run(app))["registry.people"].ShouldBe(1);
        (await app.Count("registry.people", "id = $1 and erased_at is not null and phone_index is null", gone.Owner)).ShouldBe(1);
        (await app.Count("registry.people", "id = any($1) and erased_at is null and phone_index is not null", new[] { stays.Owner, tied.Owner })).ShouldBe(2);
        (await app.Count("registry.ownerships", "person_id = $1", gone.Owner)).ShouldBe(1);
        (await Run(app)).ShouldNotContainKey("registry.people");
    }

    [Fact]
    public async Task What_people_leave_behind_goes_in_its_time()
    {
        await using var app = await host.New();
        var desk = await PrivacyDesk.Open(app);
        using (await app.SignInAs(desk.Owner))
        {
            await app.World.Notification(desk.Owner, "T-1");
            using var clerk = await desk.AsClerk();
            (await clerk.Post($"/api/v1/registry/people/{desk.Owner}/unmask", new { field = "PhoneNumber", reason = "核对回访电话" })).ShouldBe(HttpStatusCode.OK);
        }

        app.Clock.Set(TestClock.Start.AddDays(120));
        await Run(app);
        (await app.Count("platform.sessions")).ShouldBe(1);
        (await app.Count("platform.notifications")).ShouldBe(1);
        app.Clock.Set(TestClock.Start.AddDays(121));
        await Run(app);
        (await app.Count("platform.sessions")).ShouldBe(0);
        app.Clock.Set(TestClock.Start.AddYears(1).AddDays(1));
        await Run(app);
        (await app.Count("platform.notifications")).ShouldBe(0);
        (await app.Count("platform.access_tokens")).ShouldBe(0);
        (await app.Count("registry.unmaskings")).ShouldBe(1);
        app.Clock.Set(TestClock.Start.AddYears(3).AddDays(-1));
        await Run(app);
        (await app.Count("registry.unmaskings")).ShouldBe(1);
        app.Clock.Set(TestClock.Start.AddYears(3).AddDays(1));
        await Run(app);
        (await app.Count("registry.unmaskings")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_superseded_consents_go_and_decided_requests_lose_their_words()
    {
        await using var app = await host.New();
        var desk = await PrivacyDesk.Open(app);
        foreach (var (days, given) in new[] { (0, true), (10, false), (20, true) })
        {
            await app.Execute("insert into registry.consents (id, person_id, purpose, version, given, at) values ($1, $2, 'party-mark', 1, $3, $4)", Guid.NewGuid(), desk.Owner, given, TestClock.Start.AddDays(days));
        }

        var request = await app.World.RightsRequest(desk.Owner, desk.Compound);
        var open = await app.World.RightsRequest(desk.Clerk, desk.Compound);
        await app.Execute("update registry.rights_requests set explanation = '请删除'");
        await app.Execute("update registry.rights_requests set state = 'Refused', decided_at = asked_at, answer = '还需要', ground = 'StillNeeded' where id = $1", request);
        app.Clock.Set(TestClock.Start.AddYears(3).AddDays(12));
        await Run(app);
        (await app.Count("registry.consents", "person_id = $1", desk.Owner)).ShouldBe(2);
        (await app.Count("registry.rights_requests", "id = $1 and explanation is null and answer is null and state = 'Refused'", request)).ShouldBe(1);
        (await app.Count("registry.rights_requests", "id = $1 and explanation = '请删除'", open)).ShouldBe(1);
        app.Clock.Set(TestClock.Start.AddYears(9));
        await Run(app);
        (await app.Count("registry.consents", "person_id = $1 and given", desk.Owner)).ShouldBe(1);
    }

    [Fact]
    public async Task Each_run_that_finds_something_is_logged_and_the_audit_trail_only_grows()
    {
        await using var app = await host.New();
        var desk = await PrivacyDesk.Open(app);
        using (var owner = await desk.AsOwner())
        {
            await owner.Post("/api/v1/me/data/notice-readings", new { version = 1 });
        }

        var entries = await app.Count("platform.audit_entries");
        app.Clock.Set(TestClock.Start.AddYears(20));
        (await app.Background.RunIfDue<ApplyRetention>()).ShouldBeTrue();
        (await app.Count("platform.audit_entries")).ShouldBe(entries + await app.Count("platform.retention_runs"));
        (await app.Count("platform.audit_entries", "process = 'ApplyRetention' and details like '%request-ids%'")).ShouldBe(1);
        (await app.With<VerifyAudit, bool>(async audit => (await audit.Run(null, CancellationToken.None)).IsWhole)).ShouldBeTrue();

        var auditor = await app.World.Person();
        await app.World.Post(auditor, PostKinds.HousingOfficer.Code, desk.Compound);
        using var browser = await app.SignInAs(auditor);
        (await browser.Get("/privacy/retention")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("request-ids@1");
    }

    private static async Task<Dictionary<string, long>> Run(TestApp app, bool dryRun = false) =>
        (await app.With<RetentionRunner, IReadOnlyList<RetentionResult>>(runner => runner.Run(app.Clock.Now, dryRun, CancellationToken.None)))
        .Where(result => result.Rows > 0).ToDictionary(result => result.Subject, result => result.Rows);

    private static async Task Photo(TestApp app, Guid ticket, Guid by)
    {
        var file = await app.World.File(by, ticket);
        await app.Execute(
            "insert into tickets.timeline_photos (timeline_id, attachment_id, position) select id, $2, 0 from tickets.timeline where ticket_id = $1 limit 1", ticket, file);
    }
}
