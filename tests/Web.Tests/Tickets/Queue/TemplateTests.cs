using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Tickets.Handling;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>Response templates: shipped ones, an organisation's own words for them, and what they fill in.</summary>
public sealed class TemplateTests(EmptyHost host) : QueueStage(host, "83")
{
    private async Task<Answer> Set(Guid person, object body) => await (await World.As(person)).Post("/api/v1/work/templates", body);

    private async Task<string[]> Bodies(HandlingWorld world, Guid person) =>
        [.. (await (await world.As(person)).Get("/api/v1/work/templates")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray().Select(one => one.GetProperty("body").GetString()!)];

    [Fact]
    public async Task An_organisation_words_its_templates_and_workers_use_them()
    {
        var number = await World.Handled(contacted: false);
        using var dispatcher = await App.SignInAs(World.Dispatcher);
        var page = (await dispatcher.Get("/work/templates?template=contact-visit")).ShouldBe(HttpStatusCode.OK);
        var shown = await dispatcher.Submit(page, "main form[method=post]", ("Input.Body", "{工号}"));
        shown.ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary").TextContent.ShouldContain("工号");
        (await dispatcher.Submit(page, "main form[method=post]", ("Input.Title", "约上门"), ("Input.Body", "{经办人}马上到{地点}，{{编号}}是{编号} <b>"))).ShouldBe(HttpStatusCode.Found);
        (await Set(World.Lead, new { requestId = Guid.NewGuid(), use = "Contact", title = "打过电话", body = "已电话联系" })).ShouldBe(HttpStatusCode.OK);

        using var worker = await App.SignInAs(World.Worker);
        (await worker.Get($"/tickets/{number}")).Text.ShouldContain("打过电话");
        var filled = (await worker.Get($"/tickets/{number}?template=contact-visit")).ShouldBe(HttpStatusCode.OK);
        var name = await App.Scalar<string>("select name from registry.people where id = $1", World.Worker);
        filled.One("#do-contact ~ form textarea").TextContent.Trim().ShouldBe($"{name}马上到1栋1单元，{{编号}}是{number} <b>");
        filled.Text.ShouldNotContain("<b>", Case.Sensitive, "what is filled in is words");
        (await worker.Submit(filled, "form[action*=Contact]")).ShouldBe(HttpStatusCode.Found);
        (await App.Scalar<string>("select note from tickets.timeline l join tickets.tickets t on t.id = l.ticket_id where l.act = 'Contact' and t.number = $1", number)).ShouldNotBeNull().ShouldContain($"是{number} <b>");

        // Switched off it is offered no more; deleted, the shipped words are back.
        var id = await App.Scalar<Guid>("select id from tickets.response_templates where code = 'contact-visit' and organisation_id = $1", await World.OrganisationOf(World.Dispatcher));
        (await Set(World.Dispatcher, new { requestId = Guid.NewGuid(), templateId = id, title = "约上门", body = "x", isOff = true })).ShouldBe(HttpStatusCode.OK);
        (await Bodies(World, World.Worker)).ShouldNotContain("x");
        (await (await World.As(World.Dispatcher)).Post("/api/v1/work/templates/remove", new { requestId = Guid.NewGuid(), templateId = id })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Bodies(World, World.Worker)).ShouldContain(body => body.StartsWith("已与您联系", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Templates_of_another_organisation_are_not_there()
    {
        using var other = await Elsewhere();
        var made = (await Set(World.Dispatcher, new { requestId = Guid.NewGuid(), use = "Result", title = "本单位的话", body = "只说给本单位" })).ShouldBe(HttpStatusCode.OK);
        var id = made.Json.GetProperty("value").GetGuid();
        (await Bodies(other, other.Dispatcher)).ShouldNotContain("只说给本单位");
        var program = await other.As(other.Dispatcher);
        (await program.Post("/api/v1/work/templates", new { requestId = Guid.NewGuid(), templateId = id, use = "Result", title = "改", body = "改" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.Post("/api/v1/work/templates/remove", new { requestId = Guid.NewGuid(), templateId = id })).Status.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = await App.SignInAs(other.Dispatcher);
        (await visitor.Get($"/work/templates?template={id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.Scalar<string>("select body from tickets.response_templates where id = $1", id)).ShouldBe("只说给本单位");
        (await (await World.As(World.Worker)).Post("/api/v1/work/templates", new { requestId = Guid.NewGuid(), use = "Result", title = "改", body = "改" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_wrong_with_a_template_is_told_at_once()
    {
        var answer = await Set(World.Lead, new { requestId = Guid.NewGuid(), title = "", body = "{地点" });
        foreach (var code in new[] { "TemplateUseIsMissing", "TextIsMissing", "TemplateBraceIsAlone" })
        {
            answer.Text.ShouldContain(code);
        }

        (await Set(World.Lead, new { requestId = Guid.NewGuid(), code = "no-such-template", title = "x", body = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
