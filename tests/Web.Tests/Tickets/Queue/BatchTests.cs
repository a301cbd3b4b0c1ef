using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>Several tickets at once: each by its own use case, with its own outcome; sent twice it does nothing twice.</summary>
public sealed class BatchTests(EmptyHost host) : QueueStage(host, "85")
{
    private async Task<Answer> Send(Guid person, object body) => await (await World.As(person)).Post("/api/v1/work/batch", body);

    private static string[] Results(Answer answer) =>
        [.. answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("result").GetString()!)];

    private async Task<object[]> Seen(params string[] numbers)
    {
        var all = new List<object>();
        foreach (var number in numbers)
        {
            all.Add(new { number, version = await Version(number) });
        }

        return [.. all];
    }

    private Task<long> Steps(string act, params string[] numbers) =>
        App.Scalar<long>("select count(*) from tickets.timeline l join tickets.tickets t on t.id = l.ticket_id where l.act = $1 and t.number = any($2)", act, numbers);

    [Fact]
    public async Task Each_has_its_own_outcome_and_the_same_batch_again_does_nothing_twice()
    {
        string[] numbers = [await World.Report(), await World.Report("lift", "电梯异响"), await World.Report(), await World.Report()];
        var tickets = await Seen(numbers);
        // Meanwhile somebody else takes one, and a reporter takes one back.
        await World.Do(World.Lead, numbers[1], "accept", new { category = "lift", urgency = "Urgent" });
        await World.Do(World.Owner, numbers[2], "withdraw", new { });
        var withdrawn = new { number = numbers[2], version = await Version(numbers[2]) };
        var body = new { requestId = Guid.NewGuid(), act = "Accept", tickets = new[] { tickets[0], tickets[1], withdrawn, tickets[3] } };
        var first = await Send(World.Dispatcher, body);
        Results(first).ShouldBe(["Done", "ChangedMeanwhile", "Refused", "Done"]);
        first.Text.ShouldContain("TicketIsWithdrawn");
        (await Steps("Accept", numbers)).ShouldBe(3);
        Results(await Send(World.Dispatcher, body)).ShouldBe(["DoneBefore", "ChangedMeanwhile", "Refused", "DoneBefore"]);
        (await Steps("Accept", numbers)).ShouldBe(3);
        (await World.State(numbers[1])).ShouldBe("Accepted");

        // The same request id for another act is another's.
        var reused = await Send(World.Dispatcher, body with { act = "Assign" });
        reused.Text.ShouldContain("HandlerIsMissing");
        var assign = new { requestId = body.requestId, act = "Assign", handler = World.Worker, tickets = await Seen(numbers[0], numbers[3]) };
        (await Send(World.Dispatcher, assign)).Text.ShouldContain("RequestIdIsUsed");
        var given = new { requestId = Guid.NewGuid(), act = "Assign", handler = World.Worker, tickets = await Seen(numbers[0], numbers[3]) };
        Results(await Send(World.Dispatcher, given)).ShouldBe(["Done", "Done"]);
        // Each keeps what it was: its own category.
        (await App.Scalar<string>("select category from tickets.tickets where number = $1", numbers[0])).ShouldBe("doors");

        // Filled for each ticket.
        var words = new { requestId = Guid.NewGuid(), act = "Contact", words = "{编号}已由{经办人}联系 {{}}", tickets = await Seen(numbers[0], numbers[3]) };
        Results(await Send(World.Worker, words)).ShouldBe(["Done", "Done"]);
        var name = await App.Scalar<string>("select name from registry.people where id = $1", World.Worker);
        (await App.Scalar<string>("select note from tickets.timeline l join tickets.tickets t on t.id = l.ticket_id where l.act = 'Contact' and t.number = $1", numbers[3])).ShouldBe($"{numbers[3]}已由{name}联系 {{}}");
        (await Send(World.Worker, words with { requestId = Guid.NewGuid(), words = "{电话}" })).Text.ShouldContain("TemplatePlaceIsUnknown");
        (await Send(World.Worker, words with { requestId = Guid.NewGuid(), act = "MarkDone", words = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Two_dispatchers_and_one_ticket_in_both_batches()
    {
        string[] numbers = [await World.Report(), await World.Report(), await World.Report()];
        object Body(object[] tickets) => new { requestId = Guid.NewGuid(), act = "Accept", tickets };
        var (left, right) = (Body(await Seen(numbers[0], numbers[1])), Body(await Seen(numbers[1], numbers[2])));
        await World.As(World.Dispatcher);
        await World.As(World.Lead);
        var answers = await Task.WhenAll(Send(World.Dispatcher, left), Send(World.Lead, right));
        (await Steps("Accept", numbers)).ShouldBe(3);
        var all = answers.SelectMany(Results).ToArray();
        all.Count(result => result == "Done").ShouldBe(3);
        all.Count(result => result is "ChangedMeanwhile" or "Refused").ShouldBe(1);
        foreach (var number in numbers)
        {
            (await App.Count("platform.audit_entries", "process = 'AcceptTicket' and subject_id = (select id from tickets.tickets where number = $1)", number)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_foreign_worker_or_ticket_is_refused_and_the_others_are_done()
    {
        using var other = await Elsewhere();
        var (own, theirs) = (await World.Report(), await other.Report());
        var tickets = await Seen(own, theirs);
        var answer = await Send(World.Dispatcher, new { requestId = Guid.NewGuid(), act = "Accept", tickets });
        Results(answer).ShouldBe(["Done", "Refused"]);
        answer.Text.ShouldContain("NotFound");
        (await World.State(theirs)).ShouldBe("Received");
        var foreign = new { requestId = Guid.NewGuid(), act = "Assign", handler = other.Worker, tickets = await Seen(own) };
        Results(await Send(World.Dispatcher, foreign)).ShouldBe(["Refused"]);
        (await World.State(own)).ShouldBe("Accepted");

        // By form too: a worker of another compound is not chosen, whatever is sent.
        using var dispatcher = await App.SignInAs(World.Dispatcher);
        var address = $"/work/batch?act=Assign&t={own}:{await Version(own)}&t={theirs}:1";
        var page = (await dispatcher.Get(address)).ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain(other.Worker.ToString());
        page.All(".cells .cell").Count.ShouldBe(1);
        var sent = await dispatcher.Submit(page, "main form[method=post]", ("Input.Handler", other.Worker.ToString()));
        sent.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("未办");
        (await World.State(own)).ShouldBe("Accepted");
        var mine = await dispatcher.Submit(await dispatcher.Get(address), "main form[method=post]", ("Input.Handler", World.Worker.ToString()));
        mine.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("已办");
        (await World.State(own)).ShouldBe("Assigned");
        (await World.State(theirs)).ShouldBe("Received");
    }

    [Fact]
    public async Task A_batch_says_what_it_lacks_and_is_not_for_everybody()
    {
        var number = await World.Report();
        (await Send(World.Dispatcher, new { requestId = Guid.NewGuid(), act = "Accept", tickets = Array.Empty<object>() })).Text.ShouldContain("NoTicketsAreChosen");
        (await Send(World.Dispatcher, new { requestId = Guid.NewGuid(), tickets = await Seen(number) })).Text.ShouldContain("BatchActIsMissing");
        (await Send(World.Dispatcher, new { requestId = Guid.NewGuid(), act = "Accept", tickets = Enumerable.Range(0, 51).Select(i => new { number = $"CS-2611-{i:D4}" }) })).Text.ShouldContain("TicketsAreTooMany");
        (await Send(World.Worker, new { requestId = Guid.NewGuid(), act = "Accept", tickets = await Seen(number) })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Send(World.Owner, new { requestId = Guid.NewGuid(), act = "Accept", tickets = await Seen(number) })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Send(World.Chair, new { requestId = Guid.NewGuid(), act = "Accept", tickets = await Seen(number) })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await World.State(number)).ShouldBe("Received");
    }

    [Fact]
    public async Task Without_script_tickets_are_ticked_previewed_and_answered()
    {
        var number = await World.Handled();
        using var worker = await App.SignInAs(World.Worker);
        var queue = (await worker.Get("/work?all=true")).ShouldBe(HttpStatusCode.OK);
        var box = queue.One($"input[name=t][value^='{number}:']");
        box.HasAttribute("checked").ShouldBeTrue();
        var page = (await worker.Get($"/work/batch?t={box.GetAttribute("value")}&act=MarkDone&template=result-fixed")).ShouldBe(HttpStatusCode.OK);
        page.One("textarea").TextContent.ShouldContain("{编号}");
        var wrong = await worker.Submit(page, "main form[method=post]", ("Input.Words", "{没有这一项}"));
        wrong.ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary").TextContent.ShouldContain("没有这一项");
        var token = page.One("main form[method=post] input[name=RequestId]").GetAttribute("value")!;
        token.ShouldNotBe(Guid.Empty.ToString());
        var done = (await worker.Submit(page, "main form[method=post]")).ShouldBe(HttpStatusCode.OK);
        done.Text.ShouldContain("1 件中办成 1 件");
        (await World.State(number)).ShouldBe("Replied");
        (await App.Scalar<string>("select note from tickets.timeline l join tickets.tickets t on t.id = l.ticket_id where l.act = 'MarkDone' and t.number = $1", number)).ShouldNotBeNull().ShouldContain(number);
    }
}
