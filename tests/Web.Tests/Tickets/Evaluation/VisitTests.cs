using System.Net;
using Linli.Domain.Tickets;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Evaluation;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>Return visits: drawn once, made by somebody else than the handler, and heard.</summary>
public class VisitTests(EmptyHost host) : EmptyHostTests(host)
{
    private EvaluationStage stage = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        stage = await EvaluationStage.Make(App);
    }

    [Fact]
    public async Task A_tenth_and_all_that_must_be_are_drawn_once()
    {
        for (var i = 0; i < 21; i++)
        {
            await stage.Closed();
        }

        var must = new[] { await stage.Closed(null, null), await stage.Closed(false, Satisfaction.Dissatisfied), await stage.Closed(true, Satisfaction.Dissatisfied) };
        await Draw();
        (await App.Count("tickets.return_visits", "compound_id = $1 and cause = 'Sample'", stage.Compound)).ShouldBe(3);
        (await App.Count("tickets.return_visits v join tickets.tickets t on t.id = v.ticket_id", "v.cause <> 'Sample' and t.number = any($1)", (object)must)).ShouldBe(3);
        await Draw();
        (await App.Count("tickets.return_visits", "compound_id = $1", stage.Compound)).ShouldBe(6);
        (await App.Count("tickets.visit_draws", "compound_id = $1 and closed = 24 and drawn = 6", stage.Compound)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_counts_and_no_answer_is_given_up_in_the_end()
    {
        var number = await stage.Closed(null, null);
        var visit = await Visit(number);
        using var caller = await App.ApiAs(stage.First);
        (await caller.Get("/api/v1/visits")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("visits").GetArrayLength().ShouldBe(1);
        (await Call(caller, visit, new { requestId = Guid.NewGuid(), result = "NoAnswer", solved = true })).Problem.ShouldBe("NobodyAnsweredTheQuestions");
        (await Call(caller, visit, new { requestId = Guid.NewGuid(), result = "NoAnswer" })).ShouldBe(HttpStatusCode.NoContent);
        var body = new { requestId = Guid.NewGuid(), result = "Answered", solved = true, satisfaction = "Basic" };
        (await Call(caller, visit, body)).ShouldBe(HttpStatusCode.NoContent);
        (await Call(caller, visit, body)).ShouldBe(HttpStatusCode.NoContent);
        (await Call(caller, visit, new { requestId = Guid.NewGuid(), result = "Answered" })).Problem.ShouldBe("VisitIsMade");
        (await App.Count("tickets.tickets", "number = $1 and state = 'Closed' and solved and satisfaction = 'Basic'", number)).ShouldBe(1);
        (await App.Count("tickets.return_visits", "id = $1 and state = 'Answered' and attempts = 2", visit)).ShouldBe(1);

        var silent = await Visit(await stage.Closed(null, null));
        for (var i = 0; i < 3; i++)
        {
            (await Call(caller, silent, new { requestId = Guid.NewGuid(), result = "NoAnswer" })).ShouldBe(HttpStatusCode.NoContent);
        }

        (await App.Scalar<string>("select state from tickets.return_visits where id = $1", silent)).ShouldBe("Unreachable");
    }

    [Fact]
    public async Task Not_solved_reopens_tells_the_handler_and_is_asked_again()
    {
        var number = await stage.Closed();
        var visit = await Visit(number, "Sample");
        using var caller = await App.ApiAs(stage.First);
        (await Call(caller, visit, new { requestId = Guid.NewGuid(), result = "Answered", solved = false })).Problem.ShouldBe("NoteIsMissing");
        (await Call(caller, visit, new { requestId = Guid.NewGuid(), result = "Answered", solved = false, satisfaction = "Dissatisfied", note = "灯又不亮了" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("tickets.tickets", "number = $1 and state = 'Reopened' and solved is null and satisfaction is null and closed_at is null and times_reopened = 1", number)).ShouldBe(1);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'VisitFoundUnsolved' and link like '%' || $2", stage.Worker, number)).ShouldBe(1);

        using var worker = await App.ApiAs(stage.Worker);
        using var owner = await App.ApiAs(stage.Owner);
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        (await worker.Post($"/api/v1/tickets/{number}/contact", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post($"/api/v1/tickets/{number}/done", new { requestId = Guid.NewGuid(), result = "换好了" })).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post($"/api/v1/tickets/{number}/confirm", new { requestId = Guid.NewGuid(), solved = true, satisfaction = "Satisfied" })).ShouldBe(HttpStatusCode.NoContent);
        await Draw();
        (await App.Count("tickets.return_visits v join tickets.tickets t on t.id = v.ticket_id", "t.number = $1 and v.round = 1 and v.cause = 'ReopenedOnVisit'", number)).ShouldBe(1);
    }

    [Fact]
    public async Task Neither_the_handlers_own_nor_strangers_make_it()
    {
        var number = await stage.Closed(null, null);
        var visit = await Visit(number);
        // A clerk who also stands in the handler's own organisation.
        await App.Execute(
            """
            update registry.posts set organisation_id = (select organisation_id from registry.posts where person_id = $1)
             where person_id = $2
            """, stage.Worker, stage.Second);
        using var own = await App.ApiAs(stage.Second);
        (await Call(own, visit, new { requestId = Guid.NewGuid(), result = "Answered", solved = true })).Problem.ShouldBe("HandlersOwnMayNotVisit");
        (await own.Post($"/api/v1/visits/{visit}/phone", new { requestId = Guid.NewGuid() })).Problem.ShouldBe("HandlersOwnMayNotVisit");
        using var stranger = await App.ApiAs(stage.Stranger);
        (await Call(stranger, visit, new { requestId = Guid.NewGuid(), result = "Answered", solved = true })).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get($"/api/v1/visits/{visit}")).ShouldBe(HttpStatusCode.NotFound);
        using var dispatcher = await App.ApiAs(stage.Dispatcher);
        (await Call(dispatcher, visit, new { requestId = Guid.NewGuid(), result = "Answered", solved = true })).ShouldBe(HttpStatusCode.Forbidden);
        using var caller = await App.ApiAs(stage.First);
        (await caller.Post($"/api/v1/visits/{visit}/phone", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.OK);
        (await App.Count("registry.unmaskings", "person_id = $1 and reason = $2", stage.Owner, number)).ShouldBe(1);
    }

    [Fact]
    public async Task It_goes_by_form()
    {
        var number = await stage.Closed(null, null);
        var visit = await Visit(number);
        using var caller = await App.SignInAs(stage.First);
        (await caller.Get("/visits")).ShouldBe(HttpStatusCode.OK).One("main").TextContent.ShouldContain(number);
        var refused = await caller.Submit(await caller.Get($"/visits/{visit}"), "form.card", ("Input.Solved", "False"), ("Input.Result", "Answered"), ("Input.Satisfaction", "Basic"));
        refused.ShouldBe(HttpStatusCode.OK).One("input[name='Input.Satisfaction'][checked]").GetAttribute("value").ShouldBe("Basic");
        (await caller.Submit(await caller.Get($"/visits/{visit}"), "form.card", ("Input.Solved", "True"), ("Input.Result", "Answered"))).ShouldBe(HttpStatusCode.Found);
        (await caller.Get("/visits?done=true")).One("main").TextContent.ShouldContain(number);
    }

    private Task<Answer> Call(ApiClient who, Guid visit, object body)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        return who.Post($"/api/v1/visits/{visit}/calls", body);
    }

    private Task Draw() => App.Background.Run<DrawReturnVisits>();

    private async Task<Guid> Visit(string number, string cause = "Unrated")
    {
        var id = Guid.NewGuid();
        await App.Execute(
            """
            insert into tickets.return_visits (id, ticket_id, compound_id, round, cause, policy, drawn_at, due_on, state)
            select $1, id, compound_id, times_reopened, $3, 'default@1', $4, ($4 + interval '7 days')::date, 'Open' from tickets.tickets where number = $2
            """, id, number, cause, App.Clock.Now);
        return id;
    }
}
