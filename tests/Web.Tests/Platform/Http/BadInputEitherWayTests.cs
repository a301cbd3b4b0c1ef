using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Platform.Files.Content;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Http;

/// <summary>
/// The same bad input by form and by program: each is told what is wrong in its own language, the form keeps what was typed, and
/// nothing is stored, not by half and not twice.
/// </summary>
public class BadInputEitherWayTests(EmptyHost host) : EmptyHostTests(host)
{
    private static int last;
    private Guid compound;
    private Guid owner;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        compound = await App.World.Compound("两路小区");
        owner = await App.World.OwnerIn(compound);
    }

    public static TheoryData<string, string, string?, string> BadReports => new()
    {
        // The name of the field, its value, what the API's problem is called, and the other field's text that is kept.
        { "category", "", "CategoryIsMissing", "电梯坏了" },
        { "category", "no-such-category", null, "电梯坏了" },
        { "description", "", "DescriptionIsMissing", "电梯坏了" },
        { "description", " \u3000\u200b ", "DescriptionIsMissing", "电梯坏了" },
        { "description", "overlong:2001", "TextIsTooLong", "电梯坏了" },
        { "placeText", "", "PlaceIsMissing", "电梯坏了" },
        { "placeText", "overlong:101", "TextIsTooLong", "电梯坏了" },
        { "placeId", "1栋", null, "电梯坏了" },
        { "contactBy", "Pigeon", null, "电梯坏了" },
    };

    [Theory]
    [MemberData(nameof(BadReports))]
    public async Task A_bad_report_is_refused_by_form_with_what_was_typed(string field, string value, string? problem, string kept)
    {
        _ = problem;
        value = Long(value);
        using var visitor = await App.SignInAs(owner);
        foreach (var step in new[] { "Check", "Submit" })
        {
            var (cookie, token) = FormTokens.For(App, owner);
            visitor.Cookies["linli.form"] = cookie;
            var name = $"Input.{char.ToUpperInvariant(field[0])}{field[1..]}";
            var fields = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token, ["RequestId"] = Guid.NewGuid().ToString(), ["Input.Category"] = "lift", ["Input.PlaceText"] = "1栋",
                ["Input.Description"] = kept, ["Input.ContactBy"] = "Phone", [name] = value,
            };
            var answer = (await visitor.Post($"/tickets/report?handler={step}", fields.Select(f => (f.Key, f.Value)))).ShouldBe(HttpStatusCode.OK);
            answer.All(".govuk-error-summary li, .govuk-error-summary a").ShouldNotBeEmpty($"{step}: {name}");
            if (field != "description")
            {
                ((IHtmlTextAreaElement)answer.One("textarea[name='Input.Description']")).Value.ShouldBe(kept);
            }
            else if (value.Trim().Length > 0)
            {
                ((IHtmlTextAreaElement)answer.One("textarea[name='Input.Description']")).Value.ShouldBe(value);
            }

            await NothingStored();
        }
    }

    [Theory]
    [MemberData(nameof(BadReports))]
    public async Task A_bad_report_is_refused_by_program_in_its_language(string field, string value, string? problem, string kept)
    {
        using var program = await App.ApiAs(owner);
        var body = new Dictionary<string, object> { ["requestId"] = Guid.NewGuid(), ["category"] = "lift", ["placeText"] = "1栋", ["description"] = kept, ["contactBy"] = "Phone", [field] = Long(value) };
        var titles = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets") { Content = System.Net.Http.Json.JsonContent.Create(body) };
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            var answer = await program.Send(request);
            answer.Status.ShouldBeOneOf([HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity], answer.Text);
            titles.Add(answer.Json.GetProperty("title").GetString()!);
            if (problem is not null)
            {
                answer.Problem.ShouldBe(problem);
                answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()!.ToUpperInvariant()).ShouldContain(field.ToUpperInvariant());
            }
        }

        titles[0].ShouldNotBe(titles[1]);
        await NothingStored();
    }

    [Fact]
    public async Task Script_laden_text_by_program_is_text_on_every_page_that_shows_it()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
        using var program = await App.ApiAs(owner);
        var made = await program.Post("/api/v1/tickets", new { requestId = Guid.NewGuid(), category = "lift", placeText = Script, description = Script });
        var number = made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString();
        (await program.Get($"/api/v1/tickets/{number}")).Json.GetProperty("description").GetString().ShouldBe(Script);
        using var visitor = await App.SignInAs(owner);
        foreach (var address in new[] { $"/tickets/{number}", "/tickets/mine", "/" })
        {
            var page = (await visitor.Get(address)).ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldNotContain("<script>alert");
            page.All("img[onerror]").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("照片.jpg", "image/jpeg", "<html>not a photo</html>")]
    [InlineData("照片.png", "image/png", "")]
    [InlineData("照片.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    public async Task A_photo_that_is_none_is_refused_by_program(string name, string type, string content)
    {
        using var program = await App.ApiAs(owner);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await program.Post("/api/v1/tickets/photos", new MultipartFormDataContent { { file, "file", name } });
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Json.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        (await App.Count("platform.attachments", "uploaded_by = $1", owner)).ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_ended_stores_nothing_and_the_photo_taken_in_before_is_kept_for_the_next()
    {
        var token = await App.TokenFor(owner);
        using var program = App.ApiWith(token);
        var photo = new ByteArrayContent(Samples.PhotoWithPlace);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var taken = (await program.Post("/api/v1/tickets/photos", new MultipartFormDataContent { { photo, "file", "电梯.jpg" } })).ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
        var report = new { requestId = Guid.NewGuid(), category = "lift", placeText = "1栋", description = "电梯坏了", photos = new[] { taken } };
        await App.Execute("update platform.access_tokens set expires_at = $2 where person_id = $1", owner, App.Clock.Now.AddSeconds(-1));
        (await program.Post("/api/v1/tickets", report)).ShouldBe(HttpStatusCode.Unauthorized).Headers["Content-Type"].ShouldStartWith("application/problem+json");
        await NothingStored();
        using var next = await App.ApiAs(owner);
        (await next.Post("/api/v1/tickets", report)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_two_who_take_a_ticket_at_once_one_has_it_and_the_other_is_told()
    {
        foreach (var byForm in new[] { true, false })
        {
            var number = await Received();
            var version = await App.Scalar<uint>("select xmin from tickets.tickets where number = $1", number);
            var dispatchers = new List<Guid>();
            for (var i = 0; i < 2; i++)
            {
                dispatchers.Add(await App.World.Person());
                await App.World.Post(dispatchers[i], PostKinds.PropertyDispatcher.Code, compound);
            }

            var went = byForm ? await ByForm(number, dispatchers) : await ByProgram(number, version, dispatchers);
            went.Count(w => w).ShouldBe(1);
            (await App.Count("tickets.timeline l join tickets.tickets t on t.id = l.ticket_id", "t.number = $1 and l.act = 'Accept'", number)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_link_to_another_compounds_ticket_is_a_page_that_says_so_and_a_problem()
    {
        var number = await Received();
        var stranger = await App.World.OwnerIn(await App.World.Compound("外小区"));
        using var visitor = await App.SignInAs(stranger);
        var page = (await visitor.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.NotFound);
        page.One("h1").TextContent.ShouldNotBeNullOrWhiteSpace();
        page.Text.ShouldNotContain("测试用的一件事");
        using var program = await App.ApiAs(stranger);
        (await program.Get($"/api/v1/tickets/{number}")).ShouldBe(HttpStatusCode.NotFound).Problem.ShouldBe("NotFound");
        (await program.Post($"/api/v1/tickets/{number}/supplement", new { requestId = Guid.NewGuid(), note = "我也想说" })).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("tickets.timeline l join tickets.tickets t on t.id = l.ticket_id", "t.number = $1", number)).ShouldBe(0);
    }

    private async Task<IReadOnlyList<bool>> ByForm(string number, IReadOnlyList<Guid> dispatchers)
    {
        var visitors = await Task.WhenAll(dispatchers.Select(d => App.SignInAs(d)));
        var pages = await Task.WhenAll(visitors.Select(v => v.Get($"/tickets/{number}")));
        var answers = await Task.WhenAll(visitors.Zip(pages, (visitor, page) => visitor.Submit(page, "form[action*='handler=Accept']", ("Input.Category", "lift"), ("Input.Urgency", "Urgent"))));
        foreach (var told in answers.Where(a => a.Status != HttpStatusCode.Found))
        {
            told.ShouldBe(HttpStatusCode.OK).All(".govuk-error-summary").ShouldNotBeEmpty();
        }

        foreach (var visitor in visitors)
        {
            visitor.Dispose();
        }

        return [.. answers.Select(a => a.Status == HttpStatusCode.Found)];
    }

    private async Task<IReadOnlyList<bool>> ByProgram(string number, uint version, IReadOnlyList<Guid> dispatchers)
    {
        var programs = await Task.WhenAll(dispatchers.Select(d => App.ApiAs(d)));
        var answers = await Task.WhenAll(programs.Select(p => p.Post($"/api/v1/tickets/{number}/accept", new { requestId = Guid.NewGuid(), version, category = "lift", urgency = "Urgent" })));
        foreach (var told in answers.Where(a => a.Status != HttpStatusCode.NoContent))
        {
            told.ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("ChangedMeanwhile");
        }

        foreach (var program in programs)
        {
            program.Dispose();
        }

        return [.. answers.Select(a => a.Status == HttpStatusCode.NoContent)];
    }

    private async Task<string> Received()
    {
        var number = $"ZL-{Interlocked.Increment(ref last):D6}";
        await App.World.Ticket(compound, number, owner, owner);
        await App.Execute("update tickets.tickets set state = 'Received', assigned_to = null, assigned_at = null, accepted_by = null, accepted_at = null where number = $1", number);
        return number;
    }

    private static string Long(string value) => value.StartsWith("overlong:", StringComparison.Ordinal)
        ? new string('长', int.Parse(value["overlong:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        : value;

    private async Task NothingStored() => (await App.Count("tickets.tickets", "reporter_id = $1", owner)).ShouldBe(0);
}
