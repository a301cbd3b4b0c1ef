using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>What a person sees, takes along and changes of the own data (PIPL 44 to 46, 48).</summary>
public class OwnDataTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Every_look_at_a_number_is_shown_to_its_person_and_stands_in_the_export()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var clerk = await desk.AsClerk();
        (await clerk.Post($"/api/v1/registry/people/{desk.Owner}/unmask", new { field = "PhoneNumber", reason = "核对回访电话" })).ShouldBe(HttpStatusCode.OK);
        (await owner.Get("/api/v1/me/data/looks")).Text.ShouldContain("核对回访电话");
        (await owner.Post("/api/v1/me/data/export", new { whole = false })).Text.ShouldContain("核对回访电话");
        using var browser = await App.SignInAs(desk.Owner);
        (await browser.Get("/me/privacy")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("核对回访电话");
        (await browser.Get("/me/looks")).Text.ShouldContain("核对回访电话");
    }

    [Fact]
    public async Task What_is_held_names_purpose_basis_and_retention_and_masks_numbers()
    {
        var desk = await PrivacyDesk.Open(App);
        await desk.ClosedTicket(App.Clock.Now);
        using var owner = await desk.AsOwner();
        var held = (await owner.Get("/api/v1/me/data")).ShouldBe(HttpStatusCode.OK);
        held.Text.ShouldNotContain(desk.Phone);
        held.Text.ShouldContain(desk.Phone[..3] + "****");
        held.Text.ShouldContain("3栋402漏水");
        var categories = held.Json.EnumerateArray().ToList();
        categories.Count.ShouldBeGreaterThanOrEqualTo(10);
        categories.ShouldAllBe(c => c.GetProperty("purposes").GetArrayLength() > 0);
    }

    [Fact]
    public async Task An_export_shows_numbers_whole_only_after_a_fresh_code()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        (await owner.Post("/api/v1/me/data/export", new { whole = false })).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(desk.Phone);
        (await owner.Post("/api/v1/me/data/export", new { whole = true })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("ConfirmFirst");
        (await owner.Post("/api/v1/me/data/export", new { whole = true, confirmationCode = "000000" })).Problem.ShouldBe("CodeIsWrongOrExpired");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await owner.Post("/api/v1/me/data/confirmation-codes", new { })).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(desk.Phone);
        (await owner.Post("/api/v1/me/data/export", new { whole = true, confirmationCode = await desk.LastCode() })).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(desk.Phone);
        (await App.Count("platform.audit_entries", "process = 'ExportMyData' and person_id = $1", desk.Owner)).ShouldBe(2);
    }

    [Fact]
    public async Task Through_the_pages_a_confirmed_session_exports_whole_for_ten_minutes()
    {
        var desk = await PrivacyDesk.Open(App);
        using var browser = await App.SignInAs(desk.Owner);
        // The code that signed in is fresh no longer.
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        var page = await browser.Get("/me/privacy/export");
        var refused = await browser.Post("/me/privacy/export?handler=Html", [.. FormFields.Of((AngleSharp.Html.Dom.IHtmlFormElement)page.One("main form")).Where(f => f.Name != "Input.Whole"), ("Input.Whole", "true")]);
        refused.All(".govuk-error-summary, [role=alert]").ShouldNotBeEmpty();

        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var confirm = await browser.Get("/me/confirm?returnUrl=%2Fme%2Fprivacy%2Fexport");
        var sent = await browser.Submit(confirm, "main form", []);
        var back = await browser.Submit(sent, "form:has([name='Input.Code'])", ("Input.Code", await desk.LastCode()));
        back.Location.ShouldBe("/me/privacy/export");
        page = await browser.Get("/me/privacy/export");
        var fields = FormFields.Of((AngleSharp.Html.Dom.IHtmlFormElement)page.One("main form")).Where(f => f.Name != "Input.Whole").Append(("Input.Whole", "true")).ToList();
        var copy = (await browser.Post("/me/privacy/export?handler=Html", fields)).ShouldBe(HttpStatusCode.OK);
        copy.Headers["Content-Disposition"].ShouldContain("attachment");
        copy.Text.ShouldContain(desk.Phone);
        (await browser.Post("/me/privacy/export?handler=Json", fields)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("whole").GetBoolean().ShouldBeTrue();

        App.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.Post("/me/privacy/export?handler=Html", fields)).Headers.ContainsKey("Content-Disposition").ShouldBeFalse();
    }

    [Fact]
    public async Task The_own_number_changes_by_a_code_to_each()
    {
        var desk = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        using var other = await App.SignInAs(desk.Owner);
        var phone = App.World.Phone();
        (await owner.Post("/api/v1/me/data/phone-codes", new { phoneNumber = desk.Phone })).Problem.ShouldBe("NumberIsOwnAlready");
        (await owner.Post("/api/v1/me/data/phone-codes", new { phoneNumber = "12" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await owner.Post("/api/v1/me/data/confirmation-codes", new { })).ShouldBe(HttpStatusCode.OK);
        var old = await desk.LastCode();
        (await owner.Post("/api/v1/me/data/phone-codes", new { phoneNumber = phone })).ShouldBe(HttpStatusCode.OK);
        var fresh = await desk.LastCode();
        (await owner.Post("/api/v1/me/data/phone", new { phoneNumber = phone, code = fresh })).Problem.ShouldBe("ConfirmFirst");
        var change = new { phoneNumber = phone, code = fresh, confirmationCode = old, requestId = Guid.NewGuid() };
        (await owner.Post("/api/v1/me/data/phone", change)).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post("/api/v1/me/data/phone", change)).ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>("select phone_masked from registry.people where id = $1", desk.Owner)).ShouldBe($"{phone[..3]}****{phone[7..]}");
        (await other.Get("/me")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_number_that_is_another_persons_stays_theirs_and_a_code_for_one_thing_opens_no_other()
    {
        var desk = await PrivacyDesk.Open(App);
        var other = await PrivacyDesk.Open(App);
        using var owner = await desk.AsOwner();
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await owner.Post("/api/v1/me/data/phone-codes", new { phoneNumber = other.Phone });
        var theirs = await desk.LastCode();
        // The code went to the other person's phone; it signs nobody in.
        using var stranger = App.Api();
        (await stranger.Post("/api/v1/sign-in/token", new { phoneNumber = other.Phone, code = theirs, name = "x" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await owner.Post("/api/v1/me/data/confirmation-codes", new { });
        var change = new { phoneNumber = other.Phone, code = theirs, confirmationCode = await desk.LastCode() };
        (await owner.Post("/api/v1/me/data/phone", change)).Problem.ShouldBe("PhoneNumberBelongsToAnotherPerson");
        (await App.Count("registry.people", "phone_index = (select phone_index from registry.people where id = $1)", other.Owner)).ShouldBe(1);
    }
}
