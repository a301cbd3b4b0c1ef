using System.Net;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.TextHelp;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.TextHelp;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.TextHelp;

/// <summary>The text help suggests and says why; the person decides, and what was decided is learned.</summary>
public class TextHelpTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_text_is_answered_with_suggestions_and_keeps_nothing()
    {
        using var owner = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        var help = (await owner.Post("/api/v1/tickets/text-help", new { text = "有人被困在电梯里，快来" })).Json;
        help.GetProperty("categories")[0].GetProperty("code").GetString().ShouldBe("lift-trapped");
        help.GetProperty("categories").GetArrayLength().ShouldBeInRange(1, 3);
        (help.GetProperty("urgency").GetString(), help.GetProperty("call").GetString()).ShouldBe(("Emergency", "119"));
        foreach (var text in new[] { "", " ", "嗯", new string('电', 5000) })
        {
            (await owner.Post("/api/v1/tickets/text-help", new { text })).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await App.Scalar<long>("select count(*) from tickets.tickets where description like '%困在电梯%'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_reporter_is_asked_and_decides()
    {
        using var owner = await App.SignInAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        var form = await owner.Get("/tickets/report");
        var page = await owner.Submit(form, "form[data-draft]", ("Input.Category", "other"), ("Input.PlaceText", "1栋"), ("Input.Description", "电梯停在8楼不走，门也打不开"));
        page.Text.ShouldContain("改为：电梯");
        var followed = await owner.Submit(page, "form.card", ("chosen", "lift-stopped"));
        followed.Text.ShouldContain("能说得更具体吗");
        followed.Text.ShouldNotContain("改为：");
        var sent = await owner.Submit(followed, "form[action*=Submit]", ("Input.Detail", "lift-stopped"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        (await App.Scalar<string>("select category from tickets.tickets where description = '电梯停在8楼不走，门也打不开'")).ShouldBe("lift-stopped");
    }

    [Fact]
    public async Task A_dispatcher_sees_why_and_what_was_taken_is_noted()
    {
        var compound = await App.World.Compound("测试小区");
        using var owner = await App.ApiAs(await App.World.OwnerIn(compound));
        var number = (await owner.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "other", placeText = "1栋", description = "楼道里有很浓的煤气味，快派人" })).Json.GetProperty("number").GetString()!;
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.PropertyDispatcher.Code, compound);
        using var dispatcher = await App.SignInAs(person);
        var page = (await dispatcher.Get($"/tickets/{number}")).Text;
        page.ShouldContain("可能有燃气泄漏");
        page.ShouldContain("?take=gas-leak");
        (await dispatcher.Get($"/tickets/{number}?take=gas-leak&takeUrgency=Emergency")).One("option[value='gas-leak'][selected]");
        (await dispatcher.Get($"/tickets/{number}?take=nonsense&takeUrgency=nonsense")).Status.ShouldBe(HttpStatusCode.OK);
        using var program = await App.ApiAs(person);
        var version = (await program.Get($"/api/v1/tickets/{number}")).Json.GetProperty("version").GetUInt32();
        (await program.Post($"/api/v1/tickets/{number}/accept", new { requestId = Guid.NewGuid(), version, category = "gas-leak", urgency = "Emergency" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>($"select reported || ' ' || accepted || ' ' || suggested[1] || ' ' || suggested_urgency from tickets.text_suggestions s join tickets.tickets t on t.id = s.ticket_id where t.number = '{number}'"))
            .ShouldBe("other gas-leak gas-leak Emergency");
    }

    [Fact]
    public async Task Accepted_tickets_teach_the_model_and_no_single_text_can_be_read_from_it()
    {
        var compound = await App.World.Compound("测试小区");
        var reporter = await App.World.OwnerIn(compound);
        // A word of this place that the product has never seen, always decided the same way; and one sentence that stands alone.
        await App.Execute(
            """
            insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at, accepted_at)
            select gen_random_uuid(), 'LN-' || i, $1, '1栋', 'Repair', 'public-facility', 'Normal', case when i = 1 then '鼉鼍龘靐齉' else '翠湖曦廊的地方又坏了 ' || i end, 'Phone', 'Closed', 'default@1', $2, '业主', $3, $3, $3, $3
              from generate_series(1, 150) i
            """, compound, reporter, App.Clock.Now);
        var models = App.Services.GetRequiredService<TextModels>();
        TextModel.BuiltIn.Categories.Shares("翠湖曦廊")[0].Label.ShouldNotBe("public-facility");
        var training = await App.With<TrainTextHelp, Training>(train => train.Run(App.Clock.Now, CancellationToken.None));
        // Other tests of this class accept tickets too.
        training.Tickets.ShouldBeInRange(150, 155);
        training.IsUsed.ShouldBe(true);
        training.Tested.ShouldBeInRange(15, 50);
        training.RightNow.ShouldBeGreaterThan(training.RightBefore);
        models.Now.Number.ShouldBeGreaterThan(0);
        models.Now.Model.Categories.Shares("翠湖曦廊")[0].Label.ShouldBe("public-facility");
        (await App.Scalar<string>("select counts::text from tickets.text_models order by number desc limit 1"))!.ShouldNotContain("鼉");
    }
}
