using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Retention;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Tickets.Intake;

/// <summary>A compound with a building, two neighbours and those who take reports there.</summary>
internal sealed record IntakeWorld
{
    private static int last;

    public required TestApp App { get; init; }

    public required Guid Community { get; init; }

    public required Guid Compound { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Guid Building { get; init; }

    public required Guid Entrance { get; init; }

    public required Guid Owner { get; init; }

    public required string OwnerPhone { get; init; }

    public required Guid Neighbour { get; init; }

    public required Guid Dispatcher { get; init; }

    public required Guid Lead { get; init; }

    public required Guid CommunityWorker { get; init; }

    public required Guid GridWorker { get; init; }

    public required Guid Chair { get; init; }

    public static async Task<IntakeWorld> Make(TestApp app, string name = "来源测试小区")
    {
        var (world, root) = (app.World, $"89/{Interlocked.Increment(ref last):D4}/");
        var community = await world.Place($"{name}社区", PlaceKind.Community, root);
        var compound = await world.CompoundAt(name, $"{root}01/", community);
        await app.Execute("update registry.compounds set service_phone = '023-49000000' where place_id = $1", compound);
        var building = await world.Place("3栋", PlaceKind.Building, $"{root}01/3/", compound);
        var phone = world.Phone();
        async Task<Guid> Post(PostKind kind, Guid place)
        {
            var person = await world.Person();
            await world.Post(person, kind.Code, place);
            return person;
        }

        var owner = await world.Person(phone);
        await world.Owner(owner, await world.Unit(compound, "3栋2单元1204"));
        return new IntakeWorld
        {
            App = app, Community = community, Compound = compound, Building = building, Name = name,
            Code = (await app.Scalar<string>("select code from registry.places where id = $1", compound))!,
            Entrance = await world.Place("2单元", PlaceKind.Entrance, $"{root}01/3/2/", building),
            Owner = owner, OwnerPhone = phone, Neighbour = await world.OwnerIn(compound),
            Dispatcher = await Post(PostKinds.PropertyDispatcher, compound), Lead = await Post(PostKinds.ProjectLead, compound),
            CommunityWorker = await Post(PostKinds.CommunityWorker, community), GridWorker = await Post(PostKinds.GridWorker, compound),
            Chair = await Post(PostKinds.CommitteeChair, compound),
        };
    }

    public async Task<Answer> Post(Guid person, string address, object body)
    {
        using var program = await App.ApiAs(person);
        return await program.Post($"/api/v1/tickets{address}", body);
    }

    public async Task<Answer> Get(Guid person, string address)
    {
        using var program = await App.ApiAs(person);
        return await program.Get($"/api/v1/tickets{address}");
    }

    /// <summary>The owner reports; answers with the number.</summary>
    public async Task<string> Report(string category = "lift", string says = "电梯停在3楼不动，机主电话13912345678", bool inBuilding = true, Guid? by = null) =>
        (await Post(by ?? Owner, string.Empty, new { requestId = Guid.NewGuid(), category, placeId = inBuilding ? Building : (Guid?)null, placeText = "王家门口", description = says }))
            .ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;

    public async Task Do(Guid person, string number, string act, object body)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Post(person, $"/{number}/{act}", body)).ShouldBe(HttpStatusCode.NoContent);
    }

    public Task<Answer> Follow(Guid person, string number) => Post(person, $"/{number}/follow", new { requestId = Guid.NewGuid() });

    public Task<long> Told(Guid person, string kind) => App.Count("platform.notifications", "person_id = $1 and kind = $2", person, kind);

    public async Task Issue(Guid place, Guid? by = null) =>
        (await Post(by ?? Dispatcher, $"/sheets/{place}/issue", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);

    /// <summary>The path that the sheet's code leads to.</summary>
    public async Task<string> CodeOf(Guid place) =>
        new Uri((await Get(Dispatcher, $"/sheets/{place}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("address").GetString()!).AbsolutePath;

    /// <summary>Takes the texts out of all closed tickets, as their retention does.</summary>
    public Task<long> LetTextsGo() => App.With<IEnumerable<IRetentionTask>, long>(tasks =>
        tasks.Single(task => task.Subject == "tickets.tickets").Apply(App.Clock.Now, App.Clock.Now, CancellationToken.None));
}
