using System.Net;
using Linli.Web.Registry.Contract;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Intake;

/// <summary>已有邻居报过，一起跟进: what is shown, to whom, and what never.</summary>
public sealed class FollowTests(EmptyHost host) : EmptyHostTests(host)
{
    private IntakeWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        world = await IntakeWorld.Make(App);
    }

    private Task<Answer> Similar(Guid person, string category = "lift", bool inBuilding = true, string says = "电梯坏了", Guid? compound = null) =>
        world.Post(person, "/similar", new { category, placeId = inBuilding ? world.Building : (Guid?)null, description = says, compoundId = compound });

    [Fact]
    public async Task A_neighbour_is_shown_the_open_ticket_without_a_word_of_its_reporter_and_follows_it()
    {
        var number = await world.Report();
        using var neighbour = await App.SignInAs(world.Neighbour);
        var form = (await neighbour.Get("/tickets/report")).ShouldBe(HttpStatusCode.OK);
        var check = await neighbour.Submit(form, "form[data-draft=report]", ("Input.Category", "lift"), ("Input.PlaceId", world.Building.ToString()), ("Input.Description", "电梯又停了"));
        check.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("已有 1 位邻居报过");
        ShouldTellNothing(check);
        var joined = (await neighbour.Submit(check, "form[action*='handler=Join']")).ShouldBe(HttpStatusCode.Found);
        joined.Location.ShouldBe($"/tickets/followed/{number}");
        var page = await neighbour.Open(joined.Location!);
        page.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("2 位邻居报过这件事");
        ShouldTellNothing(page);
        (await neighbour.Get("/tickets/mine")).Text.ShouldContain("我跟进的");
        (await neighbour.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.NotFound);

        await world.Do(world.Dispatcher, number, "accept", new { requestId = Guid.NewGuid(), category = "lift", urgency = "Urgent" });
        await world.Do(world.Dispatcher, number, "assign", new { requestId = Guid.NewGuid(), handler = world.Lead });
        await world.Do(world.Lead, number, "contact", new { requestId = Guid.NewGuid(), note = "已联系王先生" });
        await world.Do(world.Lead, number, "done", new { requestId = Guid.NewGuid(), result = "已换皮带，1204 王先生 13912345678 知道" });
        (await world.Told(world.Neighbour, "Followed.Accept")).ShouldBe(1);
        (await world.Told(world.Neighbour, "Followed.MarkDone")).ShouldBe(1);
        (await App.Count("platform.notifications", "person_id = $1 and arguments::text like '%王%'", world.Neighbour)).ShouldBe(0);
        var after = await neighbour.Get($"/tickets/followed/{number}");
        after.Text.ShouldContain("已换皮带");
        after.Text.ShouldNotContain("13912345678");
        after.Text.ShouldNotContain("1204");
        after.Text.ShouldNotContain("已联系王先生");
        using var dispatcher = await App.SignInAs(world.Dispatcher);
        (await dispatcher.Get($"/tickets/{number}")).Text.ShouldContain("1 位邻居");

        (await neighbour.Submit(after, "form[action*='handler=Unfollow']")).ShouldBe(HttpStatusCode.Found);
        await world.Do(world.Owner, number, "unsolved", new { requestId = Guid.NewGuid(), reason = "又停了" });
        (await world.Told(world.Neighbour, "Followed.ReportUnsolved")).ShouldBe(0);
    }

    private static void ShouldTellNothing(Answer page)
    {
        foreach (var secret in new[] { "停在3楼", "13912345678", "王家", "3栋2单元1204" })
        {
            page.Text.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Place_and_category_or_words_find_it_and_nothing_old_or_finished()
    {
        var number = await world.Report("lighting", "地下车库B区的灯坏了一排，倒车看不清", inBuilding: false);
        (await Similar(world.Neighbour, "lighting", inBuilding: false)).Text.ShouldContain(number);
        (await Similar(world.Neighbour, "lighting", inBuilding: true, says: "楼道灯")).Text.ShouldNotContain(number);
        (await Similar(world.Neighbour, "public-facility", inBuilding: true, says: "车库B区灯坏了一排看不清")).Text.ShouldContain(number);
        (await Similar(world.Owner, "lighting", inBuilding: false)).Json[0].GetProperty("isOwn").GetBoolean().ShouldBeTrue();
        App.Clock.Advance(TimeSpan.FromDays(15));
        (await Similar(world.Neighbour, "lighting", inBuilding: false)).Text.ShouldBe("[]");
    }

    [Theory]
    [InlineData("neighbours")]
    [InlineData("noise-neighbour")]
    [InlineData("service")]
    [InlineData("help-elderly")]
    public async Task What_is_confidential_is_never_shown_and_cannot_be_followed(string category)
    {
        var number = await world.Report(category, "楼上漏水，说了几次没有用");
        (await Similar(world.Neighbour, category, says: "楼上漏水，说了几次没有用")).Text.ShouldBe("[]");
        (await Similar(world.Neighbour, "lift", says: "楼上漏水，说了几次没有用")).Text.ShouldBe("[]");
        (await world.Follow(world.Neighbour, number)).ShouldBe(HttpStatusCode.NotFound);
        (await world.Get(world.Neighbour, $"/followed/{number}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_turns_out_to_be_a_dispute_is_lost_to_its_followers()
    {
        var number = await world.Report("noise", "半夜有噪声");
        (await world.Follow(world.Neighbour, number)).ShouldBe(HttpStatusCode.NoContent);
        await world.Do(world.Dispatcher, number, "accept", new { requestId = Guid.NewGuid(), category = "noise-neighbour", urgency = "Complex" });
        (await world.Told(world.Neighbour, "Followed.Accept")).ShouldBe(0);
        (await world.Get(world.Neighbour, $"/followed/{number}")).ShouldBe(HttpStatusCode.NotFound);
        (await world.Get(world.Neighbour, "/followed")).Text.ShouldBe("[]");
        (await world.Post(world.Neighbour, $"/{number}/unfollow", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Nothing_is_shown_of_another_compound()
    {
        var other = await IntakeWorld.Make(App, "来源别的小区");
        var number = await other.Report();
        (await world.Post(world.Owner, "/similar", new { category = "lift", placeId = other.Building, description = "电梯停在3楼不动" })).Text.ShouldBe("[]");
        (await world.Follow(world.Owner, number)).ShouldBe(HttpStatusCode.NotFound);
        (await world.Get(world.Owner, $"/followed/{number}")).ShouldBe(HttpStatusCode.NotFound);
        (await world.Post(world.Owner, "/similar", new { compoundId = other.Compound, category = "lift", description = "电梯" })).Text.ShouldBe("[]");
        using var stranger = await App.SignInAs(world.Owner);
        (await stranger.Get($"/tickets/followed/{number}")).ShouldBe(HttpStatusCode.NotFound);
        using var signedOut = App.Visitor();
        (await signedOut.Get($"/tickets/followed/{number}")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task One_follows_once_not_the_own_and_not_what_is_over()
    {
        var number = await world.Report();
        (await world.Follow(world.Owner, number)).Problem.ShouldBe("OwnTicketIsNotFollowed");
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => world.Post(world.Neighbour, $"/{number}/follow", new { requestId = i < 2 ? id : Guid.NewGuid() })));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.NoContent || answer.Status == HttpStatusCode.Conflict);
        (await App.Count("tickets.follows", "person_id = $1", world.Neighbour)).ShouldBe(1);
        (await world.Follow(world.Neighbour, number)).ShouldBe(HttpStatusCode.NoContent);
        (await world.Follow(world.Dispatcher, number)).ShouldBe(HttpStatusCode.NotFound);
        (await world.Post(world.Owner, $"/{number}/withdraw", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
        (await world.Told(world.Neighbour, "Followed.Withdraw")).ShouldBe(1);
        (await world.Follow(await App.World.OwnerIn(world.Compound), number)).Problem.ShouldBe("OnlyOpenTicketsAreFollowed");
        (await world.Get(world.Neighbour, $"/followed/{number}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_has_moved_away_hears_no_more()
    {
        var number = await world.Report();
        (await world.Follow(world.Neighbour, number)).ShouldBe(HttpStatusCode.NoContent);
        await App.Execute("update registry.ownerships set until = '2026-10-01' where person_id = $1", world.Neighbour);
        await world.Do(world.Dispatcher, number, "accept", new { requestId = Guid.NewGuid(), category = "lift", urgency = "Urgent" });
        (await world.Told(world.Neighbour, "Followed.Accept")).ShouldBe(0);
    }

    [Fact]
    public async Task A_staff_member_who_opens_the_neighbours_view_is_led_to_the_ticket()
    {
        var number = await world.Report();
        using var dispatcher = await App.SignInAs(world.Dispatcher);
        (await dispatcher.Get($"/tickets/followed/{number}")).Location.ShouldBe($"/tickets/{number}");
        using var owner = await App.SignInAs(world.Owner);
        (await owner.Get($"/tickets/followed/{number}")).Location.ShouldBe($"/tickets/{number}");
    }

    [Fact]
    public async Task Follows_are_told_to_their_person_and_go_with_person_and_ticket()
    {
        var (first, second) = (await world.Report(), await world.Report("lighting", "路灯不亮"));
        var other = await App.World.OwnerIn(world.Compound);
        foreach (var (person, number) in new[] { (world.Neighbour, first), (world.Neighbour, second), (other, first) })
        {
            (await world.Follow(person, number)).ShouldBe(HttpStatusCode.NoContent);
        }

        var held = await App.With<IEnumerable<IPersonalDataHolder>, List<HeldCategory>>(async holders =>
            [.. (await Task.WhenAll(holders.OfType<Linli.Web.Tickets.Intake.IntakeHolder>().Select(h => h.Held(world.Neighbour, false, CancellationToken.None)))).SelectMany(c => c)]);
        held.Single(c => c.Table == "tickets.follows").Items.Select(i => i.Label).Order().ShouldBe(new[] { first, second }.Order());
        await App.Execute("update tickets.tickets set state = 'Closed', closed_at = now() - interval '9 years' where number = $1", first);
        await world.LetTextsGo();
        (await Left()).ShouldBe(1);
        await App.With<IEnumerable<IPersonalDataHolder>, int>(async holders =>
        {
            await holders.OfType<Linli.Web.Tickets.Intake.IntakeHolder>().Single().Erase(world.Neighbour, App.Clock.Now, CancellationToken.None);
            return 0;
        });
        (await Left()).ShouldBe(0);

        Task<long> Left() => App.Count("tickets.follows f join tickets.tickets t on t.id = f.ticket_id", "t.number in ($1, $2)", first, second);
    }
}
