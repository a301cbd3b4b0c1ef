using System.Net;
using System.Text.Json;
using Linli.Web.Demo.World;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Scenarios;

/// <summary>
/// The first matter through the API alone: reported with a photo, queued with its deadline, taken, assigned, repaired, told,
/// confirmed or reopened, and counted by compound and by community, each figure being the tickets that it opens.
/// </summary>
public sealed class FirstMatterByProgramTests(LinliHostFixture host) : IAsyncLifetime
{
    private const string Period = "from=2026-10-25&to=2026-12-31";
    private static readonly DemoRole[] Concerned =
        [DemoRole.Owner, DemoRole.Dispatcher, DemoRole.RepairWorker, DemoRole.ProjectLead, DemoRole.CommitteeChair, DemoRole.BranchSecretary, DemoRole.CommunityWorker, DemoRole.SubdistrictOfficer];

    private TestApp app = null!;
    private MatterByProgram matter = null!;

    public async ValueTask InitializeAsync()
    {
        app = await host.New(demo: true);
        matter = new MatterByProgram(app);
    }

    public async ValueTask DisposeAsync()
    {
        matter?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_is_reported_repaired_confirmed_and_counted()
    {
        var before = await Rows();
        var photo = await matter.Upload(DemoRole.Owner);
        var number = await matter.ReportTheLift(photo);
        await ShouldCount(number, ["received", "open"], before);
        await ShouldLieInTheQueueWithItsDeadline(number);
        (await matter.NoticesOf(DemoRole.Dispatcher, number)).ShouldBe(["TicketReceived"]);

        await matter.TakeAndAssign(number);
        (await matter.NoticesOf(DemoRole.RepairWorker, number)).ShouldBe(["TicketAssigned"]);
        await matter.Repair(number, await matter.Upload(DemoRole.RepairWorker));
        (await matter.NoticesOf(DemoRole.Owner, number)).ShouldBe(["TicketAccepted", "TicketHasHandler", "TicketContacted", "TicketDone"], ignoreOrder: true);
        await ShouldCount(number, ["received", "open"], before);

        await matter.Do(DemoRole.Owner, number, "confirm", new { requestId = Guid.NewGuid(), solved = true, satisfaction = "Satisfied", comment = "很快" });
        (await matter.NoticesOf(DemoRole.RepairWorker, number)).ShouldBe(["TicketAssigned", "TicketRated"], ignoreOrder: true);
        await ShouldCount(number, ["received", "done", "rated"], before);
        await ShouldShowEveryStepTo(Concerned, number, "Report", "Accept", "Assign", "Contact", "MarkDone", "Confirm");
        await ShouldBeHiddenFromOthers(number, photo);
    }

    [Fact]
    public async Task It_is_reopened_with_a_reason_falls_overdue_and_is_repaired_again()
    {
        var before = await Rows();
        var number = await matter.ReportTheLift(await matter.Upload(DemoRole.Owner));
        await matter.TakeAndAssign(number);
        await matter.Repair(number);
        (await matter.Try(DemoRole.Owner, number, "unsolved", new { requestId = Guid.NewGuid(), reason = " " })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await matter.Do(DemoRole.Owner, number, "unsolved", new { requestId = Guid.NewGuid(), reason = "修好半小时后又停了", photos = new[] { await matter.Upload(DemoRole.Owner) } });
        (await matter.NoticesOf(DemoRole.RepairWorker, number)).ShouldBe(["TicketAssigned", "TicketReopened"], ignoreOrder: true);
        (await matter.NoticesOf(DemoRole.Dispatcher, number)).ShouldBe(["TicketReceived", "FirstAsked.Contact", "FirstAsked.MarkDone", "TicketReopened"], ignoreOrder: true);
        await ShouldCount(number, ["received", "open"], before);
        await ShouldShowEveryStepTo(Concerned, number, "Report", "Accept", "Assign", "Contact", "MarkDone", "ReportUnsolved");

        app.Clock.Set((await matter.Ticket(DemoRole.Owner, number)).GetProperty("resolveDueAt").GetDateTimeOffset().AddMinutes(1));
        await ShouldCount(number, ["received", "open", "overdue"], before: null);

        await matter.Repair(number);
        await matter.Do(DemoRole.Owner, number, "confirm", new { requestId = Guid.NewGuid(), solved = true, satisfaction = "Basic" });
        await ShouldCount(number, ["received", "done", "rated"], before: null);
        (await matter.Ticket(DemoRole.SubdistrictOfficer, number)).GetProperty("timesReopened").GetInt32().ShouldBe(1);
    }

    private async Task ShouldLieInTheQueueWithItsDeadline(string number)
    {
        var queue = await matter.Read(DemoRole.Dispatcher, $"/api/v1/tickets?tab=Waiting&text={number}");
        var row = queue.GetProperty("tickets").EnumerateArray().Single();
        row.GetProperty("placeText").GetString()!.ShouldContain("24栋");
        row.GetProperty("contactDueAt").GetDateTimeOffset().ShouldBeGreaterThan(app.Clock.Now);
        row.GetProperty("resolveDueAt").GetDateTimeOffset().ShouldBeGreaterThan(row.GetProperty("contactDueAt").GetDateTimeOffset());
        (await matter.Ticket(DemoRole.Dispatcher, number)).GetProperty("openActs").EnumerateArray().Select(a => a.GetString()).ShouldBe(["Accept", "NoteInternally"]);
    }

    private async Task ShouldShowEveryStepTo(IEnumerable<DemoRole> roles, string number, params string[] steps)
    {
        foreach (var role in roles)
        {
            (await matter.StepsFor(role, number)).ShouldBe(steps, $"{role}");
            var photos = (await matter.Ticket(role, number)).GetProperty("timeline").EnumerateArray().SelectMany(s => s.GetProperty("photos").EnumerateArray()).ToList();
            photos.ShouldNotBeEmpty();
            (await (await matter.As(role)).Get($"/api/v1/files/{photos[0].GetGuid()}")).ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task ShouldBeHiddenFromOthers(string number, Guid photo)
    {
        foreach (var role in new[] { DemoRole.Neighbour, DemoRole.Tenant, DemoRole.OtherDispatcher, DemoRole.PlatformAdministrator })
        {
            var stranger = await matter.As(role);
            (await stranger.Get($"/api/v1/tickets/{number}")).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            (await stranger.Get($"/api/v1/files/{photo}")).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>
    /// The ticket lies behind exactly these figures, by compound and by community, and each figure is the number of tickets that
    /// it opens. Against an earlier count with the clock unmoved, each of these figures has grown by one and no other has.
    /// </summary>
    private async Task ShouldCount(string number, string[] countedBy, IReadOnlyList<Row>? before)
    {
        foreach (var row in await Rows())
        {
            var earlier = before?.Single(r => r.Name == row.Name && r.Reader == row.Reader);
            foreach (var (figure, tab) in MatterByProgram.Figures)
            {
                var list = await matter.ListOf(row.Reader, row.PlaceId, tab, Period);
                ((long)list.Count).ShouldBe(row.Figures[figure], $"{row.Name}: {figure}");
                list.Distinct().Count().ShouldBe(list.Count, $"{row.Name}: {figure}");
                list.Contains(number).ShouldBe(countedBy.Contains(figure), $"{row.Name}: {figure}");
                if (earlier is not null)
                {
                    (row.Figures[figure] - earlier.Figures[figure]).ShouldBe(countedBy.Contains(figure) ? 1 : 0, $"{row.Name}: {figure}");
                }
            }
        }
    }

    private sealed record Row(DemoRole Reader, string Name, Guid PlaceId, IReadOnlyDictionary<string, long> Figures);

    /// <summary>The compound for its company, the compound in its community, the community in its subdistrict, and the subdistrict whole.</summary>
    private async Task<IReadOnlyList<Row>> Rows()
    {
        var company = await matter.Read(DemoRole.Dispatcher, $"/api/v1/overview?{Period}");
        var community = await matter.Read(DemoRole.CommunityWorker, $"/api/v1/overview?{Period}");
        var subdistrict = await matter.Read(DemoRole.SubdistrictOfficer, $"/api/v1/overview?{Period}");
        return
        [
            RowOf(DemoRole.Dispatcher, company, "total"),
            RowOf(DemoRole.CommunityWorker, Part(community, "康桥生活公园"), "figures"),
            RowOf(DemoRole.SubdistrictOfficer, Part(subdistrict, "棠城社区"), "figures"),
            RowOf(DemoRole.SubdistrictOfficer, subdistrict, "total"),
        ];
    }

    private static JsonElement Part(JsonElement overview, string name) => overview.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);

    private static Row RowOf(DemoRole reader, JsonElement place, string figures) => new(
        reader, place.GetProperty("name").GetString()!, place.GetProperty("placeId").GetGuid(),
        MatterByProgram.Figures.ToDictionary(f => f.Figure, f => place.GetProperty(figures).GetProperty(f.Figure).GetInt64()));
}
