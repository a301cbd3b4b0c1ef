using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>A community with a compound, its people, and tickets as far as a test needs them.</summary>
internal sealed class EvaluationStage
{
    private static int last;

    private readonly TestApp app;

    private EvaluationStage(TestApp app) => this.app = app;

    public Guid Community { get; private set; }

    public Guid Compound { get; private set; }

    public string CompoundCode { get; private set; } = string.Empty;

    public Guid Owner { get; private set; }

    public Guid Worker { get; private set; }

    public Guid Dispatcher { get; private set; }

    /// <summary>Three people of the community and the subdistrict who may decide.</summary>
    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    public Guid Stranger { get; private set; }

    public static async Task<EvaluationStage> Make(TestApp app)
    {
        var stage = new EvaluationStage(app);
        var world = app.World;
        var root = $"95/{Guid.NewGuid():N}/";
        stage.Community = await world.Place("评价社区", PlaceKind.Community, root);
        stage.Compound = await world.CompoundAt("评价小区", $"{root}1/", stage.Community);
        stage.CompoundCode = (await app.Scalar<string>("select code from registry.places where id = $1", stage.Compound))!;
        stage.Owner = await world.OwnerIn(stage.Compound, world.Phone());
        stage.Worker = await stage.Holder(PostKinds.RepairWorker, stage.Compound);
        stage.Dispatcher = await stage.Holder(PostKinds.PropertyDispatcher, stage.Compound);
        stage.First = await stage.Holder(PostKinds.CommunityWorker, stage.Community);
        stage.Second = await stage.Holder(PostKinds.CommunityWorker, stage.Community);
        stage.Stranger = await stage.Holder(PostKinds.CommunityWorker, await world.CompoundAt("别处小区", $"94/{Guid.NewGuid():N}/", null));
        return stage;
    }

    public async Task<Guid> Holder(PostKind kind, Guid place)
    {
        var person = await app.World.Person();
        await app.World.Post(person, kind.Code, place);
        return person;
    }

    public Task<Actor> Actor(Guid person) => app.Actor(person);

    /// <summary>A ticket that was closed, with its timeline.</summary>
    public async Task<string> Closed(bool? solved = true, Satisfaction? satisfaction = Satisfaction.Satisfied, DateTimeOffset? receivedAt = null)
    {
        var number = $"PJ-{Interlocked.Increment(ref last):D5}";
        var received = (receivedAt ?? app.Clock.Now.AddHours(-3)).ToUniversalTime();
        await app.Execute(
            """
            with t as (
              insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as,
                  received_at, contact_due_at, resolve_due_at, accepted_by, accepted_at, assigned_to, assigned_at, contacted_at, replied_at, closed_at, solved, satisfaction)
              values (gen_random_uuid(), $1, $2, '1栋', 'Repair', 'lift', 'Normal', '测试用的一件事', 'Phone', 'Closed', 'default@1', $3, '1栋101 · 业主',
                  $5, $5 + interval '1 day', $5 + interval '7 days', $4, $5, $4, $5, $5 + interval '1 hour', $5 + interval '2 hours', $5 + interval '3 hours', $6, $7) returning *)
            insert into tickets.timeline (id, ticket_id, at, act, state, person_id, acted_as, solved, satisfaction)
            select gen_random_uuid(), t.id, t.received_at + s.hours * interval '1 hour', s.act, s.state, case when s.act in ('Report', 'Confirm') then t.reporter_id else t.assigned_to end, '测试',
                   case when s.act = 'Confirm' then t.solved end, case when s.act = 'Confirm' then t.satisfaction end
              from t, (values (0, 'Report', 'Received'), (0, 'Accept', 'Accepted'), (0, 'Assign', 'Assigned'), (1, 'Contact', 'Handling'), (2, 'MarkDone', 'Replied'), (3, $8, 'Closed')) s (hours, act, state)
            """,
            number, Compound, Owner, Worker, received, solved ?? (object)DBNull.Value, satisfaction?.ToString() ?? (object)DBNull.Value, solved is null ? "CloseUnrated" : "Confirm");
        return number;
    }
}
