using System.Net;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Changes;

/// <summary>A form sent twice, eight times, or by two people at once acts once.</summary>
public class OnceTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task The_same_request_id_in_parallel_saves_once_and_answers_all_alike()
    {
        var actor = await App.Actor(await App.World.Person());
        var context = App.Context(actor);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => App.With<Web.Platform.Changes.Changes, Saved>(async changes =>
            (await changes.Save(context, "TestAct", "TestSubject", context.RequestId, new { }, CancellationToken.None)).Value)));
        outcomes.Select(o => o.SubjectId).Distinct().ShouldBe([context.RequestId]);
        outcomes.Count(o => !o.Before).ShouldBe(1);
        (await App.Count("platform.audit_entries", "request_id = $1", context.RequestId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_id_of_somebody_else_is_no_key_to_what_he_did()
    {
        var context = App.Context(await App.Actor(await App.World.Person()));
        await Save(context);
        var thief = context with { Actor = await App.Actor(await App.World.Person()) };
        var outcome = await App.With<Web.Platform.Changes.Changes, Linli.Domain.Kernel.Outcome<Saved>>(changes =>
            changes.Save(thief, "TestAct", "TestSubject", Guid.NewGuid(), new { }, CancellationToken.None));
        outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<RequestIdIsUsed>();
    }

    [Fact]
    public async Task Eight_equal_reports_by_program_make_one_ticket()
    {
        using var program = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        var requestId = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => program.Post("/api/v1/tickets/", Report(requestId))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        answers.Select(a => a.Json.GetProperty("number").GetString()).Distinct().Count().ShouldBe(1);
        (await App.Count("tickets.tickets", "id = $1", requestId)).ShouldBe(1);
        (await App.Count("platform.audit_entries", "request_id = $1", requestId)).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_equal_forms_make_one_ticket()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var visitor = await App.SignInAs(owner);
        var page = (await visitor.Get("/tickets/report")).ShouldBe(HttpStatusCode.OK);
        var check = (await visitor.Submit(
            page, "form[enctype]",
            ("Input.Category", "lift"), ("Input.PlaceText", "1栋1单元"), ("Input.Description", "电梯停在3楼不动"), ("Input.ContactBy", "Phone"))).ShouldBe(HttpStatusCode.OK);
        var submit = "form[action*='handler=Submit']";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Submit(check, submit)));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Found);
        answers.Select(a => a.Location).Distinct().ShouldHaveSingleItem()!.ShouldStartWith("/tickets/");
        (await App.Count("tickets.tickets", "reporter_id = $1", owner)).ShouldBe(1);
    }

    private Task<bool> Save(ProcessContext context) => App.With<Web.Platform.Changes.Changes, bool>(async changes =>
        !(await changes.Save(context, "TestAct", "TestSubject", context.RequestId, new { }, CancellationToken.None)).IsRefused);

    private static object Report(Guid requestId) =>
        new { requestId, category = "lift", placeText = "1栋1单元", description = "电梯停在3楼不动", contactBy = "Phone" };
}
