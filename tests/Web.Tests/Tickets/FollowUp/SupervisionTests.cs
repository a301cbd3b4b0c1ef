using System.Globalization;
using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>What people do about what is overdue: answer, list, talk, lift; who may, who may not, and what everybody sees of it.</summary>
public class SupervisionTests(EmptyHost host) : EmptyHostTests(host)
{
    private async Task<(FollowUpWorld World, Guid Id, string Number)> Overdue()
    {
        var world = await FollowUpWorld.Make(App);
        var (id, number) = await world.Ticket();
        App.Clock.Advance(TimeSpan.FromDays(6));
        await world.Climb();
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        return (world, id, number);
    }

    private DateOnly Day(int days) => ChinaTime.DayOf(App.Clock.Now).AddDays(days);

    [Fact]
    public async Task Cards_are_answered_by_who_is_answerable_and_by_nobody_else()
    {
        var (world, id, number) = await Overdue();
        var body = new { requestId = Guid.NewGuid(), plan = "明天上午换好配件" };
        (await world.Act(world.Owner, number, "acknowledge", body)).ShouldBe(HttpStatusCode.Forbidden);
        (await world.Act(world.Worker, number, "acknowledge", body)).ShouldBe(HttpStatusCode.Forbidden);
        (await world.Refusal(world.Officer, number, "acknowledge", body)).ShouldBe("OnlyTheAnswerableMayAcknowledge");
        (await world.Act((await FollowUpWorld.Make(App)).Lead, number, "acknowledge", body)).ShouldBe(HttpStatusCode.NotFound);
        (await world.Refusal(world.Lead, number, "acknowledge", new { requestId = Guid.NewGuid(), plan = " " })).ShouldBe("PlanIsMissing");
        (await world.Act(world.Lead, number, "acknowledge", body)).ShouldBe(HttpStatusCode.NoContent);
        (await world.Act(world.Lead, number, "acknowledge", body)).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'YellowCard' and answered_by = $2", id, world.Lead)).ShouldBe(2);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'RedCard' and answered_at is null", id)).ShouldBe(2);
        (await App.Count("tickets.timeline", "ticket_id = $1 and act = 'AcknowledgeCard'", id)).ShouldBe(1);
        (await world.Act(world.Secretary, number, "acknowledge", new { requestId = Guid.NewGuid(), plan = "到现场看过" })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_listing_is_decided_by_who_may_shown_without_people_and_lifted()
    {
        var (world, id, number) = await Overdue();
        object Body(int days) => new { requestId = Guid.NewGuid(), reason = "李某家渗水两次未修好", until = Day(days) };
        (await world.Refusal(world.Clerk, number, "listing", Body(5))).ShouldBe("ThisPostDoesNotTakeThisStep");
        (await world.Act(world.Lead, number, "listing", Body(5))).ShouldBe(HttpStatusCode.Forbidden);
        (await world.Refusal(world.Officer, number, "listing", Body(-1))).ShouldBe("ListedUntilIsOutOfRange");
        (await world.Refusal(world.Officer, number, "listing/lift", new { requestId = Guid.NewGuid(), reason = "x" })).ShouldBe("TicketIsNotListed");
        // Two who decide at once: one of them has.
        var both = await Task.WhenAll(world.Act(world.Officer, number, "listing", Body(5)), world.Act(world.Secretary, number, "listing", Body(6)));
        both.Count(status => status == HttpStatusCode.NoContent).ShouldBe(1);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'Listing'", id)).ShouldBe(1);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'ListingProposal' and answered_at is not null", id)).ShouldBe(1);
        (await world.Refusal(world.Officer, number, "listing/decline", new { requestId = Guid.NewGuid(), reason = "x" })).ShouldBe("NoListingIsProposed");

        using var anybody = App.Visitor();
        var page = (await anybody.Get("/supervision/listed")).ShouldBe(HttpStatusCode.OK).Text;
        page.ShouldContain(number);
        page.ShouldNotContain("李某");
        page.ShouldNotContain("测试某");
        page.ShouldNotContain("1栋");

        // Its day passes: a talk is proposed, held, and the listing lifted.
        App.Clock.Advance(TimeSpan.FromDays(8));
        await world.Climb();
        (await world.Told(world.Officer, "StepInterviewProposal")).ShouldBe(1);
        (await world.Refusal(world.Officer, number, "interview", new { requestId = Guid.NewGuid(), with = "物业项目经理", heldOn = Day(1), agreed = "三天内修好" })).ShouldBe("HeldOnIsOutOfRange");
        (await world.Act(world.Officer, number, "interview", new { requestId = Guid.NewGuid(), with = "物业项目经理", heldOn = Day(0), agreed = "三天内修好", nextOn = Day(3) })).ShouldBe(HttpStatusCode.NoContent);
        (await world.Act(world.Secretary, number, "listing/lift", new { requestId = Guid.NewGuid(), reason = "已经开工" })).ShouldBe(HttpStatusCode.NoContent);
        (await anybody.Get("/supervision/listed")).Text.ShouldNotContain(number);
        (await world.Steps(id)).ShouldEndWith("listing,interview-proposal,interview");
    }

    [Fact]
    public async Task Closing_ends_the_listing_and_nothing_more_is_done()
    {
        var (world, id, number) = await Overdue();
        (await world.Act(world.Officer, number, "listing", new { requestId = Guid.NewGuid(), reason = "逾期", until = Day(2) })).ShouldBe(HttpStatusCode.NoContent);
        await App.Execute("update tickets.tickets set state = 'Closed', replied_at = $2, closed_at = $2 where id = $1", id, App.Clock.Now);
        App.Clock.Advance(TimeSpan.FromDays(5));
        await world.Climb();
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'Listing' and ended_at is not null", id)).ShouldBe(1);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'InterviewProposal'", id)).ShouldBe(0);
        (await world.Refusal(world.Officer, number, "listing", new { requestId = Guid.NewGuid(), reason = "x", until = Day(2) })).ShouldBe("TicketIsClosed");
    }

    [Fact]
    public async Task Lists_show_what_is_mine_and_what_lies_in_my_area()
    {
        var (world, _, number) = await Overdue();
        var elsewhere = await FollowUpWorld.Make(App);
        foreach (var (person, tab, seen) in new[]
        {
            (world.Lead, "Mine", true), (world.Officer, "Mine", true), (world.Clerk, "All", true), (world.Secretary, "Mine", true), (elsewhere.Officer, "All", false), (elsewhere.Lead, "Mine", false),
        })
        {
            using var program = await App.ApiAs(person);
            (await program.Get($"/api/v1/supervision?tab={tab}")).ShouldBe(HttpStatusCode.OK).Text.Contains(number, StringComparison.Ordinal).ShouldBe(seen);
        }

        using var officer = await App.SignInAs(world.Officer);
        (await officer.Get("/supervision?tab=All&stage=ListingProposal")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(number);
        (await officer.Get("/supervision?tab=All&stage=Reminder")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(number);
        (await officer.Get($"/supervision/export?tab=All")).ShouldBe(HttpStatusCode.OK);
        using var worker = await App.ApiAs(world.Worker);
        (await worker.Get("/api/v1/supervision")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_resident_reads_that_it_is_looked_after_and_nothing_of_cards()
    {
        var (world, _, number) = await Overdue();
        using var owner = await App.SignInAs(world.Owner);
        var page = (await owner.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Text;
        page.ShouldContain("已督办");
        page.ShouldNotContain("黄牌");
        page.ShouldNotContain("红牌");
        using var program = await App.ApiAs(world.Owner);
        var view = (await program.Get($"/api/v1/tickets/{number}/follow-up")).ShouldBe(HttpStatusCode.OK).Json;
        view.GetProperty("steps").GetArrayLength().ShouldBe(0);
        view.GetProperty("supervisedSince").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_of_a_ticket_answers_cards_and_keeps_what_was_typed()
    {
        var (world, id, number) = await Overdue();
        using var lead = await App.SignInAs(world.Lead);
        (await lead.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain($"/tickets/{number}/follow-up");
        using var officer = await App.SignInAs(world.Officer);
        var page = (await officer.Get($"/tickets/{number}/follow-up")).ShouldBe(HttpStatusCode.OK);
        var answer = await officer.Submit(page, "form[action*='handler=List']", ("Input.Reason", "长期未修"));
        answer.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("长期未修");
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'Listing'", id)).ShouldBe(0);
        (await officer.Submit(answer, "form[action*='handler=List']", ("Input.Reason", "长期未修"), ("Input.Until", Day(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).ShouldBe(HttpStatusCode.Found);
        (await App.Count("tickets.follow_up_steps", "ticket_id = $1 and kind = 'Listing'", id)).ShouldBe(1);
    }
}
