using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Insight;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Insight;

/// <summary>A subdistrict with tickets of every kind: a community with two compounds, one with none, and a compound elsewhere.</summary>
internal sealed class OverviewWorld
{
    private static readonly OverviewPeriod Days = new(new DateOnly(2026, 10, 25), new DateOnly(2026, 11, 23));
    private static int last;

    private readonly TestApp app;

    private OverviewWorld(TestApp app) => this.app = app;

    public string Root { get; } = $"98/{Guid.NewGuid():N}/";

    public Guid Subdistrict { get; private set; }

    public Guid North { get; private set; }

    public Guid South { get; private set; }

    public Guid Lane { get; private set; }

    public Guid Court { get; private set; }

    public Guid Foreign { get; private set; }

    public static async Task<OverviewWorld> Make(TestApp app)
    {
        var world = new OverviewWorld(app);
        world.Subdistrict = await app.World.Place("测试街道", PlaceKind.Subdistrict, world.Root);
        world.North = await app.World.Place("北社区", PlaceKind.Community, $"{world.Root}1/", world.Subdistrict);
        // Segment 10 begins like segment 1 and is another place.
        world.South = await app.World.Place("南社区", PlaceKind.Community, $"{world.Root}10/", world.Subdistrict);
        world.Lane = await app.World.CompoundAt("北巷小区", $"{world.Root}1/1/", world.North);
        world.Court = await app.World.CompoundAt("北院小区", $"{world.Root}1/12/", world.North);
        world.Foreign = await app.World.CompoundAt("外街道小区", $"98/{Guid.NewGuid():N}/", null);
        var reporter = await app.World.Person();
        foreach (var compound in new[] { world.Lane, world.Lane, world.Court, world.Foreign })
        {
            await world.PutTickets(compound, reporter);
        }

        return world;
    }

    /// <summary>What the tickets of one call of <see cref="PutTickets"/> come to, so many times.</summary>
    public static TicketFigures Times(int times) => new()
    {
        Received = 9 * times, Open = 4 * times, Overdue = 2 * times, Done = 7 * times, Rated = 4 * times, Satisfied = 3 * times,
    };

    public async Task<Actor> ActorAt(Guid place, PostKind kind)
    {
        var person = await app.World.Person();
        await app.World.Post(person, kind.Code, place);
        return await app.Actor(person);
    }

    public async Task<OverviewOf> Count(Actor actor, Guid? place)
    {
        var code = place is { } id ? await CodeOf(id) : null;
        return (await app.With<Overview, Outcome<OverviewOf>>(o => o.Execute(new() { Place = code, Period = Days }, actor, CancellationToken.None))).Value;
    }

    public async Task<string> CodeOf(Guid place) => (await app.Scalar<string>("select code from registry.places where id = $1", place))!;

    public async Task PutTickets(Guid compound, Guid reporter)
    {
        var now = app.Clock.Now;
        var first = ChinaTime.StartOf(Days.From);
        var justBefore = first.AddSeconds(-1);
        var justBeforeTheEnd = ChinaTime.EndOf(Days.To).AddSeconds(-1);
        Task Put(TicketState state, DateTimeOffset received, DateTimeOffset? closed = null, Satisfaction? rated = null) =>
            Insert(compound, reporter, state, received, closed, rated);

        await Put(TicketState.Received, first);
        await Put(TicketState.Assigned, now.AddDays(-10));
        await Put(TicketState.Reopened, now.AddDays(-60));
        await Put(TicketState.Replied, now.AddDays(-5));
        await Put(TicketState.Closed, now.AddDays(-40), justBeforeTheEnd, Satisfaction.Satisfied);
        await Put(TicketState.Closed, now.AddDays(-3), now.AddDays(-1), Satisfaction.Basic);
        await Put(TicketState.Closed, now.AddDays(-3), now.AddDays(-1), Satisfaction.Dissatisfied);
        await Put(TicketState.Closed, now.AddDays(-4), now.AddDays(-1), Satisfaction.Satisfied);
        await Put(TicketState.Closed, now.AddDays(-4), now.AddDays(-1), Satisfaction.Satisfied);
        await Put(TicketState.Closed, now.AddDays(-9), now.AddDays(-1));
        await Put(TicketState.Withdrawn, now.AddDays(-2), now.AddDays(-1));
        await Put(TicketState.Closed, justBefore, first, Satisfaction.Satisfied);
        await Put(TicketState.Closed, now.AddDays(-50), justBefore, Satisfaction.Satisfied);
    }

    // Due two days after it came, but for the first of the list, which still has time.
    private Task Insert(Guid compound, Guid reporter, TicketState state, DateTimeOffset received, DateTimeOffset? closed, Satisfaction? rated) => app.Execute(
        """
        insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id,
            reported_as, received_at, contact_due_at, resolve_due_at, closed_at, satisfaction)
        values ($1, $2, $3, '1栋', 'Repair', 'lift', 'Normal', '测试用的一件事', 'Phone', $4, 'test', $5, '1栋101 · 业主', $6, $7, $7, nullif($8, 'infinity'::timestamptz), nullif($9, ''))
        """,
        Guid.NewGuid(), $"CS-{Interlocked.Increment(ref last):D5}", compound, state.ToString(), reporter, received.ToUniversalTime(),
        (state == TicketState.Received ? app.Clock.Now.AddHours(2) : received.AddDays(2)).ToUniversalTime(),
        (closed ?? DateTimeOffset.MaxValue).ToUniversalTime(), rated?.ToString() ?? string.Empty);
}
