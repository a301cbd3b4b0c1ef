using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Linli.Web.Demo.World;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Platform.Files.Content;
using Shouldly;

namespace Linli.Web.Tests.Scenarios;

/// <summary>The persons of the first matter as programs: each with a personal access token, none with a page.</summary>
internal sealed class MatterByProgram(TestApp app) : IDisposable
{
    private readonly Dictionary<DemoRole, ApiClient> programs = [];

    /// <summary>The five figures of the overview and the tab of the list that each opens.</summary>
    public static readonly IReadOnlyList<(string Figure, string Tab)> Figures =
        [("received", "Received"), ("open", "Open"), ("overdue", "Overdue"), ("done", "Done"), ("rated", "Rated")];

    public async Task<ApiClient> As(DemoRole role)
    {
        if (!programs.TryGetValue(role, out var program))
        {
            program = await app.ApiAs(await app.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", (int)role));
            programs.Add(role, program);
        }

        return program;
    }

    public async Task<JsonElement> Read(DemoRole role, string address) =>
        (await (await As(role)).Get(address)).ShouldBe(HttpStatusCode.OK).Json;

    public async Task<Guid> Upload(DemoRole role)
    {
        var photo = new ByteArrayContent(Samples.PhotoWithPlace);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var taken = await (await As(role)).Post("/api/v1/tickets/photos", new MultipartFormDataContent { { photo, "file", "电梯.jpg" } });
        return taken.ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
    }

    public async Task<string> ReportTheLift(params Guid[] photos)
    {
        var building = (await Read(DemoRole.Owner, "/api/v1/tickets/places")).EnumerateArray().Single(p => p.GetProperty("name").GetString() == "24栋");
        var made = await (await As(DemoRole.Owner)).Post("/api/v1/tickets", new
        {
            requestId = Guid.NewGuid(), category = "lift", placeId = building.GetProperty("placeId").GetGuid(), placeText = "1单元电梯",
            description = "电梯停在3楼，门打不开", contactBy = "Phone", photos,
        });
        return made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;
    }

    public Task<JsonElement> Ticket(DemoRole role, string number) => Read(role, $"/api/v1/tickets/{number}");

    /// <summary>An act, a second after the one before.</summary>
    public async Task<Answer> Try(DemoRole role, string number, string act, object body)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        return await (await As(role)).Post($"/api/v1/tickets/{number}/{act}", body);
    }

    public async Task Do(DemoRole role, string number, string act, object body) => (await Try(role, number, act, body)).ShouldBe(HttpStatusCode.NoContent);

    /// <summary>Takes the ticket and gives it to the demo's worker, found by the name that the worker's own token tells.</summary>
    public async Task TakeAndAssign(string number)
    {
        await Do(DemoRole.Dispatcher, number, "accept", new { requestId = Guid.NewGuid(), category = "lift", urgency = "Urgent" });
        var worker = (await Read(DemoRole.RepairWorker, "/api/v1/me")).GetProperty("personId").GetGuid();
        var handlers = await Read(DemoRole.Dispatcher, $"/api/v1/tickets/{number}/handlers");
        var before = handlers.EnumerateArray().Single(h => h.GetProperty("personId").GetGuid() == worker).GetProperty("openTickets").GetInt64();
        await Do(DemoRole.Dispatcher, number, "assign", new { requestId = Guid.NewGuid(), handler = worker });
        handlers = await Read(DemoRole.Dispatcher, $"/api/v1/tickets/{number}/handlers");
        handlers.EnumerateArray().Single(h => h.GetProperty("personId").GetGuid() == worker).GetProperty("openTickets").GetInt64().ShouldBe(before + 1);
    }

    public async Task Repair(string number, params Guid[] photos)
    {
        await Do(DemoRole.RepairWorker, number, "contact", new { requestId = Guid.NewGuid(), note = "已电话联系，十分钟到" });
        await Do(DemoRole.RepairWorker, number, "done", new { requestId = Guid.NewGuid(), result = "更换门机皮带，试运行正常", photos });
    }

    /// <summary>Kinds of the person's notices that lead to the ticket, once what was waiting to be sent has gone out.</summary>
    public async Task<IReadOnlyList<string>> NoticesOf(DemoRole role, string number)
    {
        await app.Background.SendOutbox();
        return [.. (await Read(role, "/api/v1/notifications")).GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("link").GetString()!.EndsWith(number, StringComparison.Ordinal)).Select(n => n.GetProperty("kind").GetString()!)];
    }

    public async Task<IReadOnlyList<string>> StepsFor(DemoRole role, string number) =>
        [.. (await Ticket(role, number)).GetProperty("timeline").EnumerateArray().Select(step => step.GetProperty("act").GetString()!)];

    /// <summary>Every number of the list that a figure opens, read page by page.</summary>
    public async Task<IReadOnlyList<string>> ListOf(DemoRole role, Guid placeId, string tab, string period)
    {
        var numbers = new List<string>();
        if (tab == "Rated")
        {
            // Ratings follow the rule of the three rates and open the list of those.
            var code = await app.Scalar<string>("select code from registry.places where id = $1", placeId);
            for (var page = 1; ; page++)
            {
                var counted = await Read(role, $"/api/v1/rates/tickets?of=SatisfactionAnswers&place={code}&{period}&page={page.ToString(CultureInfo.InvariantCulture)}");
                numbers.AddRange(counted.GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("number").GetString()!));
                if (page >= counted.GetProperty("pages").GetInt32())
                {
                    return numbers;
                }
            }
        }

        for (var page = 1; ; page++)
        {
            var list = await Read(role, $"/api/v1/tickets?tab={tab}&placeId={placeId}&{period}&page={page.ToString(CultureInfo.InvariantCulture)}");
            numbers.AddRange(list.GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("number").GetString()!));
            if (!list.GetProperty("hasMore").GetBoolean())
            {
                return numbers;
            }
        }
    }

    public void Dispose()
    {
        foreach (var program in programs.Values)
        {
            program.Dispose();
        }
    }
}
