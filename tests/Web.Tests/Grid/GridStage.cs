using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Grid;

/// <summary>A compound with two buildings of some households, a community worker who manages it, and a branch secretary.</summary>
internal sealed class GridStage
{
    private static int last;

    private GridStage(TestApp app) => App = app;

    public TestApp App { get; }

    public Guid Compound { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public string CommunityCode { get; private set; } = string.Empty;

    public Guid Organisation { get; private set; }

    public Guid WorkerPerson { get; private set; }

    public ApiClient Worker { get; private set; } = null!;

    /// <summary>Codes of the two buildings.</summary>
    public string[] Buildings { get; private set; } = [];

    /// <summary>Codes of the households, three in each building.</summary>
    public string[] Units { get; private set; } = [];

    public static async Task<GridStage> Set(TestApp app)
    {
        var stage = new GridStage(app);
        var number = Interlocked.Increment(ref last);
        var path = $"96/{number:D3}/";
        var community = await app.World.Place($"网格社区{number}", PlaceKind.Community, path);
        stage.CommunityCode = $"96{number:D3}";
        stage.Compound = await app.World.CompoundAt($"网格小区{number}", $"{path}01/", community);
        stage.Code = $"96{number:D3}01";
        stage.Buildings = [$"96{number:D3}011", $"96{number:D3}012"];
        foreach (var (building, i) in stage.Buildings.Select((code, i) => (code, i + 1)))
        {
            var place = await app.World.Place($"{i}栋", PlaceKind.Building, $"{path}01/{i}/", stage.Compound);
            for (var door = 1; door <= 3; door++)
            {
                var unit = await app.World.Unit(stage.Compound, $"{i}栋10{door}");
                await app.Execute("update registry.units set place_id = $2 where id = $1", unit, place);
                await app.World.Resident(await app.World.Person(app.World.Phone()), unit);
                stage.Units = [.. stage.Units, (await app.Scalar<string>("select code from registry.units where id = $1", unit))!];
            }
        }

        stage.WorkerPerson = await app.World.Person();
        var post = await app.World.Post(stage.WorkerPerson, PostKinds.CommunityWorker.Code, community);
        stage.Worker = await app.ApiAs(stage.WorkerPerson);
        stage.Organisation = await app.Scalar<Guid>("select organisation_id from registry.posts where id = $1", post);
        await app.Execute("update registry.organisations set kind = 'ResidentsCommittee' where id = $1", stage.Organisation);
        return stage;
    }

    /// <summary>Appoints a captain over places; gives the post and a program in that capacity.</summary>
    public async Task<(Guid Post, Guid Person, ApiClient Api)> Captain(params string[] places)
    {
        var phone = App.World.Phone();
        var name = $"测试长{Interlocked.Increment(ref last)}";
        var made = (await Worker.Post($"/api/v1/grid/compounds/{Code}/leaders", Input(name, phone, places))).ShouldBe(HttpStatusCode.OK);
        var post = made.Json.GetProperty("value").GetGuid();
        var person = await App.Scalar<Guid>("select person_id from registry.posts where id = $1", post);
        return (post, person, await App.ApiAs(person, post));
    }

    /// <summary>The worker with a token of today: tokens last ninety days.</summary>
    public async Task SignInAnew() => Worker = await App.ApiAs(WorkerPerson);

    public object Input(string name, string phone, string[] places, Guid? deputyOf = null, Guid? requestId = null) => new
    {
        role = "Captain", name, phoneNumber = phone, contactPhone = "023-0000 1234", organisationId = Organisation, firstDay = "2026-11-01", lastDay = "2029-10-31", places, deputyOf, requestId,
    };

    /// <summary>A Party member who lives in the compound, and a program in the household's capacity.</summary>
    public async Task<(Guid Person, ApiClient Api, string Phone)> Member()
    {
        var phone = App.World.Phone();
        var person = await App.World.Person(phone);
        await App.World.Resident(person, await App.World.Unit(Compound, $"9栋9{Interlocked.Increment(ref last)}"));
        await App.World.PartyMember(person);
        return (person, await App.ApiAs(person), phone);
    }

    public Task<long> Standing(Guid post) => App.Count("grid.charges", "post_id = $1 and until is null", post);
}
