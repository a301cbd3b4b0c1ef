using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Handling;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Handling;

/// <summary>A matter that goes through everything: returned, decided, paused, whistled for up to the subdistrict, extended, handled jointly, reopened, closed.</summary>
public sealed class HandlingScenarioTests(EmptyHost host) : EmptyHostTests(host)
{
    private static int last;
    private HandlingWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // The tests of the class share a clock; each begins on its Monday.
        App.Clock.Set(TestClock.Start);
        world = await HandlingWorld.Make(App, $"95/{Interlocked.Increment(ref last):D4}");
    }

    public override async ValueTask DisposeAsync()
    {
        world.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_matter_goes_through_everything_and_is_closed()
    {
        var number = await world.Handled("Complex");

        // Given back by its worker; his dispatcher decides, and so may the community, but not the worker.
        await world.Do(world.Worker, number, "return", new { ground = "WrongDispatch", reason = "不归维修" });
        (await world.State(number)).ShouldBe("ReturnRequested");
        (await world.Notices(world.Dispatcher, number)).ShouldContain("ReturnRequested");
        await world.ShouldBeRefused(world.Worker, number, "done", new { result = "x" }, "TicketReturnIsPending");
        await world.Do(world.Dispatcher, number, "return/decision", new { accept = false, reason = "就归维修" });
        (await world.State(number)).ShouldBe("Assigned");
        (await world.Notices(world.Worker, number)).ShouldContain("ReturnRejected");

        // Waits for the resident: no due moment, and the later one is moved by whole days.
        await world.Do(world.Worker, number, "contact", new { note = "再次联系" });
        var due = await world.Due(number);
        await world.Do(world.Worker, number, "pause", new { waitsFor = "Resident", reason = "住户下周才在家", until = "2026-12-10" });
        (await world.Ticket(world.Owner, number)).GetProperty("resolveDueAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await world.Notices(world.Owner, number)).ShouldContain("TicketWaitsForYou");
        App.Clock.Advance(TimeSpan.FromDays(3));
        await world.Do(world.Worker, number, "resume", new { note = "住户回来了" });
        // Three days, and the end of a day off moves on: never earlier, never by more than a week-end.
        ((await world.Due(number)) - due).ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(5));

        await WhistleUpToTheSubdistrict(number);

        // More time: asked by one, granted by another.
        due = await world.Due(number);
        await world.Do(world.Worker, number, "extension", new { days = 4, reason = "材料未到" });
        await world.ShouldBeRefused(world.Worker, number, "extension", new { days = 1, reason = "再来" }, "ExtensionIsAskedAlready");
        await world.Do(world.Lead, number, "extension/decision", new { grant = true });
        (await world.Due(number)).ShouldBeGreaterThanOrEqualTo(due.AddDays(4));
        (await world.Ticket(world.Owner, number)).GetProperty("timesExtended").GetInt32().ShouldBe(1);

        await HandleJointly(number);

        due = await world.Due(number);
        await world.Do(world.Worker, number, "done", new { result = "已修好" });
        await world.Do(world.Owner, number, "unsolved", new { reason = "还是关不上" });
        // Sent back is sent back: nothing starts afresh.
        (await world.Due(number)).ShouldBe(due);
        await world.Do(world.Worker, number, "contact", new { note = "马上到" });
        await world.Do(world.Worker, number, "done", new { result = "换了闭门器" });
        await world.Do(world.Owner, number, "confirm", new { solved = true, satisfaction = "Satisfied" });
        (await world.State(number)).ShouldBe("Closed");
        (await world.Acts(world.Dispatcher, number)).ShouldBeEmpty();

        // Whoever was asked first heard of all that others did.
        (await world.Notices(world.Dispatcher, number)).ShouldBe(
        [
            "FirstAsked.Contact", "ReturnRequested", "FirstAsked.Contact", "FirstAsked.Pause", "FirstAsked.Resume", "FirstAsked.AskExtension", "FirstAsked.GrantExtension",
            "WhistleAnswered", "PartyReported", "FirstAsked.MarkDone", "TicketReopened", "FirstAsked.Contact", "FirstAsked.MarkDone", "TicketRated",
        ], ignoreOrder: true);
    }

    private async Task WhistleUpToTheSubdistrict(string number)
    {
        await world.ShouldBeRefused(world.Dispatcher, number, "whistle", new { level = "Subdistrict", matter = "请到场" }, "TheNearerLevelComesFirst");
        await world.Do(world.Dispatcher, number, "whistle", new { level = "Community", matter = "请到场" });
        (await world.Notices(world.Community, number)).ShouldContain("WhistleBlown");
        await world.ShouldBeRefused(world.Dispatcher, number, "whistle", new { level = "Community", matter = "请到场" }, "WhistleIsOpen");
        await world.ShouldBeRefused(world.Dispatcher, number, "whistle/raise", new { }, "WhistleStillHasTime");
        await world.ShouldBeRefused(world.Subdistrict, number, "whistle/answer", new { answer = "我来", warranted = true }, "OnlyTheLevelCalledMayAnswer");
        App.Clock.Advance(TimeSpan.FromDays(1));
        await world.Do(world.Dispatcher, number, "whistle/raise", new { });
        await world.ShouldBeRefused(world.Community, number, "whistle/answer", new { answer = "来晚了", warranted = true }, "OnlyTheLevelCalledMayAnswer");
        await world.Do(world.Subdistrict, number, "whistle/answer", new { answer = "已派人到场", warranted = true });
        await world.Do(world.Dispatcher, number, "whistle/assessment", new { helped = true });
        var whistles = (await world.Ticket(world.Dispatcher, number)).GetProperty("handling").GetProperty("whistles").EnumerateArray().ToList();
        whistles.Select(w => w.GetProperty("level").GetString()).ShouldBe(["Community", "Subdistrict"]);
        whistles[0].GetProperty("raisedAt").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        whistles[1].GetProperty("warranted").GetBoolean().ShouldBeTrue();
        whistles[1].GetProperty("helped").GetBoolean().ShouldBeTrue();
    }

    private async Task HandleJointly(string number)
    {
        var committee = await world.OrganisationOf(world.Chair);
        await world.Do(world.Dispatcher, number, "parties", new { organisationId = committee, way = "Discuss", task = "商量更换方案", dueOn = ChinaTime.DayOf(App.Clock.Now).AddDays(2) });
        (await world.Notices(world.Chair, number)).ShouldBe(["PartyInvited"]);
        (await world.Acts(world.Chair, number)).ShouldContain("ReportBack");
        await world.ShouldBeRefused(world.Secretary, number, "parties/report", new { result = "不是我们" }, "OnlyAnInvitedPartyMayReportBack");
        await world.ShouldBeRefused(
            world.Dispatcher, number, "parties", new { organisationId = committee, way = "Act", task = "再来", dueOn = ChinaTime.DayOf(App.Clock.Now) }, "OrganisationIsInvitedAlready");
        await world.Do(world.Chair, number, "parties/report", new { result = "同意更换" });
        (await world.Acts(world.Chair, number)).ShouldNotContain("ReportBack");
    }

    [Fact]
    public async Task An_accepted_return_goes_back_to_dispatch_and_a_worker_of_the_unit_claims_it()
    {
        var number = await world.Handled(contacted: false);
        await world.Do(world.Worker, number, "return", new { ground = "WrongDispatch", reason = "不归我" });
        await world.Do(world.Dispatcher, number, "return/decision", new { accept = true, reason = "派错了" });
        (await world.State(number)).ShouldBe("Accepted");
        (await App.Scalar<bool>("select accepted and ground = 'WrongDispatch' from tickets.returns r join tickets.tickets t on t.id = r.ticket_id where t.number = $1", number)).ShouldBeTrue();

        // Visible and open to the company's workers, and in their list; not to a grid worker of the community.
        (await world.Acts(world.Colleague, number)).ShouldContain("Claim");
        (await (await world.As(world.Colleague)).Get("/api/v1/tickets?tab=Open")).Text.ShouldContain(number);
        await world.Do(world.Colleague, number, "claim", new { });
        await world.ShouldBeRefused(world.Lead, number, "claim", new { }, "OnlyAWorkerOfTheLeadUnitMayClaim");
        (await (await world.As(world.Worker)).Get($"/api/v1/tickets/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_unit_gives_back_another_unit_decides()
    {
        var number = await world.Handled();
        await world.Do(world.Dispatcher, number, "return", new { ground = "BeyondDuty", reason = "不归物业" });
        (await world.Notices(world.Community, number)).ShouldContain("ReturnRequested");
        foreach (var own in new[] { world.Dispatcher, world.Lead })
        {
            await world.ShouldBeRefused(own, number, "return/decision", new { accept = true, reason = "自己定" }, "OnlySomebodyElseMayAcceptTheReturn");
        }

        await world.ShouldBeRefused(world.Community, number, "return/decision", new { accept = true, reason = " " }, "ReasonIsMissing");
        await world.Do(world.Community, number, "return/decision", new { accept = true, reason = "由社区派单" });
        (await App.Scalar<Guid>("select lead_organisation_id from tickets.tickets where number = $1", number)).ShouldBe(await world.OrganisationOf(world.Community));
    }

    [Fact]
    public async Task Nobody_grants_what_he_asked_for_and_the_limits_hold()
    {
        var number = await world.Handled();
        await world.ShouldBeRefused(world.Worker, number, "extension", new { days = 8, reason = "太多" }, "DaysAreOutOfRange");
        await world.Do(world.Lead, number, "extension", new { days = 7, reason = "材料" });
        await world.ShouldBeRefused(world.Lead, number, "extension/decision", new { grant = true }, "OnlySomebodyElseMayGrantTheExtension");
        await world.ShouldBeRefused(world.Community, number, "extension/decision", new { grant = false }, "ReasonIsMissing");
        await world.Do(world.Community, number, "extension/decision", new { grant = false, reason = "理由不足" });
        for (var i = 0; i < 2; i++)
        {
            await world.Do(world.Worker, number, "extension", new { days = 1, reason = "材料" });
            await world.Do(world.Lead, number, "extension/decision", new { grant = true });
        }

        await world.ShouldBeRefused(world.Worker, number, "extension", new { days = 1, reason = "材料" }, "ExtensionsAreUsedUp");
        var urgent = await world.Handled("Emergency");
        await world.ShouldBeRefused(world.Worker, urgent, "extension", new { days = 1, reason = "材料" }, "ThisUrgencyIsNotExtended");
        var late = await world.Handled();
        App.Clock.Advance(TimeSpan.FromDays(30));
        await world.ShouldBeRefused(world.Worker, late, "extension", new { days = 1, reason = "材料" }, "ExtensionComesTooLate");
    }

    [Fact]
    public async Task A_pause_ends_by_itself_on_its_day_and_the_time_after_it_counts()
    {
        var number = await world.Handled("Urgent");
        var due = await world.Due(number);
        var from = App.Clock.Now;
        await world.Do(world.Worker, number, "pause", new { waitsFor = "Material", reason = "等配件", until = "2026-11-24" });
        await App.Background.Run<EndOverlongPauses>();
        (await world.State(number)).ShouldBe("Paused");
        App.Clock.Set(ChinaTime.At(new(2026, 11, 27), new(10, 0)));
        await App.Background.Run<EndOverlongPauses>();
        (await world.State(number)).ShouldBe("Handling");
        // Hours run at once: the due moment is moved by the pause, and not by the days after it.
        (await world.Due(number)).ShouldBe(due + (ChinaTime.EndOf(new(2026, 11, 24)) - from.AddMinutes(1)));
        await world.ShouldBeRefused(world.Worker, number, "pause", new { waitsFor = "Material", reason = "再等", until = "2027-06-01" }, "PauseDayIsOutOfRange");
    }

    [Fact]
    public async Task Two_dispatchers_one_ticket_and_doubled_requests_act_once()
    {
        var number = await world.Handled(contacted: false);
        await world.Do(world.Worker, number, "return", new { ground = "Unclear", reason = "说不清" });
        var version = (await world.Ticket(world.Community, number)).GetProperty("version").GetUInt32();
        var (dispatcher, community) = (await world.As(world.Dispatcher), await world.As(world.Community));
        var both = await Task.WhenAll(
            dispatcher.Post($"/api/v1/tickets/{number}/return/decision", new { requestId = Guid.NewGuid(), version, accept = true, reason = "同意" }),
            community.Post($"/api/v1/tickets/{number}/return/decision", new { requestId = Guid.NewGuid(), version, accept = false, reason = "不同意" }));
        both.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
        (await App.Count("tickets.timeline", "ticket_id = (select id from tickets.tickets where number = $1) and act in ('AcceptReturn', 'RejectReturn')", number)).ShouldBe(1);

        var other = await world.Handled();
        var worker = await world.As(world.Worker);
        var same = Guid.NewGuid();
        var doubled = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => worker.Post(
            $"/api/v1/tickets/{other}/whistle", new { requestId = same, level = "Community", matter = "请到场" })));
        doubled.ShouldAllBe(answer => answer.Status == HttpStatusCode.NoContent);
        (await App.Count("tickets.whistles", "ticket_id = (select id from tickets.tickets where number = $1)", other)).ShouldBe(1);

        // Six claim, one has it.
        var free = await world.Report();
        await world.Do(world.Dispatcher, free, "accept", new { category = "doors", urgency = "Normal" });
        var claims = await Task.WhenAll(new[] { world.Worker, world.Colleague, world.Lead }.Select(async who =>
            await (await world.As(who)).Post($"/api/v1/tickets/{free}/claim", new { requestId = Guid.NewGuid() })));
        claims.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
    }
}
