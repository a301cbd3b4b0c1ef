using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Platform.Changes;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>The administrator helps whoever cannot get in, and shuts out whoever should not: with a reason, and without seeing a number.</summary>
public class AccountsTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_lock_is_seen_and_lifted_with_a_reason()
    {
        var phone = App.World.Phone();
        var person = await App.World.OwnerIn(await App.World.Compound("账号小区"), phone);
        for (var i = 0; i < 5; i++)
        {
            await App.With<SignInWithPassword, bool>(async s => (await s.Check(PhoneNumber.Parse(phone).Value, $"wrong {i}", CancellationToken.None)).IsRefused);
        }

        using var admin = await App.SignInAs(await AuditPageTests.Administrator(App));
        var found = (await admin.Get($"/accounts?q={phone}")).ShouldBe(HttpStatusCode.OK);
        found.Text.ShouldNotContain($">{phone}<");
        found.One($"a[href='/accounts/{person}']").TextContent.ShouldContain("已锁定");
        var page = await admin.Get($"/accounts/{person}");
        page.Text.ShouldNotContain(phone);
        var refused = await Do(admin, page, "Unlock", "急");
        refused.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("请写明理由");
        (await Do(admin, refused, "Unlock", "本人来电，记错密码")).Location.ShouldBe($"/accounts/{person}");
        (await App.Count("platform.audit_entries", "process = 'UnlockAccount' and subject_id = $1 and reason = '本人来电，记错密码'", person)).ShouldBe(1);
        (await admin.Get($"/accounts/{person}")).Text.ShouldNotContain("锁定至");
    }

    [Fact]
    public async Task Ending_access_ends_sessions_and_tokens_once()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("账号小区二"));
        using var browser = await App.SignInAs(person);
        using var program = await App.ApiAs(person);
        using var admin = await App.ApiAs(await AuditPageTests.Administrator(App));
        var act = new { reason = "手机丢失，本人申请", requestId = Guid.NewGuid() };
        (await admin.Post($"/api/v1/accounts/{person}/end-access", act)).ShouldBe(HttpStatusCode.NoContent);
        (await admin.Post($"/api/v1/accounts/{person}/end-access", act)).ShouldBe(HttpStatusCode.NoContent);
        (await browser.Get("/me")).Location!.ShouldStartWith("/sign-in");
        (await program.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await App.Count("platform.audit_entries", "process = 'EndAccess' and subject_id = $1", person)).ShouldBe(1);
        (await admin.Get($"/api/v1/accounts/{person}")).Json.GetProperty("sessions").GetInt32().ShouldBe(0);
        (await admin.Post($"/api/v1/accounts/{Guid.NewGuid()}/end-access", new { reason = "没有这个人吧" })).ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Answer> Do(Visitor admin, Answer page, string handler, string reason)
    {
        var fields = FormFields.Of((AngleSharp.Html.Dom.IHtmlFormElement)page.One("form.stack")).Where(f => f.Name != "Input.Reason").Append(("Input.Reason", reason));
        return admin.Post($"{page.Address.AbsolutePath}?handler={handler}", fields);
    }
}
