using System.Net;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Registry.Contract;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>Notice and consent: read once a version, given and withdrawn purpose by purpose, never a condition (PIPL 14 to 17).</summary>
public class ConsentTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_word_given_holds_until_it_is_withdrawn_and_both_are_kept()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        const string Purpose = ConsentPurposes.PhoneToVolunteers;
        (await Given(desk.Owner, Purpose)).ShouldBeFalse();
        var give = new { purpose = Purpose, version = 1, given = true, requestId = Guid.NewGuid() };
        (await owner.Post("/api/v1/me/data/consents", give)).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post("/api/v1/me/data/consents", give)).ShouldBe(HttpStatusCode.NoContent);
        (await Given(desk.Owner, Purpose)).ShouldBeTrue();
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await owner.Post("/api/v1/me/data/consents", new { purpose = Purpose, given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await Given(desk.Owner, Purpose)).ShouldBeFalse();
        (await owner.Get("/api/v1/me/data/consents/log")).Json.GetArrayLength().ShouldBe(2);
        (await App.Count("platform.audit_entries", "person_id = $1 and process in ('GiveConsent', 'WithdrawConsent')", desk.Owner)).ShouldBe(2);
    }

    [Fact]
    public async Task Consent_is_for_the_text_that_was_read()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        (await owner.Post("/api/v1/me/data/consents", new { purpose = "party-mark", version = 7, given = true })).Problem.ShouldBe("ConsentTextHasChanged");
        (await owner.Post("/api/v1/me/data/consents", new { purpose = "party-mark", given = true })).Problem.ShouldBe("ConsentTextHasChanged");
        (await owner.Post("/api/v1/me/data/consents", new { purpose = "advertising", version = 1, given = true })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("ConsentPurposeIsNotKnown");
        // A word about an earlier text asks anew and does not hold.
        await App.Execute("insert into registry.consents (id, person_id, purpose, version, given, at) values ($1, $2, 'hardship-mark', 0, true, $3)", Guid.NewGuid(), desk.Owner, App.Clock.Now);
        (await Given(desk.Owner, "hardship-mark")).ShouldBeFalse();
        using var browser = await App.SignInAs(desk.Owner);
        (await browser.Get("/me/privacy")).One("a[href='/me/privacy/consents'] .tag");
    }

    [Fact]
    public async Task Withdrawing_clears_the_mark_that_rested_on_it()
    {
        var desk = await PrivacyDesk.Open(App);
        await App.World.PartyMember(desk.Owner);
        using var browser = await App.SignInAs(desk.Owner);
        var page = await browser.Get("/me/privacy/consents");
        page = await browser.Follow(await browser.Submit(page, "#consent-party-mark", ("Input.Given", "true")));
        (await browser.Submit(page, "#consent-party-mark", ("Input.Given", "false"))).Location.ShouldBe("/me/privacy/consents");
        (await App.Scalar<bool>("select party_member from registry.people where id = $1", desk.Owner)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_notice_is_open_to_all_and_leads_to_itself_until_it_was_read()
    {
        var desk = await PrivacyDesk.Open(App);
        using var visitor = App.Visitor();
        (await visitor.Get("/privacy")).ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/sign-in")).All("a[href='/privacy']").ShouldNotBeEmpty();
        using var owner = await App.SignInAs(desk.Owner);
        (await owner.Get("/tickets/report")).ShouldBe(HttpStatusCode.OK).One(".banner a[href='/privacy']");
        var notice = await owner.Get("/privacy");
        (await owner.Submit(notice, "#notice-read", [])).Location.ShouldBe("/");
        (await owner.Get("/tickets/report")).All(".banner a[href='/privacy']").ShouldBeEmpty();
        (await owner.Get("/privacy")).All("#notice-read").ShouldBeEmpty();
        using var program = await desk.AsOwner();
        (await program.Post("/api/v1/me/data/notice-readings", new { version = 1 })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.notice_readings", "person_id = $1", desk.Owner)).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_waits_for_a_consent_or_a_reading()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        (await owner.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "lift", placeText = "1栋1单元", description = "电梯停在3楼不动" })).ShouldBe(HttpStatusCode.Created);
    }

    private Task<bool> Given(Guid person, string purpose) =>
        App.With<IConsents, bool>(async consents => (await consents.GivenBy([person], purpose, CancellationToken.None)).Contains(person));
}
