using System.Net;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Tickets.Handling;
using Linli.Web.Tickets.Finding;

namespace Linli.Web.Tests.Tickets.Finding;

/// <summary>A compound with two buildings and a past, for what is found early.</summary>
internal sealed class FindingStage : IDisposable
{
    private static int last;
    private readonly TestApp app;
    private int written;

    private FindingStage(TestApp app, HandlingWorld world) => (this.app, World) = (app, world);

    public HandlingWorld World { get; }

    public string Code { get; private set; } = string.Empty;

    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    /// <summary>Monday of the last week that is over.</summary>
    public DateOnly Week => FindingWeek.LastBefore(ChinaTime.DayOf(app.Clock.Now));

    public static async Task<FindingStage> Make(TestApp app)
    {
        app.Clock.Set(TestClock.Start);
        var root = $"91/{Interlocked.Increment(ref last):D4}";
        var stage = new FindingStage(app, await HandlingWorld.Make(app, root));
        stage.Code = (await app.Scalar<string>("select code from registry.places where id = $1", stage.World.Compound))!;
        stage.First = await app.World.Place("1栋", PlaceKind.Building, $"{root}/01/001/01/1/", stage.World.Compound);
        stage.Second = await app.World.Place("2栋", PlaceKind.Building, $"{root}/01/001/01/2/", stage.World.Compound);
        return stage;
    }

    /// <summary>A ticket that came so many weeks ago, closed since.</summary>
    public async Task<Guid> Past(int weeksAgo, Guid? building, string category, string says = "路灯不亮", Guid? reporter = null, string kind = "Repair", string state = "Closed", DateTimeOffset? at = null)
    {
        var id = Guid.NewGuid();
        var received = at ?? ChinaTime.StartOf(Week.AddDays(-7 * weeksAgo)).AddHours(30 + (written % 40));
        await app.Execute(
            """
            insert into tickets.tickets (id, number, compound_id, place_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as,
                received_at, contact_due_at, resolve_due_at, closed_at)
            values ($1, $2, $3, $4, '楼下', $5, $6, 'Normal', $7, 'Phone', $8, 'default@1', $9, '业主', $10, $10 + interval '1 day', $10 + interval '7 days', case when $8 = 'Closed' then $10 + interval '1 day' end)
            """,
            id, $"ZF-{Guid.NewGuid().ToString("N")[..10]}", World.Compound, building ?? (object)DBNull.Value, kind, category, says, state, reporter ?? await app.World.Person(), received.ToUniversalTime());
        written++;
        return id;
    }

    /// <summary>Twenty weeks in which each building has a report now and then.</summary>
    public async Task UsualPast()
    {
        for (var back = 20; back >= 0; back--)
        {
            await Past(back, back % 2 == 0 ? First : Second, back % 3 == 0 ? "drains" : "lighting");
            await Past(back, back % 4 == 0 ? First : null, "hygiene", "垃圾桶没有清");
        }
    }

    /// <summary>Runs the job as on a new Monday: what it looked at before is looked at again.</summary>
    public async Task Look()
    {
        await app.Execute("delete from tickets.topics; delete from tickets.hot_spots; delete from tickets.finding_weeks; delete from tickets.finding_runs");
        await app.Background.Run<FindEarly>();
    }

    public async Task<string> Report(Guid reporter, Guid building, string says, string category = "lift")
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var made = await (await World.As(reporter)).Post("/api/v1/tickets", new { requestId = Guid.NewGuid(), category, placeText = "1单元", description = says, placeId = building });
        return made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;
    }

    public async Task<(Guid Id, uint Version)> GroupOf(string lead)
    {
        var id = await app.Scalar<Guid>("select g.id from tickets.duplicate_groups g join tickets.tickets t on t.id = g.lead_id where t.number = $1 order by g.found_at desc limit 1", lead);
        return (id, (uint)await app.Scalar<long>("select xmin::text::bigint from tickets.duplicate_groups where id = $1", id));
    }

    public Task<Guid> Id(string number) => app.Scalar<Guid>("select id from tickets.tickets where number = $1", number);

    public void Dispose() => World.Dispose();
}
