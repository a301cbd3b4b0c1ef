using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Registry.Documents;
using Linli.Web.Tests.Host;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Documents;

/// <summary>A covenant from its draft over comments and the assembly's decision into force, and the next one after it.</summary>
public class DocumentLifeTests(EmptyHost host) : EmptyHostTests(host)
{
    private DateOnly Today => ChinaTime.DayOf(App.Clock.Now);

    [Fact]
    public async Task A_covenant_is_drafted_commented_adopted_and_superseded()
    {
        var world = await DocumentWorld.Make(App, "订约小区");
        using var clerk = await App.ApiAs(world.Clerk);
        using var owner = await App.ApiAs(world.Owner);
        using var anybody = App.Api();

        (await clerk.Post(world.Desk("publish"), new { commentUntil = Today.AddDays(15) })).Problem.ShouldBe("DocumentIsNotThereYet");
        (await clerk.Post(world.Desk("draft"), new { text = "没有条文" })).Problem.ShouldBe("DocumentHasNoArticles");
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text })).ShouldBe(HttpStatusCode.OK);
        (await anybody.Get(world.Public())).Json.GetProperty("blocks").GetArrayLength().ShouldBe(0);
        (await anybody.Get(world.Public("?version=1"))).ShouldBe(HttpStatusCode.NotFound);

        (await clerk.Post(world.Desk("clauses"), new { marks = new[] { new { clause = "PartyPart", position = 0 } } })).Problem.ShouldBe("MarkPointsNowhere");
        (await clerk.Post(world.Desk("clauses"), new { marks = new[] { new { clause = "PartyPart", position = 2 } } })).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("publish"), new { commentUntil = Today.AddDays(14) })).Problem.ShouldBe("CommentPeriodIsTooShort");
        (await clerk.Post(world.Desk("publish"), new { commentUntil = Today.AddDays(15) })).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text + "改" })).Problem.ShouldBe("DocumentActIsNotOpen");

        var said = (await owner.Post(world.Public("/comments"), new { position = 3, text = "交费时间请写明" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await owner.Post(world.Public("/comments"), new { position = 1, text = "对章的意见" })).Problem.ShouldBe("ArticleIsNotThere");
        (await anybody.Get(world.Public("?version=1"))).Text.ShouldNotContain("交费时间");
        (await clerk.Post(world.Desk("answers"), new { commentId = said, answer = "采纳" })).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("answers"), new { commentId = said, answer = "再答" })).Problem.ShouldBe("CommentIsAnswered");
        var shown = await anybody.Get(world.Public("?version=1"));
        shown.Text.ShouldContain("交费时间");
        shown.Text.ShouldNotContain("测试某");

        (await clerk.Post(world.Desk("adopt"), await world.Decision())).Problem.ShouldBe("CommentsWereStillOpen");
        App.Clock.Advance(TimeSpan.FromDays(16));
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("missingReason", null)))).Problem.ShouldBe("RequiredClausesAreMissing");
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("partArea", "5999.99"), ("forArea", "3000")))).Problem.ShouldBe("TooFewTookPart");
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("forArea", "3000.00")))).Problem.ShouldBe("TooFewWereInFavour");
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("decidedBy", "OwnersCommittee")))).Problem.ShouldBe("BodyDoesNotAdoptThis");
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("paper", null)))).Problem.ShouldBe("DecisionPaperIsMissing");
        (await clerk.Post(world.Desk("adopt"), await world.Decision())).ShouldBe(HttpStatusCode.OK);

        var read = (await anybody.Get(world.Public())).ShouldBe(HttpStatusCode.OK).Json;
        read.GetProperty("shown").GetProperty("state").GetString().ShouldBe("InForce");
        read.GetProperty("decision").GetProperty("missing").GetArrayLength().ShouldBe(6);
        read.GetProperty("decision").GetProperty("missingReason").GetString().ShouldBe("示例文本较短");

        var next = DocumentWorld.Text.Replace("第二条", "第二条 不得占用楼道。\n第三条", StringComparison.Ordinal).Replace("第三条 违反", "第四条 违反", StringComparison.Ordinal);
        (await world.Adopted(clerk, next)).ShouldBe(2);
        (await App.Count("registry.document_versions", "compound_id = $1 and state = 'Superseded' and number = 1", world.Compound)).ShouldBe(1);
        (await App.Count("registry.document_marks m join registry.document_versions v on v.id = m.version_id", "v.compound_id = $1 and v.number = 2 and m.position = 2", world.Compound)).ShouldBe(1);
        var changes = (await anybody.Get(world.Public("/comparison?from=1&to=2"))).Json.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()).ToArray();
        changes.ShouldBe(["Unchanged", "Unchanged", "Unchanged", "New", "Renumbered", "Renumbered"]);

        (await clerk.Post(world.Desk("repeal"), new { lastDay = Today.AddDays(1), reason = "不再需要" })).Problem.ShouldBe("LastDayIsOutside");
        (await clerk.Post(world.Desk("repeal"), new { lastDay = Today, reason = "不再需要" })).ShouldBe(HttpStatusCode.OK);
        (await App.Count("registry.document_versions", "compound_id = $1 and state = 'InForce'", world.Compound)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_to_be_in_force_later_waits_for_its_day_and_takes_the_others_place()
    {
        var world = await DocumentWorld.Make(App, "待施行小区");
        using var clerk = await App.ApiAs(world.Clerk);
        await world.Adopted(clerk);
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text + "\n第四条 新增。" })).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("effectiveOn", Today.AddDays(10))))).ShouldBe(HttpStatusCode.OK);
        await App.Background.Run<EnterDocumentsIntoForce>();
        (await States(world)).ShouldBe(["InForce", "Adopted"]);
        App.Clock.Advance(TimeSpan.FromDays(10));
        await App.Background.Run<EnterDocumentsIntoForce>();
        await App.Background.Run<EnterDocumentsIntoForce>();
        (await States(world)).ShouldBe(["Superseded", "InForce"]);
        (await App.Count("platform.audit_entries", "process = 'EnterDocumentsIntoForce'")).ShouldBe(1);
    }

    [Fact]
    public async Task One_form_sent_often_at_once_acts_once_and_two_who_adopt_at_once_do_not_both()
    {
        var world = await DocumentWorld.Make(App, "并发小区");
        using var clerk = await App.ApiAs(world.Clerk);
        var draft = new { text = DocumentWorld.Text, requestId = Guid.NewGuid() };
        var drafts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => clerk.Post(world.Desk("draft"), draft)));
        drafts.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await App.Count("registry.document_versions", "compound_id = $1", world.Compound)).ShouldBe(1);

        var decisions = new List<object>();
        for (var i = 0; i < 4; i++)
        {
            decisions.Add(await world.Decision());
        }

        var adopted = await Task.WhenAll(decisions.Select(decision => clerk.Post(world.Desk("adopt"), decision)));
        adopted.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        adopted.ShouldAllBe(answer => (int)answer.Status < 500);
        (await States(world)).ShouldBe(["InForce"]);
    }

    [Fact]
    public async Task The_database_itself_keeps_one_version_in_force_and_one_on_its_way()
    {
        var world = await DocumentWorld.Make(App, "约束小区");
        using var clerk = await App.ApiAs(world.Clerk);
        await world.Adopted(clerk);
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text })).ShouldBe(HttpStatusCode.OK);
        const string Columns = "kind, made_at, made_as, missing, missing_reason, rules, decided_on, decided_by, effective_on";
        foreach (var state in new[] { "InForce", "Adopted" })
        {
            var fault = await Should.ThrowAsync<PostgresException>(() => App.Execute(
                $"insert into registry.document_versions (id, compound_id, number, state, {Columns}) select gen_random_uuid(), compound_id, 9, $2, {Columns} from registry.document_versions where compound_id = $1 and state = 'InForce'",
                world.Compound, state));
            fault.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        }
    }

    private async Task<string[]> States(DocumentWorld world) => await App.Scalar<string[]>(
        "select array_agg(state order by number) from registry.document_versions where compound_id = $1", world.Compound) ?? [];
}
