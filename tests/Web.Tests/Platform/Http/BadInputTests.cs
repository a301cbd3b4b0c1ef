using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Http;

/// <summary>What bad input gets: a clear answer in the caller's language, nothing stored by half, never a failure of ours.</summary>
public class BadInputTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    private Visitor visitor = null!;
    private ApiClient program = null!;
    private Guid owner;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        owner = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        visitor = await App.SignInAs(owner);
        program = await App.ApiAs(owner);
    }

    public override async ValueTask DisposeAsync()
    {
        visitor?.Dispose();
        program?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("""{"requestId":"0193b7a0-0000-7000-8000-0000000000aa","category":"lift","placeText":"1","description":"d","surprise":1}""")]
    [InlineData("""{"requestId":"no guid","category":"lift","placeText":"1","description":"d"}""")]
    [InlineData("""{"requestId":"0193b7a0-0000-7000-8000-0000000000aa","category":7,"placeText":"1","description":"d"}""")]
    [InlineData("""{"requestId":"0193b7a0-0000-7000-8000-0000000000aa","category":"lift","placeText":"1","description":"d","contactBy":2}""")]
    [InlineData("""{"requestId":"0193b7a0-0000-7000-8000-0000000000aa"}""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Json_that_does_not_fit_is_refused_as_a_problem(string body)
    {
        var answer = await program.Post("/api/v1/tickets/", new StringContent(body, Encoding.UTF8, "application/json"));
        ((int)answer.Status).ShouldBeInRange(400, 422);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        answer.Json.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        await NothingStored();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "\u200b\u3000")]
    [InlineData("lift", "")]
    [InlineData("no-such-category", "电梯坏了")]
    public async Task Empty_fields_and_unknown_choices_are_refused_beside_the_field(string category, string description)
    {
        var answer = await program.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category, placeText = "1栋", description });
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Json.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
        await NothingStored();
    }

    [Fact]
    public async Task Overlong_text_is_refused_and_kept_on_the_page()
    {
        var text = new string('长', 2001);
        var page = await visitor.Get("/tickets/report");
        var answer = (await visitor.Submit(page, "form[enctype]", ("Input.Category", "lift"), ("Input.PlaceText", "1栋"), ("Input.Description", text))).ShouldBe(HttpStatusCode.OK);
        ((IHtmlTextAreaElement)answer.One("textarea[name='Input.Description']")).Value.ShouldBe(text);
        answer.All(".govuk-error-message").ShouldNotBeEmpty();
        await NothingStored();
    }

    [Fact]
    public async Task Script_laden_text_is_shown_as_text()
    {
        var page = await visitor.Get("/tickets/report");
        var check = await visitor.Submit(
            page, "form[enctype]", ("Input.Category", "lift"), ("Input.PlaceText", Script), ("Input.Description", Script), ("Input.ContactBy", "Phone"));
        check.Text.ShouldNotContain("<script>alert");
        check.Document.QuerySelectorAll("img[onerror]").ShouldBeEmpty();
        if (check.All("form[action*='handler=Submit']").Count == 1)
        {
            var details = await visitor.Follow(await visitor.Submit(check, "form[action*='handler=Submit']"));
            details.ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("<script>alert");
            details.Document.Body!.TextContent.ShouldContain("<script>alert(1)</script>");
            (await visitor.Get("/tickets/mine")).Text.ShouldNotContain("<script>alert");
        }
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public async Task Text_in_another_encoding_does_not_break_anything(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding).GetBytes("""{"requestId":"0193b7a0-0000-7000-8000-0000000000ab","category":"lift","placeText":"一栋","description":"电梯坏了"}""");
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        ((int)(await program.Post("/api/v1/tickets/", content)).Status).ShouldBeInRange(400, 422);
        await NothingStored();
    }

    [Fact]
    public async Task Broken_utf8_and_nul_in_a_form_do_not_break_anything()
    {
        var (cookie, field) = FormTokens.For(App, owner);
        visitor.Cookies["linli.form"] = cookie;
        foreach (var description in new[] { "%FF%FE%80", "%00%00", "%ED%A0%80", "%E7%94" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/tickets/report?handler=Check")
            {
                Content = new StringContent(
                    $"__RequestVerificationToken={Uri.EscapeDataString(field)}&Input.Category=lift&Input.PlaceText=1&Input.Description={description}",
                    Encoding.ASCII, "application/x-www-form-urlencoded"),
            };
            ((int)(await visitor.Send(request)).Status).ShouldBeLessThan(500);
        }

        await NothingStored();
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        var content = new ByteArrayContent(new byte[40 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            ((int)(await program.Post("/api/v1/tickets/", content)).Status).ShouldBeInRange(400, 413);
        }
        catch (HttpRequestException)
        {
            // Kestrel closes the connection on a sender that does not stop; that is an answer too.
        }

        await NothingStored();
    }

    [Fact]
    public async Task A_photo_that_is_none_is_refused_and_the_form_kept()
    {
        var page = await visitor.Get("/tickets/report");
        var answer = await visitor.Submit(
            page, "form[enctype]",
            [("Input.Category", "lift"), ("Input.PlaceText", "1栋"), ("Input.Description", "电梯坏了"), ("Input.ContactBy", "Phone")],
            [("Input.Photos", new FilePart("照片.jpg", "image/jpeg", Encoding.UTF8.GetBytes("<html>not a photo</html>")))]);
        answer.ShouldBe(HttpStatusCode.OK).All(".govuk-error-summary, .govuk-error-message").ShouldNotBeEmpty();
        ((IHtmlTextAreaElement)answer.One("textarea[name='Input.Description']")).Value.ShouldBe("电梯坏了");
        (await App.Count("platform.attachments", "uploaded_by = $1", owner)).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_the_product_s_voice()
    {
        var answer = await visitor.Post("/tickets/report?handler=Submit", [("Input.Category", "lift"), ("Input.Description", "电梯坏了")]);
        answer.ShouldBe(HttpStatusCode.BadRequest).Document.QuerySelector("h1")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        await NothingStored();
    }

    private async Task NothingStored() => (await App.Count("tickets.tickets", "reporter_id = $1", owner)).ShouldBe(0);
}
