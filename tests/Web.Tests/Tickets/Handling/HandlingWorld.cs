using System.Net;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;

namespace Linli.Web.Tests.Tickets.Handling;

/// <summary>A compound with everybody who can have a part in one of its tickets, each as a program.</summary>
internal sealed class HandlingWorld : IDisposable
{
    private readonly TestApp app;
    private readonly Dictionary<Guid, ApiClient> programs = [];

    private HandlingWorld(TestApp app) => this.app = app;

    public Guid Compound { get; private set; }

    public Guid Owner { get; private set; }

    public Guid Neighbour { get; private set; }

    public Guid Dispatcher { get; private set; }

    public Guid Worker { get; private set; }

    /// <summary>A second worker of the same company.</summary>
    public Guid Colleague { get; private set; }

    public Guid Lead { get; private set; }

    public Guid Chair { get; private set; }

    public Guid Secretary { get; private set; }

    public Guid Community { get; private set; }

    public Guid Subdistrict { get; private set; }

    public Guid District { get; private set; }

    public static async Task<HandlingWorld> Make(TestApp app, string root)
    {
        var made = new HandlingWorld(app);
        var world = app.World;
        var district = await world.Place("测试区", PlaceKind.District, $"{root}/");
        var subdistrict = await world.Place("测试街道", PlaceKind.Subdistrict, $"{root}/01/", district);
        var community = await world.Place("测试社区", PlaceKind.Community, $"{root}/01/001/", subdistrict);
        made.Compound = await world.CompoundAt("测试小区", $"{root}/01/001/01/", community);
        made.Owner = await world.OwnerIn(made.Compound);
        made.Neighbour = await world.OwnerIn(made.Compound);
        made.Dispatcher = await made.Post(PostKinds.PropertyDispatcher, made.Compound);
        var company = await made.OrganisationOf(made.Dispatcher);
        made.Worker = await made.Post(PostKinds.RepairWorker, made.Compound, company);
        made.Colleague = await made.Post(PostKinds.RepairWorker, made.Compound, company);
        made.Lead = await made.Post(PostKinds.ProjectLead, made.Compound, company);
        made.Chair = await made.Post(PostKinds.CommitteeChair, made.Compound);
        made.Secretary = await made.Post(PostKinds.BranchSecretary, made.Compound);
        made.Community = await made.Post(PostKinds.CommunityWorker, community);
        made.Subdistrict = await made.Post(PostKinds.SubdistrictOfficer, subdistrict);
        made.District = await made.Post(PostKinds.HousingOfficer, district);
        return made;
    }

    public Task<Guid> OrganisationOf(Guid person) => app.Scalar<Guid>("select organisation_id from registry.posts where person_id = $1", person);

    public async Task<ApiClient> As(Guid person) => programs.TryGetValue(person, out var known) ? known : programs[person] = await app.ApiAs(person);

    public async Task<string> Report(string category = "doors", string says = "单元门关不上")
    {
        var made = await (await As(Owner)).Post("/api/v1/tickets", new { requestId = Guid.NewGuid(), category, placeText = "1栋1单元", description = says });
        return made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;
    }

    /// <summary>Accepted and given to the worker, who has reached the reporter.</summary>
    public async Task<string> Handled(string urgency = "Normal", bool contacted = true)
    {
        var number = await Report();
        await Do(Dispatcher, number, "accept", new { category = "doors", urgency });
        await Do(Dispatcher, number, "assign", new { handler = Worker });
        if (contacted)
        {
            await Do(Worker, number, "contact", new { note = "已联系" });
        }

        return number;
    }

    /// <summary>An act, a minute after the one before.</summary>
    public async Task<Answer> Try(Guid person, string number, string act, object body, Guid? requestId = null)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var fields = JsonSerializer.SerializeToNode(body)!.AsObject();
        fields["requestId"] = requestId ?? Guid.NewGuid();
        return await (await As(person)).Post($"/api/v1/tickets/{number}/{act}", fields);
    }

    public async Task Do(Guid person, string number, string act, object body)
    {
        var answer = await Try(person, number, act, body);
        ((int)answer.Status).ShouldBe(204, $"{act}: {answer.Text}");
    }

    public async Task ShouldBeRefused(Guid person, string number, string act, object body, string code) =>
        (await Try(person, number, act, body)).Text.ShouldContain(code);

    public async Task<JsonElement> Ticket(Guid person, string number) => (await (await As(person)).Get($"/api/v1/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Json;

    public async Task<IReadOnlyList<string>> Acts(Guid person, string number) =>
        [.. (await Ticket(person, number)).GetProperty("openActs").EnumerateArray().Select(act => act.GetString()!)];

    public async Task<string> State(string number) => (await app.Scalar<string>("select state from tickets.tickets where number = $1", number))!;

    public Task<DateTime> Due(string number) => app.Scalar<DateTime>("select resolve_due_at from tickets.tickets where number = $1", number);

    public async Task<IReadOnlyList<string>> Notices(Guid person, string number) =>
        [.. (await (await As(person)).Get("/api/v1/notifications")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("link").GetString()!.EndsWith(number, StringComparison.Ordinal)).Select(n => n.GetProperty("kind").GetString()!)];

    public void Dispose()
    {
        foreach (var program in programs.Values)
        {
            program.Dispose();
        }
    }

    private async Task<Guid> Post(PostKind kind, Guid place, Guid? organisation = null)
    {
        var person = await app.World.Person();
        var post = await app.World.Post(person, kind.Code, place);
        if (organisation is { } of)
        {
            await app.Execute("update registry.posts set organisation_id = $2 where id = $1", post, of);
        }

        return person;
    }
}
