using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Finding;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Finding;

/// <summary>并案: proposed by the rule, confirmed by a dispatcher, told to every reporter, and confirmed by each of them.</summary>
public sealed class GroupsTests(EmptyHost host) : EmptyHostTests(host)
{
    private FindingStage stage = null!;
    private Guid third;
    private string lead = null!;
    private string same = null!;
    private string other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        stage = await FindingStage.Make(App);
        third = await App.World.OwnerIn(stage.World.Compound);
        lead = await stage.Report(stage.World.Owner, stage.First, "电梯停了，按了没有反应");
        same = await stage.Report(stage.World.Neighbour, stage.First, "电梯停了，按了没有反应，老人上不去");
        other = await stage.Report(third, stage.First, "电梯停了，里面的灯也坏了");
        await App.Background.Run<FindEarly>();
    }

    public override async ValueTask DisposeAsync()
    {
        stage.Dispose();
        await base.DisposeAsync();
    }

    private async Task<Answer> Act(Guid person, Guid group, string act, object body) => await (await stage.World.As(person)).Post($"/api/v1/findings/groups/{group}/{act}", body);

    private async Task Confirm(params string[] numbers)
    {
        var (group, _) = await stage.GroupOf(lead);
        var tickets = await Task.WhenAll(numbers.Select(stage.Id));
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid(), tickets })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_leading_tickets_result_goes_to_all_and_each_confirms_the_own_one()
    {
        await Confirm(same);
        (await stage.World.Notices(stage.World.Neighbour, same)).ShouldBe(["TicketGrouped"]);
        await stage.World.Do(stage.World.Dispatcher, lead, "accept", new { category = "lift", urgency = "Urgent" });
        await stage.World.Do(stage.World.Dispatcher, lead, "assign", new { handler = stage.World.Worker });
        await stage.World.Do(stage.World.Worker, lead, "contact", new { note = "已到现场" });
        await stage.World.Do(stage.World.Worker, lead, "done", new { result = "更换门机皮带" });
        (await stage.World.State(same)).ShouldBe("Replied");
        (await stage.World.State(other)).ShouldBe("Received");
        (await stage.World.Notices(stage.World.Neighbour, same)).ShouldBe(["TicketDone", "Led.Assign", "Led.Accept", "TicketGrouped"], ignoreOrder: true);
        (await stage.World.Notices(third, other)).ShouldBeEmpty();
        // The one reporter rates; the other says that it is not solved, and those who worked on it hear of that.
        await stage.World.Do(stage.World.Owner, lead, "confirm", new { solved = true, satisfaction = "Satisfied" });
        (await stage.World.State(same)).ShouldBe("Replied");
        await stage.World.Do(stage.World.Neighbour, same, "unsolved", new { reason = "还是不动" });
        (await stage.World.State(same)).ShouldBe("Reopened");
        (await stage.World.State(lead)).ShouldBe("Closed");
        (await stage.World.Notices(stage.World.Worker, same)).ShouldContain("TicketReopened");
        (await App.Count("tickets.tickets", "number = $1 and contacted_at is null and assigned_to = $2", same, stage.World.Worker)).ShouldBe(1);
        // What was told apart is not proposed again.
        await App.Background.Run<FindEarly>();
        (await App.Count("tickets.duplicate_members m join tickets.tickets t on t.id = m.ticket_id", "t.number = $1 and m.state = 'Proposed'", other)).ShouldBe(0);
    }

    [Fact]
    public async Task Residents_learn_how_many_and_neither_who_nor_which()
    {
        await Confirm(same, other);
        using var neighbour = await App.SignInAs(stage.World.Neighbour);
        var card = (await neighbour.Get($"/tickets/{same}")).ShouldBe(HttpStatusCode.OK).One("section[aria-labelledby=group-h]").TextContent;
        card.ShouldContain("2");
        card.ShouldNotContain(lead);
        using var dispatcher = await App.SignInAs(stage.World.Dispatcher);
        (await dispatcher.Get($"/tickets/{lead}")).One("section[aria-labelledby=group-h]").TextContent.ShouldContain(same);
    }

    [Fact]
    public async Task It_is_confirmed_and_split_by_form()
    {
        using var dispatcher = await App.SignInAs(stage.World.Dispatcher);
        var page = (await dispatcher.Get("/findings/duplicates")).ShouldBe(HttpStatusCode.OK);
        page.One("main").TextContent.ShouldContain(lead);
        (await dispatcher.Submit(page, "form[action*='handler=Confirm']")).ShouldBe(HttpStatusCode.Found);
        var (group, _) = await stage.GroupOf(lead);
        (await App.Count("tickets.duplicate_members", "group_id = $1 and state = 'Confirmed'", group)).ShouldBe(2);
        page = (await dispatcher.Get($"/findings/duplicates?confirmed=true&split={group}")).ShouldBe(HttpStatusCode.OK);
        var refused = await dispatcher.Submit(page, "form[action*='handler=Split']", ("Input.Tickets", $"{await stage.Id(other)}"));
        refused.ShouldBe(HttpStatusCode.OK).All("input[name='Input.Tickets'][checked]").Count.ShouldBe(1);
        (await dispatcher.Submit(page, "form[action*='handler=Split']", ("Input.Tickets", $"{await stage.Id(other)}"), ("Input.Reason", "另一部电梯"))).ShouldBe(HttpStatusCode.Found);
        (await stage.World.Notices(third, other)).ShouldContain("TicketUngrouped");
        (await App.Count("tickets.duplicate_groups", "id = $1 and state = 'Confirmed' and reason = '另一部电梯'", group)).ShouldBe(1);
        (await Act(stage.World.Dispatcher, group, "split", new { requestId = Guid.NewGuid(), reason = "不是一件事" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("tickets.duplicate_groups", "id = $1 and state = 'Dissolved'", group)).ShouldBe(1);
    }

    [Fact]
    public async Task Rejected_ones_stay_apart_and_of_two_dispatchers_one_decides()
    {
        var (group, version) = await stage.GroupOf(lead);
        var tickets = new[] { await stage.Id(same) };
        var program = await stage.World.As(stage.World.Dispatcher);
        var answers = await Task.WhenAll(
            program.Post($"/api/v1/findings/groups/{group}/confirm", new { requestId = Guid.NewGuid(), version, tickets }),
            program.Post($"/api/v1/findings/groups/{group}/reject", new { requestId = Guid.NewGuid(), version }));
        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
        await App.Execute("update tickets.duplicate_groups set state = 'Rejected' where id = $1", group);
        await App.Execute("update tickets.duplicate_members set state = 'Rejected' where group_id = $1", group);
        await App.Background.Run<FindEarly>();
        (await App.Count("tickets.duplicate_groups", "compound_id = $1", stage.World.Compound)).ShouldBe(1);
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid(), tickets })).Problem.ShouldBe("GroupIsOver");
    }

    [Fact]
    public async Task A_later_report_joins_the_group_that_stands()
    {
        await Confirm(same, other);
        var late = await stage.Report(third, stage.First, "电梯停了，按了没有反应，已经半天");
        await App.Background.Run<FindEarly>();
        var (group, version) = await stage.GroupOf(lead);
        (await App.Count("tickets.duplicate_members m join tickets.tickets t on t.id = m.ticket_id", "m.group_id = $1 and t.number = $2 and m.state = 'Proposed'", group, late)).ShouldBe(1);
        (await Act(stage.World.Dispatcher, group, "reject", new { requestId = Guid.NewGuid(), version })).Problem.ShouldBe("GroupIsConfirmedAlready");
        // None of the new ones is the same: the group stands as it is.
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid(), tickets = Array.Empty<Guid>() })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("tickets.duplicate_members", "group_id = $1 and state = 'Confirmed'", group)).ShouldBe(2);
    }

    [Fact]
    public async Task What_goes_to_mediation_leaves_every_group()
    {
        var (group, _) = await stage.GroupOf(lead);
        await App.Execute(
            "insert into tickets.mediation_cases (id, number, compound_id, ticket_id, applicant_id, kind, state, applied_at) select gen_random_uuid(), 'TJ-' || t.number, t.compound_id, t.id, t.reporter_id, 'other', 'Applied', $2 from tickets.tickets t where number = $1",
            same, App.Clock.Now);
        var shown = (await (await stage.World.As(stage.World.Dispatcher)).Get("/api/v1/findings/groups")).Json.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("id").GetGuid() == group);
        shown.GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("number").GetString()).ShouldBe([lead, other]);
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid(), tickets = new[] { await stage.Id(same), await stage.Id(other) } })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("tickets.duplicate_members m join tickets.tickets t on t.id = m.ticket_id", "t.number = $1 and m.state = 'Rejected'", same)).ShouldBe(1);
    }

    [Fact]
    public async Task Strangers_and_foreign_tickets_reach_nothing()
    {
        using var foreign = await FindingStage.Make(App);
        var theirs = await foreign.Report(foreign.World.Owner, foreign.First, "电梯停了，按了没有反应");
        var (group, version) = await stage.GroupOf(lead);
        var id = await stage.Id(theirs);
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid(), tickets = new[] { id } })).Problem.ShouldBe("TicketIsNotInTheGroup");
        (await Act(stage.World.Dispatcher, group, "confirm", new { requestId = Guid.NewGuid() })).Problem.ShouldBe("GroupMembersAreMissing");
        (await (await foreign.World.As(foreign.World.Dispatcher)).Post($"/api/v1/findings/groups/{group}/confirm", new { requestId = Guid.NewGuid(), tickets = new[] { await stage.Id(same) } })).ShouldBe(HttpStatusCode.NotFound);
        (await Act(stage.World.Owner, group, "reject", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Forbidden);
        (await Act(stage.World.Secretary, group, "reject", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Forbidden);
        using var visitor = await App.SignInAs(foreign.World.Dispatcher);
        var own = await stage.Report(stage.World.Owner, stage.Second, "电梯停了");
        own.ShouldNotBeNull();
        await foreign.Report(foreign.World.Neighbour, foreign.First, "电梯停了，按了没有反应");
        await App.Background.Run<FindEarly>();
        var page = await visitor.Get("/findings/duplicates");
        (await visitor.Submit(page, "form[action*='handler=Confirm']", ("Input.Group", $"{group}"), ("Input.Version", $"{version}"))).ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Submit(page, "form[action*='handler=Confirm']", ("Input.Tickets", $"{await stage.Id(same)}"))).ShouldBe(HttpStatusCode.OK);
        (await App.Count("tickets.duplicate_members", "group_id = $1 and state <> 'Proposed'", group)).ShouldBe(0);
        await Confirm(same);
        (await Act(stage.World.Dispatcher, group, "split", new { requestId = Guid.NewGuid(), tickets = new[] { id }, reason = "x" })).Problem.ShouldBe("TicketIsNotInTheGroup");
    }
}
