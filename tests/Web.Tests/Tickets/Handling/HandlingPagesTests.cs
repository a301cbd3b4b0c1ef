using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Handling;

/// <summary>The forms of handling in a browser: each does what the API does, keeps what was typed, and is not for everybody.</summary>
public sealed class HandlingPagesTests(EmptyHost host) : EmptyHostTests(host)
{
    private static int last;
    private HandlingWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        world = await HandlingWorld.Make(App, $"93/{Interlocked.Increment(ref last):D4}");
    }

    public override async ValueTask DisposeAsync()
    {
        world.Dispose();
        await base.DisposeAsync();
    }

    private async Task<Answer> Send(Guid person, string number, string act, params (string Name, string? Value)[] fields)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var visitor = await App.SignInAs(person);
        var page = (await visitor.Get($"/tickets/{number}/handle/{act}")).ShouldBe(HttpStatusCode.OK);
        return await visitor.Submit(page, $"form[data-draft='{act}-{number}']", fields);
    }

    [Fact]
    public async Task Every_act_of_handling_has_its_form()
    {
        var number = await world.Report();
        await world.Do(world.Dispatcher, number, "accept", new { category = "doors", urgency = "Complex" });
        async Task Done(Guid person, string act, string state, params (string Name, string? Value)[] fields)
        {
            (await Send(person, number, act, fields)).ShouldBe(HttpStatusCode.Found);
            (await world.State(number)).ShouldBe(state, act);
        }

        await Done(world.Worker, "Claim", "Assigned");
        await Done(world.Worker, "RequestReturn", "ReturnRequested", ("Input.Ground", "WrongDispatch"), ("Input.Reason", "不归我"));
        await Done(world.Dispatcher, "AcceptReturn", "Assigned", ("Input.Decision", "False"), ("Input.Reason", "就归您"));
        await world.Do(world.Worker, number, "contact", new { note = "已联系" });
        await Done(world.Worker, "Pause", "Paused", ("Input.WaitsFor", "Material"), ("Input.Reason", "等配件"), ("Input.Until", "2026-12-01"));
        await Done(world.Worker, "Resume", "Handling", ("Input.Note", "到货了"));
        await Done(world.Worker, "AskExtension", "Handling", ("Input.Days", "3"), ("Input.Reason", "安装要时间"));
        await Done(world.Lead, "GrantExtension", "Handling", ("Input.Decision", "True"));
        await Done(world.Dispatcher, "Whistle", "Handling", ("Input.Level", "Community"), ("Input.Matter", "请到场"));
        await Done(world.Community, "AnswerWhistle", "Handling", ("Input.Answer", "这就来"), ("Input.Warranted", "True"));
        await Done(world.Dispatcher, "AssessWhistle", "Handling", ("Input.Helped", "True"));
        await Done(world.Dispatcher, "InviteParty", "Handling", ("Input.Organisation", (await world.OrganisationOf(world.Chair)).ToString()), ("Input.Way", "Act"), ("Input.Task", "一起看"), ("Input.DueOn", "2026-12-01"));
        await Done(world.Chair, "ReportBack", "Handling", ("Input.Result", "看过了"));
        await Done(world.Dispatcher, "NoteInternally", "Handling", ("Input.Note", "留意一下"));

        using var visitor = await App.SignInAs(world.Dispatcher);
        var details = (await visitor.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Text;
        foreach (var said in new[] { "按时报到", "看过了", "留意一下", "已延期 1 次", "吹哨" })
        {
            details.ShouldContain(said);
        }

        using var resident = await App.SignInAs(world.Owner);
        var plain = (await resident.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Text;
        plain.ShouldNotContain("留意一下");
        plain.ShouldNotContain("看过了");
        plain.ShouldNotContain("/handle/");
        plain.ShouldContain("已请 测试社区 到场协调");
        await world.Do(world.Worker, number, "return", new { ground = "Unclear", reason = "说不清" });
        (await resident.Get($"/tickets/{number}")).Text.ShouldContain("正在确认由谁办理");
        (await resident.Get("/tickets/mine")).Text.ShouldNotContain("退单");
    }

    [Fact]
    public async Task A_refused_form_says_why_keeps_what_was_typed_and_does_nothing()
    {
        var number = await world.Handled();
        foreach (var (act, field, kept) in new[]
        {
            ("RequestReturn", "Input.Reason", "理由写了，依据没选"), ("Pause", "Input.Reason", "没说等什么"), ("AskExtension", "Input.Reason", "没说几天"), ("Whistle", "Input.Matter", "没选哪一级"),
            ("InviteParty", "Input.Task", "没选单位"),
        })
        {
            var answer = (await Send(world.Worker, number, act, (field, kept))).ShouldBe(HttpStatusCode.OK);
            answer.All(".govuk-error-summary li").ShouldNotBeEmpty(act);
            answer.Text.ShouldContain(kept);
        }

        (await world.State(number)).ShouldBe("Handling");
        (await App.Count("tickets.timeline", "ticket_id = (select id from tickets.tickets where number = $1)", number)).ShouldBe(4);
    }

    [Fact]
    public async Task Strangers_find_no_form_and_onlookers_are_led_back()
    {
        var number = await world.Handled();
        using (var out_ = App.Visitor())
        {
            (await out_.Get($"/tickets/{number}/handle/Pause")).Location!.ShouldStartWith("/sign-in");
        }

        foreach (var (person, expected) in new[] { (world.Owner, HttpStatusCode.Forbidden), (world.Colleague, HttpStatusCode.NotFound), (world.Chair, HttpStatusCode.Found) })
        {
            using var visitor = await App.SignInAs(person);
            (await visitor.Get($"/tickets/{number}/handle/Pause")).Status.ShouldBe(expected);
        }

        using var worker = await App.SignInAs(world.Worker);
        foreach (var act in new[] { "Report", "nonsense", "RejectReturn" })
        {
            (await worker.Get($"/tickets/{number}/handle/{act}")).Status.ShouldBe(HttpStatusCode.NotFound, act);
        }
    }

    [Fact]
    public async Task An_organisation_of_another_compound_is_not_invited_by_form()
    {
        var number = await world.Handled();
        using var other = await HandlingWorld.Make(App, $"92/{Interlocked.Increment(ref last):D4}");
        foreach (var (of, goes) in new[] { (other, false), (world, true) })
        {
            var organisation = (await of.OrganisationOf(of.Chair)).ToString();
            using var visitor = await App.SignInAs(world.Dispatcher);
            var page = await visitor.Get($"/tickets/{number}/handle/InviteParty");
            page.Text.Contains(organisation, StringComparison.Ordinal).ShouldBe(goes);
            var answer = await visitor.Submit(page, $"form[data-draft='InviteParty-{number}']",
                ("Input.Organisation", organisation), ("Input.Way", "Act"), ("Input.Task", "一起看"), ("Input.DueOn", "2026-12-01"));
            answer.ShouldBe(goes ? HttpStatusCode.Found : HttpStatusCode.OK);
        }

        (await App.Count("tickets.joint_parties", "ticket_id = (select id from tickets.tickets where number = $1)", number)).ShouldBe(1);
    }
}
