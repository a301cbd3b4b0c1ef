using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Queue;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>待我处理 follows a matter from hand to hand: whoever has the next step has it in the list, with the reason, and nobody else.</summary>
public sealed class WhatNeedsMeTests(EmptyHost host) : QueueStage(host, "89")
{
    [Fact]
    public async Task A_matter_is_in_the_list_of_whoever_has_the_next_step()
    {
        var w = World;
        var number = await w.Report();
        async Task NeededBy(Guid person, string? reason) => (await Needs(person)).Where(one => one.Number == number).Select(one => one.Reason).FirstOrDefault().ShouldBe(reason);

        await NeededBy(w.Dispatcher, "Accept");
        await NeededBy(w.Lead, "Accept");
        await NeededBy(w.Worker, null);
        // Nearer people accept it, so nobody further up is asked.
        await NeededBy(w.Community, null);
        await NeededBy(w.Chair, null);
        await w.Do(w.Dispatcher, number, "accept", new { category = "doors", urgency = "Complex" });
        await NeededBy(w.Dispatcher, "Assign");
        await NeededBy(w.Worker, "Claim");
        await w.Do(w.Dispatcher, number, "assign", new { handler = w.Worker });
        await NeededBy(w.Worker, "Contact");
        await NeededBy(w.Colleague, null);
        await NeededBy(w.Dispatcher, null);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await NeededBy(w.Dispatcher, "ChaseContact");
        await w.Do(w.Worker, number, "contact", new { note = "已联系" });
        await NeededBy(w.Worker, "Finish");
        await NeededBy(w.Dispatcher, null);
        await w.Do(w.Worker, number, "extension", new { days = 3, reason = "材料未到" });
        await NeededBy(w.Lead, "DecideExtension");
        await NeededBy(w.Community, "DecideExtension");
        await w.Do(w.Lead, number, "extension/decision", new { grant = true });
        await NeededBy(w.Lead, null);
        await w.Do(w.Dispatcher, number, "whistle", new { level = "Community", matter = "请到场" });
        await NeededBy(w.Community, "AnswerWhistle");
        await NeededBy(w.Subdistrict, null);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await NeededBy(w.Dispatcher, "RaiseWhistle");
        await w.Do(w.Community, number, "whistle/answer", new { answer = "已到场", warranted = true });
        await NeededBy(w.Dispatcher, "AssessWhistle");
        await w.Do(w.Dispatcher, number, "whistle/assessment", new { helped = true });
        await w.Do(w.Dispatcher, number, "parties", new { organisationId = await w.OrganisationOf(w.Chair), way = "Act", task = "一起看", dueOn = "2026-12-10" });
        await NeededBy(w.Chair, "ReportBack");
        await w.Do(w.Worker, number, "return", new { ground = "WrongDispatch", reason = "不归我" });
        await NeededBy(w.Dispatcher, "DecideReturn");
        await NeededBy(w.Worker, null);
        await w.Do(w.Dispatcher, number, "return/decision", new { accept = false, reason = "就归您" });
        await w.Do(w.Worker, number, "contact", new { note = "再联系" });
        await w.Do(w.Worker, number, "done", new { result = "已修好" });
        await NeededBy(w.Worker, null);
        await NeededBy(w.Dispatcher, null);
        await w.Do(w.Owner, number, "unsolved", new { reason = "还是不行" });
        await NeededBy(w.Worker, "HandleUnsolved");
        await NeededBy(w.Dispatcher, "HandleUnsolved");
        using var page = await App.SignInAs(w.Worker);
        (await page.Get("/work")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("居民说未解决");
    }

    [Fact]
    public async Task Residents_have_no_such_list_and_whose_post_is_elsewhere_has_an_empty_one()
    {
        await World.Report();
        (await (await World.As(World.Neighbour)).Get("/api/v1/work/")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await Elsewhere();
        (await (await other.As(other.Dispatcher)).Get("/api/v1/work/")).Json.GetProperty("tickets").GetArrayLength().ShouldBe(0);
        using var page = await App.SignInAs(other.Dispatcher);
        (await page.Get("/work")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("现在没有要您处理的");
    }

    [Fact]
    public async Task The_soonest_comes_first_and_an_emergency_before_all()
    {
        var first = await World.Report();
        App.Clock.Advance(TimeSpan.FromHours(3));
        var second = await World.Report();
        var danger = await World.Report("lift-trapped", "有人困在电梯里");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Needs(World.Dispatcher)).Select(one => one.Number).ShouldBe([danger, first, second]);
    }
}

/// <summary>The ways by which candidates are found leave nobody's ticket out.</summary>
public class NeedCandidatesTests(LinliHostFixture host)
{
    [Fact]
    public async Task Whoever_looks_nothing_that_needs_them_is_left_out()
    {
        var app = await host.Demo();
        var people = new List<Guid>();
        for (var role = 1; role <= 18; role++)
        {
            people.Add(await app.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", role));
        }

        var found = 0;
        foreach (var person in people.Distinct())
        {
            foreach (var capacity in await app.With<Linli.Web.Platform.Access.Capacities, IReadOnlyList<Linli.Web.Platform.Access.Capacity>>(c => c.HeldBy(person, CancellationToken.None)))
            {
                var actor = new Linli.Web.Platform.Access.Actor { PersonId = person, Name = "测试", Capacity = capacity };
                var needed = await app.With<WhatNeedsMe, NeededTickets>(q => q.Execute(actor, CancellationToken.None));
                var among = await app.With<WhatNeedsMe, NeededTickets>(q => q.Among("select id from tickets.tickets", actor, CancellationToken.None));
                needed.Tickets.Select(one => (one.Ticket.Number, string.Join(',', one.Needs.Select(need => need.Reason))))
                    .ShouldBe(among.Tickets.Select(one => (one.Ticket.Number, string.Join(',', one.Needs.Select(need => need.Reason)))), $"{capacity.PostKind}");
                found += needed.Tickets.Count;
            }
        }

        found.ShouldBeGreaterThan(20);
    }
}
