using System.Net;
using Linli.Web.Tests.Grid;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>Ids in bodies and forms of the grid: those of another compound reach nothing.</summary>
public class ForeignGridIdsTests(EmptyHost host) : EmptyHostTests(host)
{
    private GridStage own = null!;
    private GridStage foreign = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (own, foreign) = (await GridStage.Set(App), await GridStage.Set(App));
    }

    private static Guid Value(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private static async Task<Guid> Grid(GridStage stage, string kind = "Micro", params string[] places) => Value(await stage.Worker.Post(
        $"/api/v1/grid/places/{stage.Code}/grids", new { kind, name = $"测试网格{Guid.NewGuid():N}"[..10], places = places.Length > 0 ? places : stage.Buildings, requestId = Guid.NewGuid() }));

    private Task<Guid> Resident(GridStage stage, int unit = 0) =>
        App.Scalar<Guid>("select r.person_id from registry.residencies r join registry.units u on u.id = r.unit_id where u.code = $1", stage.Units[unit])!;

    [Fact]
    public async Task A_captain_is_not_appointed_by_foreign_ids()
    {
        var (theirMain, _, _) = await foreign.Captain();
        var (ourMain, _, _) = await own.Captain();
        var address = $"/api/v1/grid/compounds/{own.Code}/leaders";
        object Body(object organisation, object? deputyOf = null, object? gridId = null) => new
        {
            role = gridId is null ? "Captain" : "MicroGrid", name = "测试长甲", phoneNumber = App.World.Phone(), organisationId = organisation, firstDay = "2026-11-01", deputyOf, gridId, requestId = Guid.NewGuid(),
        };
        await App.Refused(own.Worker, address, foreign.Organisation, own.Organisation, id => Body(id));
        await App.Refused(own.Worker, address, theirMain, ourMain, id => Body(own.Organisation, deputyOf: id));
        await App.Refused(own.Worker, address, await Grid(foreign), await Grid(own), id => Body(own.Organisation, gridId: id));
    }

    [Fact]
    public async Task Households_pass_to_no_foreign_captain_and_no_foreign_line_is_signed_off()
    {
        var (from, _, _) = await own.Captain(own.Buildings[0]);
        var (to, _, successor) = await own.Captain();
        var (theirFrom, _, _) = await foreign.Captain(foreign.Buildings[0]);
        var (theirTo, _, _) = await foreign.Captain();
        await App.Refused(own.Worker, $"/api/v1/grid/leaders/{from}/hand-overs", theirTo, to, id => new { toPost = id, reason = "搬离小区", requestId = Guid.NewGuid() });
        (await foreign.Worker.Post($"/api/v1/grid/leaders/{theirFrom}/hand-overs", new { toPost = theirTo, reason = "搬离小区" })).ShouldBe(HttpStatusCode.OK);
        Task<Guid> Item(Guid post) => App.Scalar<Guid>("select i.id from grid.hand_over_items i join grid.hand_overs h on h.id = i.hand_over_id where h.from_post = $1 limit 1", post)!;
        var list = await App.Scalar<Guid>("select id from grid.hand_overs where from_post = $1", from);
        await App.Refused(successor, $"/api/v1/grid/hand-overs/{list}/sign-off", await Item(theirFrom), await Item(from), id => new { items = new[] { id }, requestId = Guid.NewGuid() });
    }

    [Fact]
    public async Task Grids_are_drawn_split_and_merged_with_own_ones_only()
    {
        var (theirs, ours) = (await Grid(foreign, "Standard"), await Grid(own, "Standard"));
        await App.Refused(own.Worker, $"/api/v1/grid/places/{own.Code}/grids", theirs, ours, id =>
            new { kind = "Micro", name = "测试微网格", parentId = id, places = own.Buildings, requestId = Guid.NewGuid() });
        var (theirMicro, ourMicro, otherMicro) = (await Grid(foreign), await Grid(own), await Grid(own));
        Task<Guid> Part(Guid grid) => App.Scalar<Guid>("select id from grid.grid_parts where grid_id = $1 limit 1", grid)!;
        await App.Refused(own.Worker, $"/api/v1/grid/grids/{ourMicro}/split", await Part(theirMicro), await Part(ourMicro), id => new { name = "测试分出", parts = new[] { id }, requestId = Guid.NewGuid() });
        await App.Refused(own.Worker, $"/api/v1/grid/grids/{ourMicro}/merge", theirMicro, otherMicro, id => new { intoId = id, requestId = Guid.NewGuid() });
    }

    [Fact]
    public async Task A_person_of_another_household_is_not_named_by_a_captain_or_a_clerk()
    {
        var (_, _, captain) = await own.Captain(own.Buildings[0]);
        var (theirs, ours) = (await Resident(foreign), await Resident(own));
        var word = $"/api/v1/grid/my-households/{own.Units[0]}/consents";
        object Said(object id, string purpose) => new { personId = id, purpose, given = true, way = "Paper", saidOn = "2026-11-20", requestId = Guid.NewGuid() };
        await App.Refused(captain, word, theirs, ours, id => Said(id, "phone-to-volunteers"));
        await App.Refused(captain, $"/api/v1/grid/my-households/{own.Units[0]}/phone", theirs, ours, id => new { personId = id, reason = "联系停水通知", requestId = Guid.NewGuid() });
        await App.Refused(own.Worker, $"/api/v1/grid/care/{own.Units[0]}/consents", theirs, ours, id => Said(id, "hardship-mark"));
        await App.Refused(own.Worker, $"/api/v1/grid/care/{own.Units[0]}/marks", theirs, ours, id => new { personId = id, need = "LivesAlone", requestId = Guid.NewGuid() });
        // Nor a neighbour in the same building.
        (await own.Worker.Post($"/api/v1/grid/care/{own.Units[0]}/marks", new { personId = await Resident(own, 1), need = "LivesAlone" })).Problem.ShouldBe("GridChoiceIsMissing");
    }

    [Fact]
    public async Task Notes_and_marks_of_another_household_are_not_removed_by_form()
    {
        async Task<(Guid Note, Guid Mark, Guid Post, Guid Person)> Make(GridStage stage)
        {
            var (post, person, captain) = await stage.Captain(stage.Buildings[0]);
            var note = Value(await captain.Post($"/api/v1/grid/my-households/{stage.Units[0]}/notes", new { purpose = "Reach", text = "晚上联系" }));
            var resident = await Resident(stage);
            await stage.Worker.Post($"/api/v1/grid/care/{stage.Units[0]}/consents", new { personId = resident, purpose = "hardship-mark", given = true, way = "Paper", saidOn = "2026-11-20" });
            return (note, Value(await stage.Worker.Post($"/api/v1/grid/care/{stage.Units[0]}/marks", new { personId = resident, need = "LivesAlone" })), post, person);
        }

        var (theirs, ours) = (await Make(foreign), await Make(own));
        await App.RefusedByForm(ours.Person, ours.Post, $"/grid/households/{own.Units[0]}?handler=Remove", theirs.Note, ours.Note, "?note");
        await App.RefusedByForm(own.WorkerPerson, null, $"/grid/care/{own.Units[0]}?handler=Remove", theirs.Mark, ours.Mark, "?mark");
    }

    [Fact]
    public async Task Positions_claims_and_records_of_another_compound_are_out_of_reach_of_forms()
    {
        async Task<(Guid Person, Guid Position, Guid Claim, Guid Record, Guid Registration, ApiClient Api)> Make(GridStage stage)
        {
            var (person, member, _) = await stage.Member();
            var registration = Value(await member.Post("/api/v1/grid/my-registration", new { workUnit = "示例中学" }));
            var position = Value(await stage.Worker.Post($"/api/v1/grid/places/{stage.Code}/positions", new { title = "政策宣传", placeText = "服务站", capacity = 3 }));
            var claim = Value(await member.Post($"/api/v1/grid/positions/{position}/claim", new { }));
            await App.Execute("update grid.double_registrations set registered_on = '2026-01-01' where id = $1", registration);
            var record = Value(await member.Post($"/api/v1/grid/registrations/{registration}/services", new { day = "2026-11-20", startsAt = "09:00", endsAt = "10:00", what = "巡查消防通道" }));
            return (person, position, claim, record, registration, member);
        }

        var (theirs, ours) = (await Make(foreign), await Make(own));
        await App.Refused(ours.Api, $"/api/v1/grid/registrations/{ours.Registration}/services", theirs.Position, ours.Position, id =>
            new { day = "2026-11-20", startsAt = "11:00", endsAt = "12:00", what = "巡查消防通道", positionId = id, requestId = Guid.NewGuid() });
        await App.RefusedByForm(own.WorkerPerson, null, $"/grid/members?place={own.Code}&handler=Decide", theirs.Record, ours.Record, "?record", ("Decision.Accept", "true"));
        await App.RefusedByForm(ours.Person, null, "/grid/my-registration?handler=Leave", theirs.Claim, ours.Claim, "?claim");
        await App.RefusedByForm(ours.Person, null, "/grid/my-registration?handler=Claim", theirs.Position, ours.Position, "?position");
        await App.RefusedByForm(own.WorkerPerson, null, $"/grid/places/{own.Code}/positions?handler=Close", theirs.Position, ours.Position, "?position");
    }
}
