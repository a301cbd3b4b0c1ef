using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Tickets.Mediation;

/// <summary>A compound with two households, two mediators of its community's committee, and those who have no business in a dispute.</summary>
internal sealed record MediationStage
{
    /// <summary>Words that nobody but those concerned may ever read.</summary>
    public const string Secret = "保密词甲乙丙";

    private static int last;

    public required TestApp App { get; init; }

    public required Guid Compound { get; init; }

    public required Guid Applicant { get; init; }

    public required Guid Respondent { get; init; }

    public required string RespondentPhone { get; init; }

    public required string RespondentName { get; init; }

    public required Guid Mediator { get; init; }

    public required Guid Colleague { get; init; }

    public required Guid Dispatcher { get; init; }

    public static async Task<MediationStage> Make(TestApp app)
    {
        var world = app.World;
        var root = $"95/{Interlocked.Increment(ref last):D4}/";
        var community = await world.Place("调解测试社区", PlaceKind.Community, root);
        var compound = await world.CompoundAt("调解测试小区", $"{root}01/", community);
        var phone = world.Phone();
        var (mediator, colleague, dispatcher) = (await world.Person(), await world.Person(), await world.Person());
        await world.Post(mediator, PostKinds.Mediator.Code, community);
        await world.Post(colleague, PostKinds.Mediator.Code, community);
        await world.Post(dispatcher, PostKinds.PropertyDispatcher.Code, compound);
        var respondent = await world.OwnerIn(compound, phone);
        return new MediationStage
        {
            App = app, Compound = compound, Applicant = await world.OwnerIn(compound), Respondent = respondent, RespondentPhone = phone,
            RespondentName = (await app.Scalar<string>("select name from registry.people where id = $1", respondent))!,
            Mediator = mediator, Colleague = colleague, Dispatcher = dispatcher,
        };
    }

    public static string Case(Guid id, string act = "") => $"/api/v1/mediation/cases/{id}{(act.Length > 0 ? "/" + act : string.Empty)}";

    public static string Mine(Guid id, string act = "") => $"/api/v1/mediation/mine/{id}{(act.Length > 0 ? "/" + act : string.Empty)}";

    public async Task<Guid> Apply()
    {
        using var applicant = await App.ApiAs(Applicant);
        return (await applicant.Post("/api/v1/mediation/mine", Sent(new { kind = "noise", statement = $"楼上太吵 {Secret}", otherSide = "楼上" })))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("id").GetGuid();
    }

    /// <summary>Taken, with both parties, accepted: the respondent is asked.</summary>
    public async Task<Guid> Asked()
    {
        var id = await Apply();
        await Do(Mediator, Case(id, "take"), new { });
        await Do(Mediator, Case(id, "parties"), new { side = "Respondent", name = RespondentName, phoneNumber = RespondentPhone });
        await Do(Mediator, Case(id, "accept"), new { kind = "noise", summary = "夜间噪声" });
        return id;
    }

    public async Task<Guid> Begun()
    {
        var id = await Asked();
        await Do(Respondent, Mine(id, "consent"), new { });
        return id;
    }

    public async Task Do(Guid person, string address, object body)
    {
        using var program = await App.ApiAs(person);
        (await program.Post(address, Sent(body))).ShouldBe(HttpStatusCode.OK);
    }

    public async Task<Answer> Try(Guid person, string address, object body)
    {
        using var program = await App.ApiAs(person);
        return await program.Post(address, Sent(body));
    }

    // Each call has an id of its own, unless the test says which.
    private static JsonObject Sent(object body)
    {
        var sent = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
        sent.TryAdd("requestId", Guid.NewGuid().ToString());
        return sent;
    }

    public async Task<Answer> See(Guid person, string address)
    {
        using var program = await App.ApiAs(person);
        return await program.Get(address);
    }

    public Task<string?> State(Guid id) => App.Scalar<string>("select state || coalesce(':' || result, '') from tickets.mediation_cases where id = $1", id);

    public Task<Guid> Party(Guid id, int position) => App.Scalar<Guid>("select id from tickets.mediation_parties where case_id = $1 and position = $2", id, position)!;
}

internal static class MediationDays
{
    /// <summary>A day so many days from now, as a form sends it.</summary>
    public static string Day(this TestApp app, int ahead) => ChinaTime.DayOf(app.Clock.Now).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
