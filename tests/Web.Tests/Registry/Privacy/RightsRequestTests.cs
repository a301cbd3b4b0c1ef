using System.Net;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>Correcting and deleting: asked by the person, decided by a clerk with a reason, carried out at once (PIPL 46, 47, 50).</summary>
public class RightsRequestTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_name_is_corrected_when_a_clerk_agrees_and_its_person_is_told()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        var ask = new { field = "Name", proposed = "测试改名", explanation = "户口本", requestId = Guid.NewGuid() };
        var asked = (await owner.Post("/api/v1/me/data/corrections", ask)).ShouldBe(HttpStatusCode.OK);
        var id = asked.Json.GetProperty("value").GetGuid();
        (await owner.Post("/api/v1/me/data/corrections", ask)).Json.GetProperty("value").GetGuid().ShouldBe(id);
        (await owner.Post("/api/v1/me/data/corrections", ask with { requestId = Guid.NewGuid() })).Problem.ShouldBe("RightsRequestIsOpenAlready");
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'RightsRequestAsked'", desk.Clerk)).ShouldBe(1);

        var seen = (await clerk.Get($"/api/v1/privacy/requests/{id}")).ShouldBe(HttpStatusCode.OK).Json;
        seen.GetProperty("proposed").GetString().ShouldBe("测试改名");
        seen.GetProperty("dueAt").GetDateTimeOffset().ShouldBeGreaterThan(App.Clock.Now.AddDays(18));
        (await App.Scalar<byte[]>("select proposed_cipher from registry.rights_requests where id = $1", id)).ShouldNotBeNull();

        (await clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>("select name from registry.people where id = $1", desk.Owner)).ShouldBe("测试改名");
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'RightsRequestDecided'", desk.Owner)).ShouldBe(1);
        (await App.Scalar<byte[]>("select proposed_cipher from registry.rights_requests where id = $1", id)).ShouldBeNull();
        (await clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Refuse", ground = "NotProven", answer = "没有证件" })).Problem.ShouldBe("RightsRequestIsDecided");
        (await owner.Get($"/api/v1/me/data/requests/{id}")).Json.GetProperty("state").GetString().ShouldBe("Accepted");
    }

    [Fact]
    public async Task A_proposed_identity_number_is_judged_and_shown_masked()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        (await owner.Post("/api/v1/me/data/corrections", new { field = "IdentityNumber", proposed = "110101199003070000" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await owner.Post("/api/v1/me/data/corrections", new { field = "Name", proposed = " " })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("TextIsMissing");
        const string Number = "11010519491231002X";
        var id = (await owner.Post("/api/v1/me/data/corrections", new { field = "IdentityNumber", proposed = Number })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await clerk.Get($"/api/v1/privacy/requests/{id}")).Text.ShouldNotContain(Number);
        (await clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>("select identity_masked from registry.people where id = $1", desk.Owner)).ShouldBe("110***********002X");
    }

    [Fact]
    public async Task A_refusal_needs_its_ground_and_its_words()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        var id = (await owner.Post("/api/v1/me/data/deletions", new { scope = "Everything" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        var address = $"/api/v1/privacy/requests/{id}/decision";
        (await clerk.Post(address, new { act = "Refuse", answer = "不行不行" })).Problem.ShouldBe("GroundDoesNotFit");
        (await clerk.Post(address, new { act = "Refuse", ground = "StillNeeded", answer = "不" })).Problem.ShouldBe("AnswerIsTooShort");
        (await clerk.Post(address, new { act = "Refuse", ground = "RecordIsRight", answer = "还住在这里" })).Problem.ShouldBe("GroundDoesNotFit");
        (await clerk.Post(address, new { act = "Withdraw" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.Post(address, new { act = "Accept" })).Problem.ShouldBe("PersonIsStillNeededHere");
        (await clerk.Post(address, new { act = "Restrict", ground = "LegalPeriodRuns", answer = "期限未满" })).Problem.ShouldBe("PersonIsStillNeededHere");
        (await clerk.Post(address, new { act = "Refuse", ground = "StillNeeded", answer = "您还住在这里" })).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Get($"/api/v1/me/data/requests/{id}")).Text.ShouldContain("您还住在这里");
    }

    [Fact]
    public async Task Who_has_left_is_deleted_whole_and_everything_that_pointed_there_still_stands()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        using var browser = await App.SignInAs(desk.Owner);
        var name = await App.Scalar<string>("select name from registry.people where id = $1", desk.Owner);
        var ticket = await desk.ClosedTicket(App.Clock.Now.AddDays(-3));
        var id = (await owner.Post("/api/v1/me/data/deletions", new { scope = "Everything" })).Json.GetProperty("value").GetGuid();
        await desk.Leave();
        (await clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NoContent);

        (await App.Count("registry.people", "id = $1 and erased_at is not null and phone_cipher is null and phone_index is null and name <> $2", desk.Owner, name!)).ShouldBe(1);
        (await App.Count("platform.sessions", "person_id = $1", desk.Owner)).ShouldBe(0);
        (await App.Count("platform.access_tokens", "person_id = $1", desk.Owner)).ShouldBe(0);
        (await App.Count("registry.ownerships", "person_id = $1", desk.Owner)).ShouldBe(1);
        (await App.Count("tickets.tickets", "id = $1 and unit_id is null and reporter_id <> $2 and description not like '%李某%' and deidentified_at is not null", ticket, desk.Owner)).ShouldBe(1);
        (await App.Count("tickets.timeline", "ticket_id = $1 and (note is not null or person_id is not null)", ticket)).ShouldBe(0);
        (await browser.Get("/me")).Location.ShouldStartWith("/sign-in");
        (await owner.Get("/api/v1/me/data")).ShouldBe(HttpStatusCode.Unauthorized);
        (await clerk.Get($"/api/v1/registry/people/{desk.Owner}")).ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Get($"/api/v1/privacy/requests/{id}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(name!);
        var number = await App.Scalar<string>("select number from tickets.tickets where id = $1", ticket);
        (await clerk.Get($"/api/v1/tickets/{number}")).ShouldBe(HttpStatusCode.OK);
        await App.Background.SendOutbox();
        (await App.Count("platform.sent_messages", "text like '%DataErased%'")).ShouldBeGreaterThan(0);
        (await App.With<VerifyAudit, bool>(async audit => (await audit.Run(null, CancellationToken.None)).IsWhole)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_only_stored_nobody_looks_at()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        var id = (await owner.Post("/api/v1/me/data/deletions", new { scope = "Everything" })).Json.GetProperty("value").GetGuid();
        await desk.Leave();
        (await clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Restrict", ground = "LegalPeriodRuns", answer = "物业费凭证保存期限未满" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.people", "id = $1 and phone_cipher is not null and restricted_at is not null", desk.Owner)).ShouldBe(1);
        (await clerk.Post($"/api/v1/registry/people/{desk.Owner}/unmask", new { field = "PhoneNumber", reason = "想看一看" })).ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Get($"/api/v1/registry/people/{desk.Owner}")).ShouldBe(HttpStatusCode.NotFound);
        // Its person still may.
        (await owner.Get("/api/v1/me/data")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_else_sees_or_decides_it_and_no_clerk_the_own_one()
    {
        var desk = await PrivacyDesk.Open(App);
        var other = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var neighbour = await App.ApiAs(await App.World.OwnerIn(desk.Compound));
        using var foreign = await other.AsClerk();
        var id = (await owner.Post("/api/v1/me/data/deletions", new { scope = "PartyMark" })).Json.GetProperty("value").GetGuid();
        (await neighbour.Get($"/api/v1/me/data/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Post($"/api/v1/me/data/requests/{id}/withdraw", new { })).ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Get($"/api/v1/privacy/requests/{id}")).ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.Get($"/api/v1/privacy/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await foreign.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Accept" })).ShouldBe(HttpStatusCode.NotFound);

        using var clerk = await desk.AsClerk();
        var own = (await clerk.Post("/api/v1/me/data/deletions", new { scope = "IdentityNumber" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await clerk.Post($"/api/v1/privacy/requests/{own}/decision", new { act = "Accept" })).Problem.ShouldBe("OwnRequestIsDecidedByAnother");
    }

    [Fact]
    public async Task Two_who_decide_at_once_decide_once()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        var id = (await owner.Post("/api/v1/me/data/corrections", new { field = "Other", proposed = "备注有误" })).Json.GetProperty("value").GetGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            clerk.Post($"/api/v1/privacy/requests/{id}/decision", new { act = "Accept", requestId = Guid.NewGuid() })));
        answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.NoContent || a.Status == HttpStatusCode.Conflict);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'RightsRequestDecided'", desk.Owner)).ShouldBe(1);
    }

    [Fact]
    public async Task Through_the_pages_from_asking_to_the_answer()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await App.SignInAs(desk.Owner);
        var form = await owner.Get("/me/privacy/correct");
        var empty = (await owner.Submit(form, "main form", ("Input.Explanation", "看清楚"))).ShouldBe(HttpStatusCode.OK);
        empty.All(".govuk-error-summary, [role=alert]").ShouldNotBeEmpty();
        empty.Text.ShouldContain("看清楚");
        var asked = await owner.Submit(empty, "main form", ("Input.Field", "Household"), ("Input.Proposed", "<script>alert(1)</script>"));
        asked.Location.ShouldStartWith("/me/privacy/requests/");
        var shown = await owner.Get(asked.Location!);
        shown.Text.ShouldNotContain("<script>alert");
        var id = asked.Location!.Split('/')[^1];

        using var clerk = await App.SignInAs(desk.Clerk);
        (await clerk.Get("/privacy/requests")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain($"/privacy/requests/{id}");
        var page = await clerk.Get($"/privacy/requests/{id}");
        var refused = (await clerk.Submit(page, "main form", ("Input.Act", "Refuse"), ("Input.Answer", "已核对"))).ShouldBe(HttpStatusCode.OK);
        refused.All(".govuk-error-summary, [role=alert]").ShouldNotBeEmpty();
        var done = await clerk.Submit(refused, "main form", ("Input.Act", "Refuse"), ("Input.Ground", "RecordIsRight"), ("Input.Answer", "已核对，登记无误"));
        done.Location.ShouldBe("/privacy/requests");
        (await owner.Get($"/me/privacy/requests/{id}")).Text.ShouldContain("已核对，登记无误");
        (await clerk.Get("/privacy/requests?decided=true")).Text.ShouldContain(id);
    }

    [Fact]
    public async Task An_overdue_request_shows_as_such()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        await owner.Post("/api/v1/me/data/deletions", new { scope = "PartyMark" });
        var start = App.Clock.Now;
        App.Clock.Advance(TimeSpan.FromDays(25));
        using var clerk = await desk.AsClerk();
        (await clerk.Get("/api/v1/privacy/requests")).Json.GetProperty("late").GetInt32().ShouldBe(1);
        App.Clock.Set(start);
    }
}
