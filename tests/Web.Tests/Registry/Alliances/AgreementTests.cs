using System.Net;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Registry.Alliances;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Alliances;

/// <summary>An agreement from its draft to its end, between two secretaries and the community.</summary>
public class AgreementTests(LinliHostFixture host) : IAsyncLifetime
{
    private const string Api = "/api/v1/registry/agreements";

    private TestApp App { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(App.Clock.Now.UtcDateTime.AddHours(8));

    public async ValueTask InitializeAsync() => App = await host.New();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    private async Task<Guid> Draft(ApiClient who, AllianceWorld world, int firstDay = 0, int lastDay = 300) => (await who.Post(Api, new
    {
        title = "测试联建共建协议", firstParty = world.Branch, secondParty = world.CompanyBranch, firstDay = Today.AddDays(firstDay), lastDay = Today.AddDays(lastDay),
    })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private async Task<Guid> Promise(ApiClient who, Guid id, string side = "Second", int due = 30) => (await who.Post($"{Api}/{id}/commitments", new
    {
        side, promise = "更新大门", measure = "验收合格", dueOn = Today.AddDays(due), requestId = Guid.NewGuid(),
    })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private static async Task<JsonElement> Shown(ApiClient who, Guid id) => (await who.Get($"{Api}/{id}")).ShouldBe(HttpStatusCode.OK).Json;

    private static async Task<Answer> Sign(ApiClient who, Guid id) =>
        await who.Post($"{Api}/{id}/sign", new { version = (await Shown(who, id)).GetProperty("version").GetUInt32(), requestId = Guid.NewGuid() });

    private Task<bool> Job()
    {
        App.Clock.Advance(WatchAgreements.Every);
        return App.Background.RunIfDue<WatchAgreements>();
    }

    private Task<long> Told(Guid person, string kind) => App.Count("platform.notifications", "person_id = $1 and kind = $2", person, kind);

    [Fact]
    public async Task Both_sides_sign_what_they_read_then_promises_are_proved_by_one_side_and_checked_by_the_other()
    {
        var world = await AllianceWorld.Make(App);
        var (branch, company, worker) = (await App.ApiAs(world.SecretaryPerson), await App.ApiAs(world.CompanySecretaryPerson), await App.ApiAs(world.WorkerPerson));
        var id = await Draft(branch, world);
        (await Sign(branch, id)).Problem.ShouldBe("AgreementHasNoCommitments");
        var gate = await Promise(branch, id);
        var stale = (await Shown(branch, id)).GetProperty("version").GetUInt32();
        (await Sign(branch, id)).ShouldBe(HttpStatusCode.NoContent);
        (await Sign(branch, id)).Problem.ShouldBe("SideHasSignedAlready");
        (await Sign(worker, id)).Problem.ShouldBe("OnlyTheSecretaryOfAPartyMaySign");
        (await company.Post($"{Api}/{id}/sign", new { version = stale })).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("ChangedMeanwhile");

        // Another text is another agreement: the signature is taken back.
        await Promise(company, id, "First", 60);
        (await Shown(branch, id)).GetProperty("first").GetProperty("signedAs").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Sign(branch, id)).ShouldBe(HttpStatusCode.NoContent);
        (await Told(world.CompanySecretaryPerson, "AgreementToSign")).ShouldBe(2);
        (await Sign(company, id)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Post($"{Api}/{id}/commitments", new { side = "First", promise = "x", measure = "x", dueOn = Today })).Problem.ShouldBe("AgreementIsSignedAlready");
        (await Shown(branch, id)).GetProperty("state").GetString().ShouldBe("InForce");

        var proof = new { doneOn = Today, report = "大门已更新", requestId = Guid.NewGuid() };
        (await branch.Post($"{Api}/commitments/{gate}/proofs", proof)).Problem.ShouldBe("OnlyTheResponsiblePartyMayProve");
        var given = (await company.Post($"{Api}/commitments/{gate}/proofs", proof)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await company.Post($"{Api}/commitments/{gate}/proofs", proof)).ShouldBe(HttpStatusCode.OK);
        (await company.Post($"{Api}/commitments/{gate}/proofs", new { doneOn = Today, report = "再交一次" })).Problem.ShouldBe("CommitmentIsProvedAlready");
        (await company.Post($"{Api}/proofs/{given}/check", new { accepted = true })).Problem.ShouldBe("OnlyTheOtherPartyOrTheCommunityMayCheck");
        (await branch.Post($"{Api}/proofs/{given}/check", new { accepted = false })).Problem.ShouldBe("TextIsMissing");
        (await branch.Post($"{Api}/proofs/{given}/check", new { accepted = false, note = "请补充验收单" })).ShouldBe(HttpStatusCode.NoContent);
        (await Told(world.CompanySecretaryPerson, "FulfilmentReturned")).ShouldBe(1);
        var again = (await company.Post($"{Api}/commitments/{gate}/proofs", new { doneOn = Today, report = "附验收单" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await worker.Post($"{Api}/proofs/{again}/check", new { accepted = true })).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Post($"{Api}/proofs/{again}/check", new { accepted = false, note = "不行" })).Problem.ShouldBe("ProofIsCheckedAlready");
        var rate = (await Shown(branch, id)).GetProperty("rate");
        (rate.GetProperty("fulfilled").GetInt32(), rate.GetProperty("due").GetInt32()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Reminders_come_once_overdue_promises_climb_to_the_community_and_terms_end_by_the_calendar()
    {
        var world = await AllianceWorld.Make(App);
        var (branch, company) = (await App.ApiAs(world.SecretaryPerson), await App.ApiAs(world.CompanySecretaryPerson));
        var id = await Draft(branch, world, 0, 90);
        await Promise(branch, id, due: 20);
        (await Sign(branch, id)).ShouldBe(HttpStatusCode.NoContent);
        (await Sign(company, id)).ShouldBe(HttpStatusCode.NoContent);

        await Job();
        await Job();
        (await App.Scalar<string>("select state from registry.agreements where id = $1", id)).ShouldBe("InForce");
        (await Told(world.SecretaryPerson, "AgreementBegins")).ShouldBe(1);
        (await Told(world.CompanySecretaryPerson, "CommitmentDue")).ShouldBe(0);
        App.Clock.Advance(TimeSpan.FromDays(7));
        await Job();
        await Job();
        (await Told(world.CompanySecretaryPerson, "CommitmentDue"), await Told(world.SecretaryPerson, "CommitmentDue")).ShouldBe((1L, 0L));
        App.Clock.Advance(TimeSpan.FromDays(14));
        await Job();
        await Job();
        (await Told(world.CompanySecretaryPerson, "CommitmentOverdue"), await Told(world.SecretaryPerson, "CommitmentOverdue"), await Told(world.WorkerPerson, "CommitmentClimbed"))
            .ShouldBe((1L, 1L, 0L));
        App.Clock.Advance(TimeSpan.FromDays(7));
        await Job();
        await Job();
        (await Told(world.WorkerPerson, "CommitmentClimbed")).ShouldBe(1);
        App.Clock.Advance(TimeSpan.FromDays(10));
        await Job();
        await Job();
        (await Told(world.SecretaryPerson, "AgreementExpires")).ShouldBe(1);
        App.Clock.Advance(TimeSpan.FromDays(80));
        await Job();
        await Job();
        (await Told(world.SecretaryPerson, "AgreementEnded")).ShouldBe(1);
        (await App.Scalar<string>("select state from registry.agreements where id = $1", id)).ShouldBe("Ended");
    }

    [Fact]
    public async Task One_person_on_both_sides_signs_for_one_and_strangers_find_nothing()
    {
        var world = await AllianceWorld.Make(App);
        var branch = await App.ApiAs(world.SecretaryPerson);
        var id = await Draft(branch, world);
        await Promise(branch, id);
        (await Sign(branch, id)).ShouldBe(HttpStatusCode.NoContent);
        await AllianceWorld.InPost(App, PostKinds.BranchSecretary, world.CompanyBranch, world.Compound, world.SecretaryPerson);
        var post = await App.Scalar<Guid>("select id from registry.posts where person_id = $1 and organisation_id = $2", world.SecretaryPerson, world.CompanyBranch);
        (await Sign(await App.ApiAs(world.SecretaryPerson, post), id)).Problem.ShouldBe("OnePersonSignsForOneSide");

        var stranger = await App.ApiAs((await AllianceWorld.Make(App)).SecretaryPerson);
        (await stranger.Get($"{Api}/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Post($"{Api}/{id}/sign", new { version = 1 })).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Post(Api, new { title = "x", firstParty = world.Branch, secondParty = world.CompanyBranch, firstDay = Today, lastDay = Today })).Problem.ShouldBe("OnlyAPartyOrTheCommunityMayDraft");
        (await branch.Post(Api, new { title = "x", firstParty = world.Branch, secondParty = world.Company, firstDay = Today, lastDay = Today })).Problem.ShouldBe("OnlyPartyOrganisationsAgree");
    }

    [Fact]
    public async Task A_renewal_keeps_parties_and_promises_and_is_made_once()
    {
        var world = await AllianceWorld.Make(App);
        var (branch, company) = (await App.ApiAs(world.SecretaryPerson), await App.ApiAs(world.CompanySecretaryPerson));
        var id = await Draft(branch, world, 0, 50);
        await Promise(branch, id, due: 40);
        (await Sign(branch, id)).ShouldBe(HttpStatusCode.NoContent);
        (await Sign(company, id)).ShouldBe(HttpStatusCode.NoContent);
        object Term(int from, int to) => new { firstDay = Today.AddDays(from), lastDay = Today.AddDays(to), requestId = Guid.NewGuid() };
        (await branch.Post($"{Api}/{id}/renew", Term(50, 400))).Problem.ShouldBe("RenewalBeginsTooEarly");
        var next = (await branch.Post($"{Api}/{id}/renew", Term(51, 400))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await branch.Post($"{Api}/{id}/renew", Term(51, 400))).Problem.ShouldBe("AgreementIsRenewedAlready");
        var shown = await Shown(company, next);
        shown.GetProperty("commitments")[0].GetProperty("dueOn").GetString().ShouldBe(Today.AddDays(91).ToString("yyyy-MM-dd", null));
        shown.GetProperty("state").GetString().ShouldBe("Draft");

        (await branch.Post($"{Api}/{id}/close", new { reason = "对方撤场" })).ShouldBe(HttpStatusCode.NoContent);
        (await Shown(company, id)).GetProperty("commitments")[0].GetProperty("standing").GetString().ShouldBe("Lapsed");
        (await branch.Post($"{Api}/{id}/close", new { reason = "再次" })).Problem.ShouldBe("AgreementIsOver");
    }
}
