using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Intake.Sheets;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Intake;

/// <summary>The sheet at a building's door: it leads to the form with the place filled in, and nobody can make it lead elsewhere.</summary>
public sealed class SheetTests(EmptyHost host) : EmptyHostTests(host)
{
    private IntakeWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        world = await IntakeWorld.Make(App);
    }

    [Fact]
    public async Task A_scan_leads_a_resident_to_the_form_with_the_place_and_the_ticket_says_so()
    {
        await world.Issue(world.Entrance);
        var code = await world.CodeOf(world.Entrance);
        using var owner = await App.SignInAs(world.Owner);
        var scanned = await owner.Get(code);
        scanned.ShouldBe(HttpStatusCode.Found).Location.ShouldBe($"/tickets/report?sheet={code[3..]}");
        var form = (await owner.Get(scanned.Location!)).ShouldBe(HttpStatusCode.OK);
        form.Text.ShouldContain("3栋2单元");
        form.One("option[selected][value]").GetAttribute("value").ShouldBe(world.Building.ToString());
        form.One("[name='Input.PlaceText']").GetAttribute("value").ShouldBe("2单元");
        var check = (await owner.Submit(form, "form[data-draft=report]", ("Input.Category", "lift"), ("Input.Description", "电梯停了"))).ShouldBe(HttpStatusCode.OK);
        var done = (await owner.Submit(check, "form[action*='handler=Submit']")).ShouldBe(HttpStatusCode.Found);
        (await App.Scalar<string>("select i.channel from tickets.intakes i join tickets.tickets t on t.id = i.ticket_id join tickets.place_sheets s on s.id = i.sheet_id where t.number = $1 and t.place_id = $2 and s.place_id = $3",
            done.Location!.Split('/')[^1], world.Building, world.Entrance)).ShouldBe("QrCode");
        (await owner.Open(done.Location!)).Text.ShouldContain("扫楼栋二维码");
    }

    [Fact]
    public async Task Who_is_signed_out_signs_in_first_and_comes_back()
    {
        await world.Issue(world.Building);
        var code = await world.CodeOf(world.Building);
        using var visitor = App.Visitor();
        var page = (await visitor.Get(code)).ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("来源测试小区 3栋");
        page.Text.ShouldContain("023-49000000");
        page.One("a[href^='/sign-in']").GetAttribute("href").ShouldBe($"/sign-in?returnUrl={Uri.EscapeDataString(code)}");
    }

    [Fact]
    public async Task A_forged_or_altered_code_opens_nothing_in_either_language()
    {
        await world.Issue(world.Building);
        var code = await world.CodeOf(world.Building);
        using var visitor = App.Visitor();
        foreach (var wrong in new[] { "/q/abc", code[..^1] + (code[^1] == 'A' ? 'B' : 'A'), "/q/" + new string('A', 27) + "." + new string('A', 22), code[..10] + (code[10] == 'A' ? 'B' : 'A') + code[11..] })
        {
            var page = (await visitor.Get(wrong)).ShouldBe(HttpStatusCode.NotFound);
            page.Text.ShouldContain("这个二维码打不开");
            page.Text.ShouldNotContain("3栋");
        }

        visitor.Cookies["linli.language"] = "en";
        (await visitor.Get("/q/abc")).Text.ShouldContain("This code does not open");
    }

    [Fact]
    public async Task A_new_edition_makes_the_sheets_that_hang_there_void()
    {
        await world.Issue(world.Building);
        var old = await world.CodeOf(world.Building);
        await world.Issue(world.Building, world.Lead);
        using var visitor = App.Visitor();
        var page = (await visitor.Get(old)).ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("这张二维码已作废");
        var fresh = await world.CodeOf(world.Building);
        fresh.ShouldNotBe(old);
        (await visitor.Get(fresh)).ShouldBe(HttpStatusCode.OK);
        // The old code does not count as the way in either.
        (await world.Post(world.Owner, string.Empty, new { requestId = Guid.NewGuid(), category = "lift", placeId = world.Building, description = "电梯停了", sheet = old[3..] })).ShouldBe(HttpStatusCode.Created);
        (await App.Count("tickets.intakes", "sheet_id in (select id from tickets.place_sheets where place_id = $1)", world.Building)).ShouldBe(0);
        (await world.Post(world.Dispatcher, $"/sheets/{world.Building}/void", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
        (await visitor.Get(fresh)).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Whoever_lives_elsewhere_is_told_what_to_do_and_who_has_a_home_here_may_switch()
    {
        await world.Issue(world.Building);
        var code = await world.CodeOf(world.Building);
        var elsewhere = await App.World.Compound("别的小区");
        var stranger = await App.World.OwnerIn(elsewhere);
        using (var visitor = await App.SignInAs(stranger))
        {
            var page = (await visitor.Get(code)).ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("您没有登记为 来源测试小区 的业主或居住人");
            page.Text.ShouldContain("tel:023-49000000");
        }

        await App.World.Owner(stranger, await App.World.Unit(world.Compound, "3栋1单元101"));
        using var both = await App.SignInAs(stranger, (await App.Scalar<Guid>("select o.id from registry.ownerships o join registry.units u on u.id = o.unit_id where o.person_id = $1 and u.compound_id = $2", stranger, elsewhere))!);
        (await both.Get(code)).One("a[href^='/capacity']").GetAttribute("href").ShouldBe($"/capacity?returnUrl={Uri.EscapeDataString(code)}");
        using var clerk = await App.SignInAs(world.Dispatcher);
        (await clerk.Get(code)).ShouldBe(HttpStatusCode.Found).Location.ShouldBe($"/tickets/take?sheet={code[3..]}");
        (await clerk.Open(code)).ShouldBe(HttpStatusCode.OK).One("[name='Input.PlaceId'] option[selected]").GetAttribute("value").ShouldBe(world.Building.ToString());
    }

    [Fact]
    public async Task A_sheet_of_another_compound_is_out_of_reach()
    {
        var other = await IntakeWorld.Make(App, "来源别的小区");
        await other.Issue(other.Building);
        foreach (var act in new[] { "issue", "void" })
        {
            (await world.Post(world.Dispatcher, $"/sheets/{other.Building}/{act}", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NotFound);
            (await world.Post(world.Dispatcher, $"/sheets/{world.Compound}/{act}", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NotFound);
        }

        using var dispatcher = await App.SignInAs(world.Dispatcher);
        var list = (await dispatcher.Get("/tickets/sheets")).ShouldBe(HttpStatusCode.OK);
        (await dispatcher.Submit(list, $"form:has(input[value='{world.Building}'])", ("place", other.Building.ToString()))).ShouldBe(HttpStatusCode.NotFound);
        (await dispatcher.Get($"/tickets/sheets/{other.Building}")).ShouldBe(HttpStatusCode.NotFound);
        (await dispatcher.Get($"/tickets/sheets?compound={other.Code}")).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("tickets.place_sheets", "place_id = $1", other.Building)).ShouldBe(1);
        (await App.Count("tickets.place_sheets", "place_id = $1 and voided_at is not null", other.Building)).ShouldBe(0);
        foreach (var person in new[] { world.Owner, world.Chair, world.GridWorker })
        {
            using var none = await App.SignInAs(person);
            (await none.Get("/tickets/sheets")).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_printed_sheet_holds_its_code_and_large_words()
    {
        using var dispatcher = await App.SignInAs(world.Dispatcher);
        var list = (await dispatcher.Get("/tickets/sheets")).ShouldBe(HttpStatusCode.OK);
        var sheet = await dispatcher.Submit(list, $"form:has(input[value='{world.Building}'])");
        sheet.ShouldBe(HttpStatusCode.Found).Location.ShouldBe($"/tickets/sheets/{world.Building}");
        var page = (await dispatcher.Open(sheet.Location!)).ShouldBe(HttpStatusCode.OK);
        page.One(".poster__building").TextContent.ShouldBe("3栋");
        page.One(".poster__phone").TextContent.ShouldContain("023-49000000");
        // Only the drawing of this very address has this path.
        var drawn = QrDrawing.Of($"{page.Address.GetLeftPart(UriPartial.Authority)}{await world.CodeOf(world.Building)}");
        (page.All("svg.poster__code path")[1].GetAttribute("d") == drawn.Path).ShouldBeTrue();
        page.Text.ShouldNotContain("style=");
    }
}
