using System.Net;
using Linli.Web.Tests.Host;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>No ticket leaves the rates but by two people who did not ask for it: by program, by form, and past both.</summary>
public class ExclusionTests(EmptyHost host) : EmptyHostTests(host)
{
    private EvaluationStage stage = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        stage = await EvaluationStage.Make(App);
    }

    [Fact]
    public async Task Two_others_approve_and_the_ticket_leaves_the_rates()
    {
        var number = await stage.Closed();
        using var asker = await App.ApiAs(stage.Dispatcher);
        using var first = await App.ApiAs(stage.First);
        using var second = await App.ApiAs(stage.Second);
        var id = await Ask(asker, number, "OutOfLaw");
        (await Excluded(number)).ShouldBeNull();

        var body = new { requestId = Guid.NewGuid() };
        (await first.Post($"/api/v1/exclusions/{id}/approve", body)).ShouldBe(HttpStatusCode.NoContent);
        // Sent twice it is one word, and the same person has no second one.
        (await first.Post($"/api/v1/exclusions/{id}/approve", body)).ShouldBe(HttpStatusCode.NoContent);
        (await first.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).Problem.ShouldBe("ExclusionNeedsAnotherApprover");
        (await Excluded(number)).ShouldBeNull();
        (await second.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
        (await Excluded(number)).ShouldBe("All");
        (await second.Post($"/api/v1/exclusions/{id}/reject", new { requestId = Guid.NewGuid(), note = "反悔" })).Problem.ShouldBe("ExclusionIsDecided");

        var rates = (await first.Get($"/api/v1/rates?place={stage.CompoundCode}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("total");
        (rates.GetProperty("orders").GetInt64(), rates.GetProperty("excluded").GetInt64(), rates.GetProperty("response").GetProperty("denominator").GetInt64()).ShouldBe((1, 1, 0));
        (await App.Count("platform.audit_entries", "subject_id = $1", id)).ShouldBe(3);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'ExclusionGranted'", stage.Dispatcher)).ShouldBe(1);
    }

    [Fact]
    public async Task A_reporter_who_also_holds_a_post_reads_nothing_of_the_own_tickets_exclusion()
    {
        var number = await stage.Closed();
        using var asker = await App.ApiAs(stage.Dispatcher);
        await Ask(asker, number, "OutOfLaw");
        using var worker = await App.ApiAs(stage.First);
        (await worker.Get($"/api/v1/tickets/{number}/exclusions")).ShouldBe(HttpStatusCode.OK);
        await App.Execute("update tickets.tickets set reporter_id = $2 where number = $1", number, stage.First);
        (await worker.Get($"/api/v1/tickets/{number}/exclusions")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_asked_does_not_approve_and_strangers_find_nothing()
    {
        var number = await stage.Closed();
        using var asker = await App.ApiAs(stage.First);
        using var stranger = await App.ApiAs(stage.Stranger);
        using var owner = await App.ApiAs(stage.Owner);
        using var dispatcher = await App.ApiAs(stage.Dispatcher);
        var id = await Ask(asker, number, "OutOfLaw");
        (await asker.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).Problem.ShouldBe("RequesterMayNotApprove");
        (await stranger.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get($"/api/v1/tickets/{number}/exclusions")).ShouldBe(HttpStatusCode.NotFound);
        (await owner.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Forbidden);
        (await dispatcher.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Forbidden);
        (await dispatcher.Post($"/api/v1/exclusions/{id}/reject", new { requestId = Guid.NewGuid(), note = "不行" })).Problem.ShouldBe("OnlyTheRequesterTakesItBack");
        (await asker.Post($"/api/v1/tickets/{number}/exclusions", new { requestId = Guid.NewGuid(), reason = "OutOfLaw", note = "再来" })).Problem.ShouldBe("ExclusionAwaitsDecision");
        (await asker.Post($"/api/v1/exclusions/{id}/reject", new { requestId = Guid.NewGuid(), note = "想清楚了" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>("select ended from tickets.exclusions where id = $1", id)).ShouldBe("TakenBack");
    }

    [Theory]
    [InlineData("WrongDispatch", "ReturnIsNotAccepted")]
    [InlineData("NoValidAnswer", "ReporterHasAnswered")]
    public async Task A_reason_has_to_hold(string reason, string refusal)
    {
        using var asker = await App.ApiAs(stage.Dispatcher);
        (await asker.Post($"/api/v1/tickets/{await stage.Closed()}/exclusions", new { requestId = Guid.NewGuid(), reason, note = "依据" })).Problem.ShouldBe(refusal);
    }

    [Fact]
    public async Task Without_a_valid_answer_it_leaves_two_rates_and_a_wrong_dispatch_needs_its_return()
    {
        var (unanswered, returned) = (await stage.Closed(solved: null, satisfaction: null), await stage.Closed());
        await App.Execute(
            "insert into tickets.timeline (id, ticket_id, at, act, state, acted_as) select gen_random_uuid(), id, received_at, 'AcceptReturn', 'Accepted', '测试' from tickets.tickets where number = $1", returned);
        using var asker = await App.ApiAs(stage.Dispatcher);
        foreach (var (number, reason, scope) in new[] { (unanswered, "NoValidAnswer", "Revisit"), (returned, "WrongDispatch", "All") })
        {
            var id = await Ask(asker, number, reason);
            foreach (var person in new[] { stage.First, stage.Second })
            {
                using var approver = await App.ApiAs(person);
                (await approver.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NoContent);
            }

            (await Excluded(number)).ShouldBe(scope);
        }
    }

    [Fact]
    public async Task Two_who_approve_at_once_are_two_and_never_one_twice()
    {
        var number = await stage.Closed();
        using var asker = await App.ApiAs(stage.Dispatcher);
        using var first = await App.ApiAs(stage.First);
        using var second = await App.ApiAs(stage.Second);
        var id = await Ask(asker, number, "OutOfLaw");
        var answers = await Task.WhenAll(new[] { first, second, first, second }.Select(who => who.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() })));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.NoContent || answer.Status == HttpStatusCode.Conflict || answer.Status == HttpStatusCode.UnprocessableEntity);
        (await App.Count("tickets.exclusions", "id = $1 and (first_by is null or second_by is null or first_by <> second_by)", id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("update tickets.tickets set excluded = 'All' where number = $1", "tickets_excluded_is_granted")]
    [InlineData("insert into tickets.exclusions (id, ticket_id, reason, requested_at, requested_as, first_at, first_as, second_at, second_as) select gen_random_uuid(), id, 'OutOfLaw', now(), 'a', now(), 'b', now(), 'b' from tickets.tickets where number = $1", "exclusions_two_people_approve")]
    [InlineData("insert into tickets.exclusions (id, ticket_id, reason, requested_at, requested_as, first_at, first_as, second_at, second_as) select gen_random_uuid(), id, 'OutOfLaw', now(), 'a', now(), 'b', now(), 'a' from tickets.tickets where number = $1", "exclusions_requester_does_not_approve")]
    [InlineData("insert into tickets.exclusions (id, ticket_id, reason, requested_at, requested_as, second_at, second_as) select gen_random_uuid(), id, 'OutOfLaw', now(), 'a', now(), 'b' from tickets.tickets where number = $1", "exclusions_two_people_approve")]
    public async Task The_database_keeps_it_past_every_program(string sql, string constraint) =>
        (await Should.ThrowAsync<PostgresException>(App.Execute(sql, await stage.Closed()))).ConstraintName.ShouldBe(constraint);

    [Fact]
    public async Task What_was_granted_is_not_changed_afterwards()
    {
        var number = await stage.Closed();
        using var asker = await App.ApiAs(stage.Dispatcher);
        var id = await Ask(asker, number, "OutOfLaw");
        foreach (var person in new[] { stage.First, stage.Second })
        {
            using var approver = await App.ApiAs(person);
            await approver.Post($"/api/v1/exclusions/{id}/approve", new { requestId = Guid.NewGuid() });
        }

        foreach (var sql in new[] { "update tickets.exclusions set reason = 'NoValidAnswer' where id = $1", "delete from tickets.exclusions where id = $1" })
        {
            (await Should.ThrowAsync<PostgresException>(App.Execute(sql, id))).ConstraintName.ShouldBe("exclusions_stay_decided");
        }

        await App.Execute("update tickets.exclusions set note = null where id = $1", id);
    }

    [Fact]
    public async Task It_goes_by_form_and_what_was_typed_is_kept()
    {
        var number = await stage.Closed();
        using var asker = await App.SignInAs(stage.Dispatcher);
        const string Ask = "form[action*='handler=Ask']";
        var address = $"/tickets/{number}/exclusion";
        var refused = await asker.Submit(await asker.Get(address), Ask, ("Input.Note", "依据是这样的"));
        refused.ShouldBe(HttpStatusCode.OK).One("textarea[name='Input.Note']").TextContent.ShouldContain("依据是这样的");
        (await asker.Submit(await asker.Get(address), Ask, ("Input.Note", "依据"), ("Input.Reason", "OutOfLaw"))).ShouldBe(HttpStatusCode.Found);
        foreach (var person in new[] { stage.First, stage.Second })
        {
            using var approver = await App.SignInAs(person);
            (await approver.Get("/exclusions")).ShouldBe(HttpStatusCode.OK).One("main").TextContent.ShouldContain(number);
            (await approver.Submit(await approver.Get(address), "form[action*='handler=Approve']")).ShouldBe(HttpStatusCode.Found);
        }

        (await Excluded(number)).ShouldBe("All");
        using var stranger = await App.SignInAs(stage.Stranger);
        (await stranger.Get(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Guid> Ask(ApiClient asker, string number, string reason) =>
        (await asker.Post($"/api/v1/tickets/{number}/exclusions", new { requestId = Guid.NewGuid(), reason, note = "依据" })).ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();

    private Task<string?> Excluded(string number) => App.Scalar<string>("select excluded from tickets.tickets where number = $1", number);
}
