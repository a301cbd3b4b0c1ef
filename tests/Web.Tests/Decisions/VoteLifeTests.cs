using System.Net;
using System.Text.Json;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions;
using Linli.Web.Tests.Host;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Decisions;

/// <summary>A vote from its first draft to its effect, by all channels, and what every stranger and every doubled ballot meets on the way.</summary>
public class VoteLifeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_vote_goes_from_draft_to_effect_and_everybody_can_count_it_again()
    {
        var compound = await App.World.Compound("表决小区");
        var code = (await App.Scalar<string>("select code from registry.places where id = $1", compound))!;
        var (anna, bela, cora, dora, emma) = (await App.World.Person(), await App.World.Person(), await App.World.Person(), await App.World.Person(), await App.World.Person());
        await App.World.Owner(anna, await App.World.Unit(compound, "1栋101"));
        await App.World.Owner(bela, await App.World.Unit(compound, "1栋102"));
        var shared = await App.World.Unit(compound, "1栋103");
        await App.World.Owner(cora, shared);
        await App.World.Owner(dora, shared);
        var paperUnit = await App.World.Unit(compound, "1栋104");
        await App.World.Owner(emma, paperUnit);
        var tenant = await App.World.Person();
        await App.World.Resident(tenant, paperUnit);
        var neighbour = await App.World.OwnerIn(await App.World.Compound("隔壁表决小区"));
        var clerks = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            var person = await App.World.Person();
            await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
            return person;
        }));
        var secretary = await App.World.Person();
        await App.World.Post(secretary, PostKinds.CommunitySecretary.Code, compound);

        // Prepared, and public only with the notice.
        var (opens, closes) = (ChinaTime.Local(App.Clock.Now).DateTime.AddDays(16), ChinaTime.Local(App.Clock.Now).DateTime.AddDays(26));
        using var clerk = await App.ApiAs(clerks[0]);
        object Draft(DateTime from) => new
        {
            title = "2026年业主大会", background = "更换物业的由来", opensAt = from, closesAt = closes,
            questions = new[] { new { matter = "M4", title = "更换物业服务企业", text = "选聘新的企业", amount = "318600.5" } },
        };
        var id = (await clerk.Post($"/api/v1/compounds/{code}/votes", Draft(opens.AddDays(-5)))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        using var anybody = App.Api();
        (await anybody.Get($"/api/v1/votes/{id}")).ShouldBe(HttpStatusCode.NotFound);
        Task<Answer> Step(ApiClient who, string act, string? words = null) => who.Post($"/api/v1/votes/{id}/steps", new { act, words });
        (await Step(clerk, "PublishNotice")).Problem.ShouldBe("DecisionStandsElsewhere");
        (await Step(clerk, "AskBranch")).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "RecordOpinion")).Problem.ShouldBe("VoteWordsAreMissing");
        (await Step(clerk, "RecordOpinion", "同意依法表决")).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "InformCommunity")).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "PublishNotice")).Problem.ShouldBe("NoticeIsTooShort");
        (await clerk.Post($"/api/v1/votes/{id}", Draft(opens))).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "InformCommunity")).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "PublishNotice")).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post($"/api/v1/votes/{id}", Draft(opens))).Problem.ShouldBe("DecisionStandsElsewhere");
        (await Step(clerk, "Open")).Problem.ShouldBe("VotingHasNotOpened");
        (await Step(clerk, "CorrectRoll")).ShouldBe(HttpStatusCode.OK);
        (await anybody.Get($"/api/v1/votes/{id}")).Json.GetProperty("roll").GetProperty("heads").GetInt64().ShouldBe(4);
        using (var early = await App.ApiAs(anna))
        {
            (await early.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "For" } })).Problem.ShouldBe("VotingHasNotOpened");
        }

        // Opens by itself; the roll is frozen.
        App.Clock.Set(new DateTimeOffset(opens, ChinaTime.Offset).AddMinutes(1));
        await App.Background.Run<TurnVotes>();
        var hash = (await anybody.Get($"/api/v1/votes/{id}")).Json.GetProperty("rollHash").GetString();
        hash!.Length.ShouldBe(64);
        await App.Execute("update registry.ownerships set until = '2026-11-24' where person_id = $1", bela);
        await App.Execute("update registry.units set registered_area = 1 where id = $1", shared);

        // Online: once, whatever is tried at the same moment; the neighbour and the tenant not at all.
        using var annas = await App.ApiAs(anna);
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => annas.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "For" }, requestId = Guid.NewGuid() })));
        tries.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        tries.Where(answer => answer.Status != HttpStatusCode.OK).ShouldAllBe(answer => answer.Problem == "VoterHasVoted");
        (await annas.Post($"/api/v1/votes/{id}/ballots", new { choices = Array.Empty<string>() })).Problem.ShouldBe("ChoicesAreMissing");
        using (var stranger = await App.ApiAs(neighbour))
        {
            (await stranger.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "For" } })).ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get($"/api/v1/votes/{id}/mine")).ShouldBe(HttpStatusCode.NotFound);
        }

        using (var lodger = await App.ApiAs(tenant))
        {
            (await lodger.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "Against" } })).ShouldBe(HttpStatusCode.Forbidden);
        }

        // Co-owners: one of them, and only after saying that the others agreed.
        using (var coras = await App.ApiAs(cora))
        using (var doras = await App.ApiAs(dora))
        {
            (await coras.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "Against" } })).Problem.ShouldBe("CoOwnersMustBeDeclared");
            var request = new { choices = new[] { "Against" }, declared = true, requestId = Guid.NewGuid() };
            (await coras.Post($"/api/v1/votes/{id}/ballots", request)).ShouldBe(HttpStatusCode.OK);
            (await coras.Post($"/api/v1/votes/{id}/ballots", request)).ShouldBe(HttpStatusCode.OK);
            (await doras.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "For" }, declared = true })).Problem.ShouldBe("VoterHasVoted");
            (await doras.Get($"/api/v1/votes/{id}/mine")).Json.GetProperty("receipt").GetProperty("choices").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        // Paper: two clerks differ, a third decides; nobody reads twice.
        var unit = (await App.Scalar<string>("select code from registry.units where id = $1", paperUnit))!;
        object Paper(string choice) => new { unit, channel = "Paper", castBy = emma.ToString(), isSigned = true, receivedAt = ChinaTime.Local(App.Clock.Now).DateTime, choices = new[] { choice } };
        async Task<string?> Reading(Guid who, string choice)
        {
            using var reader = await App.ApiAs(who);
            var answer = await reader.Post($"/api/v1/votes/{id}/papers", Paper(choice));
            return answer.Status == HttpStatusCode.OK ? answer.Json.GetProperty("value").GetString() : answer.Problem;
        }

        (await Reading(clerks[0], "Against")).ShouldBe("AwaitsSecond");
        (await Reading(clerks[0], "For")).ShouldBe("ReadByYouAlready");
        (await Reading(clerks[1], "For")).ShouldBe("AwaitsThird");
        (await Reading(clerks[2], "For")).ShouldBe("Accepted");
        (await Reading(secretary, "For")).ShouldBe("PaperIsSettled");
        await Should.ThrowAsync<PostgresException>(() => App.Execute("update decisions.ballots set choices = 'FOR' where vote_id = $1", id));
        await Should.ThrowAsync<PostgresException>(() => App.Execute("delete from decisions.ballots where vote_id = $1", id));

        // Nobody sees what was chosen before the close; a single ballot those alone who supervise, and it is logged.
        var open = (await anybody.Get($"/api/v1/votes/{id}")).Json;
        open.GetProperty("received").GetProperty("heads").GetInt64().ShouldBe(3);
        open.GetProperty("questions")[0].GetProperty("statutory").ValueKind.ShouldBe(JsonValueKind.Null);
        (await anybody.Get($"/api/v1/votes/{id}/ledger")).ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Post($"/api/v1/votes/{id}/looks", new { unit, reason = "好奇" })).ShouldBe(HttpStatusCode.Forbidden);
        using var supervisor = await App.ApiAs(secretary);
        (await supervisor.Post($"/api/v1/votes/{id}/looks", new { unit })).Problem.ShouldBe("TextIsMissing");
        (await supervisor.Post($"/api/v1/votes/{id}/looks", new { unit, reason = "业主申请核对" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetProperty("choices")[0].GetString().ShouldBe("For");
        (await App.Count("decisions.ballot_looks", "vote_id = $1", id)).ShouldBe(1);
        (await Step(clerk, "Close")).Problem.ShouldBe("VotingRunsUntil");

        // Closes by itself, is counted, and anybody counts again.
        App.Clock.Set(new DateTimeOffset(closes, ChinaTime.Offset).AddMinutes(1));
        await App.Execute("update registry.ownerships set until = null where person_id = $1", bela);
        using (var late = await App.ApiAs(bela))
        {
            (await late.Post($"/api/v1/votes/{id}/ballots", new { choices = new[] { "For" } })).Problem.ShouldBe("VotingHasClosed");
        }

        await App.Background.Run<TurnVotes>();
        (await Step(clerk, "PublishResult")).ShouldBe(HttpStatusCode.OK);
        var result = (await anybody.Get($"/api/v1/votes/{id}")).Json;
        result.GetProperty("rollHash").GetString().ShouldBe(hash);
        var figures = result.GetProperty("questions")[0].GetProperty("statutory");
        (figures.GetProperty("for").GetProperty("heads").GetInt64(), figures.GetProperty("part").GetProperty("area").GetInt64()).ShouldBe((2, 27_000));
        result.GetProperty("questions")[0].GetProperty("passed").GetBoolean().ShouldBeTrue();
        var ledger = LedgerReader.Read((await anybody.Get($"/api/v1/votes/{id}/ledger")).ShouldBe(HttpStatusCode.OK).Text).Value;
        LedgerCheck.Of(ledger).ShouldBeEmpty();
        var mine = (await annas.Get($"/api/v1/votes/{id}/mine")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("receipt");
        ledger.Ballots.Select(ballot => Receipt.Of(ledger.LeafOf(ballot).Hash)).ShouldContain(mine.GetProperty("receipt").GetString());
        AreaCommitment.Opens([Bytes(mine, "entry")], new Area(9000), Bytes(mine, "blind")).ShouldBeTrue();
        MerkleProofs.Includes(
            Bytes(mine, "leafHash"), mine.GetProperty("leaf").GetInt64(), mine.GetProperty("headSize").GetInt64(),
            [.. mine.GetProperty("path").EnumerateArray().Select(hex => Convert.FromHexString(hex.GetString()!))], ledger.Heads[^1].Head.Root).ShouldBeTrue();

        // Objections are heard before it takes effect; one recount.
        (await annas.Post($"/api/v1/votes/{id}/objections", new { words = "请重新核对" })).ShouldBe(HttpStatusCode.OK);
        (await anybody.Get($"/api/v1/votes/{id}")).Text.ShouldNotContain("请重新核对");
        (await Step(clerk, "Recount", "业主异议")).ShouldBe(HttpStatusCode.NotFound);
        (await Step(supervisor, "Recount", "业主异议")).ShouldBe(HttpStatusCode.OK);
        (await Step(clerk, "PublishResult")).ShouldBe(HttpStatusCode.OK);
        (await Step(supervisor, "Recount", "再来一次")).Problem.ShouldBe("RecountedAlready");
        (await Step(clerk, "Conclude")).Problem.ShouldBe("ObjectionPeriodRuns");
        App.Clock.Advance(TimeSpan.FromDays(8));
        (await Step(clerk, "Conclude")).ShouldBe(HttpStatusCode.OK);
        (await anybody.Get($"/api/v1/votes/{id}")).Json.GetProperty("state").GetString().ShouldBe("Effective");
        (await annas.Post($"/api/v1/votes/{id}/objections", new { words = "晚了" })).Problem.ShouldBe("ObjectionPeriodIsOver");
    }

    [Fact]
    public async Task An_owner_votes_by_pages_one_question_at_a_time_and_keeps_a_receipt()
    {
        var compound = await App.World.Compound("网上小区");
        var (owner, unit) = (await App.World.Person(), await App.World.Unit(compound, "1栋101"));
        await App.World.Owner(owner, unit);
        var id = await App.World.Vote(compound, unit, owner);
        using var visitor = await App.SignInAs(owner);
        (await visitor.Get("/votes")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("测试表决");
        var page = (await visitor.Get($"/votes/{id}/mine")).ShouldBe(HttpStatusCode.OK);
        page.All("input[type=radio][checked]").ShouldBeEmpty();
        var refused = await visitor.Post($"/votes/{id}/mine?handler=Question", Fields(page, ("At", "1")));
        refused.Text.ShouldContain("请选择第 1 项的意见");
        var check = (await visitor.Post($"/votes/{id}/mine?handler=Question", Fields(page, ("At", "1"), ("Input.Choices[0]", "Against")))).ShouldBe(HttpStatusCode.OK);
        check.Text.ShouldContain("请核对您的选择");
        (await App.Count("decisions.ballots", "vote_id = $1", id)).ShouldBe(0);
        var cast = await visitor.Post($"/votes/{id}/mine", Fields(check));
        cast.ShouldBe(HttpStatusCode.Found);
        var receipt = (await visitor.Follow(cast)).ShouldBe(HttpStatusCode.OK);
        receipt.Text.ShouldContain((await App.Scalar<string>("select receipt from decisions.ballots where vote_id = $1", id))!);
        receipt.Text.ShouldContain("不同意");
        (await App.Scalar<string>("select choices from decisions.ballots where vote_id = $1", id)).ShouldBe("AGAINST");
        (await App.Count("platform.audit_entries", "process = 'CastBallot' and subject_id = $1 and person_id is not null", id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_vote_of_another_compound_is_not_written_anew_by_form()
    {
        var (own, other) = (await App.World.Compound("本表决小区"), await App.World.Compound("别表决小区"));
        var clerk = await App.World.Person();
        await App.World.Post(clerk, PostKinds.CommunityWorker.Code, own);
        var (unit, owner) = (await App.World.Unit(other, "1栋101"), await App.World.Person());
        var foreign = await App.World.Vote(other, unit, owner);
        await App.Execute("update decisions.votes set state = 'Draft' where id = $1", foreign);
        var code = await App.Scalar<string>("select code from registry.places where id = $1", own);
        using var visitor = await App.SignInAs(clerk);
        var page = (await visitor.Get($"/compounds/{code}/votes/prepare")).ShouldBe(HttpStatusCode.OK);
        (await visitor.Get($"/compounds/{code}/votes/prepare?vote={foreign}")).ShouldBe(HttpStatusCode.NotFound);
        var answer = await visitor.Post($"/compounds/{code}/votes/prepare", Fields(
            page, ("vote", foreign.ToString()), ("Input.Title", "改写"), ("Input.Background", "改写"), ("Input.OpensAt", "2027-01-10T09:00"), ("Input.ClosesAt", "2027-01-20T09:00"),
            ("Input.Questions[0].Matter", "M4"), ("Input.Questions[0].Title", "改写")));
        answer.ShouldBe(HttpStatusCode.NotFound);
        (await App.Scalar<string>("select title from decisions.votes where id = $1", foreign)).ShouldBe("测试表决");
    }

    private static IEnumerable<(string Name, string Value)> Fields(Answer page, params (string Name, string Value)[] others) =>
        [.. page.All("form.card input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? string.Empty)), .. others];

    private static byte[] Bytes(JsonElement json, string name) => Convert.FromHexString(json.GetProperty(name).GetString()!);
}
