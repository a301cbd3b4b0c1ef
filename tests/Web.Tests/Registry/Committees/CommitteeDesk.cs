using System.Net;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Registry.Committees;

/// <summary>A compound in Sichuan with those who look after its committee: chair, community worker, subdistrict officer.</summary>
internal sealed class CommitteeDesk(TestApp app)
{
    private static int last;

    public Guid Compound { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public string CommunityCode { get; private set; } = string.Empty;

    public Guid Chair { get; private set; }

    public Guid Worker { get; private set; }

    public Guid Officer { get; private set; }

    public Guid Owner { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(app.Clock.Now.AddHours(8).DateTime);

    public static async Task<CommitteeDesk> In(TestApp app, bool withChair = true)
    {
        var number = Interlocked.Increment(ref last);
        var root = $"51/{number:D2}x/";
        var subdistrict = await app.World.Place($"测试街道{number}", PlaceKind.Subdistrict, root + "001/");
        var community = await app.World.Place($"测试社区{number}", PlaceKind.Community, root + "001/001/", subdistrict);
        var desk = new CommitteeDesk(app)
        {
            Compound = await app.World.CompoundAt($"测试小区{number}", root + "001/001/01/", community),
            Code = $"51{number:D2}x00100101",
            CommunityCode = $"51{number:D2}x001001",
            Worker = await app.World.Person(),
            Officer = await app.World.Person(),
            Chair = await app.World.Person(),
        };
        await app.World.Post(desk.Worker, PostKinds.CommunityWorker.Code, community);
        await app.World.Post(desk.Officer, PostKinds.SubdistrictOfficer.Code, subdistrict);
        if (withChair)
        {
            await app.World.Post(desk.Chair, PostKinds.CommitteeChair.Code, desk.Compound);
        }

        desk.Owner = await app.World.OwnerIn(desk.Compound);
        return desk;
    }

    public async Task<Answer> Try(Guid person, BodyAct act, object? more = null, BodyKind kind = BodyKind.OwnersCommittee)
    {
        using var api = await app.ApiAs(person);
        var body = new Dictionary<string, object?> { ["kind"] = kind.ToString(), ["act"] = act.ToString() };
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            body[property.Name] = property.GetValue(more);
        }

        return await api.Post($"/api/v1/registry/compounds/{Code}/committee/acts", body);
    }

    public async Task Do(Guid person, BodyAct act, object? more = null, BodyKind kind = BodyKind.OwnersCommittee) =>
        (await Try(person, act, more, kind)).ShouldBe(HttpStatusCode.OK);

    public Task<string?> State() => app.Scalar<string>("select state from registry.governing_bodies where compound_id = $1 and state <> 'Dissolved'", Compound);

    public Task<long> Alerts(string where = "true") =>
        app.Count("registry.body_alerts", $"body_id in (select id from registry.governing_bodies where compound_id = $1) and {where}", Compound);

    public Task<long> NoticesOf(Guid person, string kind) => app.Count("platform.notifications", "person_id = $1 and kind = $2", person, kind);

    /// <summary>Moves the clock to the day, in the morning.</summary>
    public void MoveTo(DateOnly day) => app.Clock.Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)));

    /// <summary>A committee in office whose term ends on the day.</summary>
    public Task InOffice(DateOnly until) => Do(Worker, BodyAct.RecordExisting, new { members = 5, termTo = until });
}
