using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Retention;
using Linli.Web.Registry.Contract;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Mediation;
using Shouldly;
using Xunit;
using static Linli.Web.Tests.Tickets.Mediation.MediationStage;

namespace Linli.Web.Tests.Tickets.Mediation;

/// <summary>Nobody but the case's mediators and its parties learns of a case: not its words, not its parties, not its number.</summary>
public class MediationConfidenceTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task No_list_search_export_or_page_of_anybody_else_shows_a_trace()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        await stage.Do(stage.Mediator, Case(id, "sessions"), new { day = "2026-11-25", time = "15:00", place = $"社区 {Secret}" });
        await stage.Try(stage.Mediator, Case(id, "phone"), new { partyId = await stage.Party(id, 2) });
        var number = (await App.Scalar<string>("select number from tickets.mediation_cases where id = $1", id))!;
        var addresses = (await MatrixRoutes.Of(App)).Where(call => call is { Method: "GET", Handler: null } && call.Holes.Count == 0
            && call.Pattern is not ("/sign-out" or "/me/privacy/export") && !call.Pattern.Contains("/download", StringComparison.Ordinal)).Select(call => call.Pattern)
            .Concat([$"/registry/search?q={number}", "/work?tab=All", $"/work?text={Secret}", $"/audit?process={MediationDesk.Process}"]).ToList();
        addresses.Count.ShouldBeGreaterThan(40);
        var community = await App.Scalar<Guid>("select parent_id from registry.places where id = $1", stage.Compound);
        var root = await App.Scalar<Guid>("select id from registry.places where path = ''");
        (string Kind, Guid Place)[] posts =
        [
            (PostKinds.PlatformAdministrator.Code, root), (PostKinds.CommunityWorker.Code, community), (PostKinds.SubdistrictOfficer.Code, community), (PostKinds.Mediator.Code, community),
        ];
        var found = new List<string>();
        foreach (var (kind, place) in posts)
        {
            var person = await App.World.Person();
            var post = await App.World.Post(person, kind, place);
            using var visitor = await App.SignInAs(person, post);
            using var program = await App.ApiAs(person, post);
            foreach (var address in addresses)
            {
                var answer = address.StartsWith("/api/", StringComparison.Ordinal) ? await program.Get(address) : await visitor.Get(address);
                var shown = answer.Text.Replace($"q={number}", string.Empty, StringComparison.Ordinal);
                found.AddRange(new[] { Secret, $"{id}", $"\"{number}\"", $">{number}<" }.Where(trace => shown.Contains(trace, StringComparison.OrdinalIgnoreCase)
                    && !(trace == Secret && address.Contains(Secret, StringComparison.Ordinal)) && !IsTrailById(address, trace)).Select(trace => $"{kind} {address}: {trace}"));
            }

            foreach (var address in new[] { Case(id), Mine(id), Case(id, "agreement"), $"/mediation/cases/{id}", $"/mediation/mine/{id}", $"/mediation/cases/{id}/do/Decline" })
            {
                var answer = address.StartsWith("/api/", StringComparison.Ordinal) ? await program.Get(address) : await visitor.Get(address);
                answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Found);
            }
        }

        found.ShouldBeEmpty();

        // The trail tells by id alone that something happened.
        static bool IsTrailById(string address, string trace) => address.Contains("audit", StringComparison.Ordinal) && Guid.TryParse(trace, out _);
    }

    [Fact]
    public async Task The_trail_names_neither_who_acted_nor_whose_number_was_seen()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        var shown = (await stage.Try(stage.Mediator, Case(id, "phone"), new { partyId = await stage.Party(id, 2) })).ShouldBe(HttpStatusCode.OK);
        shown.Json.GetProperty("phone").GetString().ShouldBe(stage.RespondentPhone);
        (await App.Count("platform.audit_entries", "subject_id = $1", id)).ShouldBeGreaterThan(4);
        (await App.Count("platform.audit_entries", "subject_id = $1 and (person_id is not null or capacity_id is not null or reason is not null or process <> 'HandleMediation')", id)).ShouldBe(0);
        foreach (var person in new[] { stage.Applicant, stage.Respondent, stage.Mediator })
        {
            (await App.Count("platform.audit_entries", "(person_id = $1 and process <> 'MakeToken') or subject_id = $1 or details like '%' || $1::text || '%'", person)).ShouldBe(0);
        }

        // The person looked at can read who looked, and why.
        (await App.Count("registry.unmaskings", "person_id = $1 and by_person = $2 and reason like 'TJ-%'", stage.Respondent, stage.Mediator)).ShouldBe(1);
        (await App.Count("tickets.mediation_steps", "case_id = $1 and person_id = $2", id, stage.Mediator)).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Each_party_sees_the_own_side_alone()
    {
        var stage = await Make(App);
        var id = await stage.Apply();
        await stage.Do(stage.Mediator, Case(id, "take"), new { });
        await stage.Do(stage.Mediator, Case(id, "parties"), new { side = "Respondent", name = stage.RespondentName, phoneNumber = stage.RespondentPhone });
        // Before it is accepted the other side hears nothing.
        (await stage.See(stage.Respondent, Mine(id))).ShouldBe(HttpStatusCode.NotFound);
        (await stage.See(stage.Respondent, "/api/v1/mediation/mine")).Text.ShouldBe("[]");
        (await App.Count("platform.notifications", "person_id = $1", stage.Respondent)).ShouldBe(0);
        await stage.Do(stage.Mediator, Case(id, "accept"), new { kind = "noise", summary = "夜间噪声" });
        (await App.Scalar<string>("select arguments::text from platform.notifications where person_id = $1", stage.Respondent))!.ShouldNotContain("夜间");
        await stage.Do(stage.Respondent, Mine(id, "consent"), new { });
        await stage.Do(stage.Mediator, Case(id, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区" });
        await stage.Do(stage.Mediator, Case(id, "sessions/record"), new { sessionId = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", id), notes = $"记录 {Secret}" });
        var theirs = (await stage.See(stage.Respondent, Mine(id))).ShouldBe(HttpStatusCode.OK).Text;
        theirs.ShouldContain("夜间噪声");
        theirs.ShouldNotContain(Secret);
        using var household = await App.SignInAs(stage.Respondent);
        (await household.Get($"/mediation/mine/{id}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(Secret);
        (await stage.See(stage.Applicant, Mine(id))).Text.ShouldContain($"楼上太吵 {Secret}");
        (await stage.See(stage.Applicant, Mine(id))).Text.ShouldNotContain("记录");
    }

    [Fact]
    public async Task A_mediator_whose_post_has_ended_sees_nothing_and_the_case_waits_for_another()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        using var mediator = await App.ApiAs(stage.Mediator);
        (await mediator.Get(Case(id))).ShouldBe(HttpStatusCode.OK);
        await App.Execute("update registry.posts set ended_on = '2026-10-01' where person_id = $1", stage.Mediator);
        (await mediator.Get(Case(id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        await stage.Do(stage.Colleague, Case(id, "take"), new { });
        (await stage.See(stage.Colleague, Case(id))).Text.ShouldContain(Secret);
    }

    [Fact]
    public async Task What_is_said_stands_sealed_in_the_database_and_is_emptied_when_its_time_is_over()
    {
        var stage = await Make(App);
        var id = await stage.Asked();
        await stage.Do(stage.Respondent, Mine(id, "refuse"), new { });
        // As text, as bytes, in whatever row: nothing that was typed can be read there.
        foreach (var table in new[] { "cases", "parties", "mediators", "sessions", "commitments", "visits", "steps" })
        {
            (await App.Count($"tickets.mediation_{table} t", "t::text like '%' || $1 || '%' or t::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'", Secret)).ShouldBe(0);
            (await App.Count($"tickets.mediation_{table} t", "t::text like '%' || $1 || '%'", stage.RespondentName)).ShouldBe(0);
        }

        var mine = await App.With<IEnumerable<IPersonalDataHolder>, string>(async holders =>
            string.Join('\n', (await Task.WhenAll(holders.OfType<MediationHolder>().Select(h => h.Held(stage.Applicant, true, CancellationToken.None)))).SelectMany(c => c).SelectMany(c => c.Items).Select(i => i.Value)));
        mine.ShouldContain(Secret);
        var theirs = await App.With<IEnumerable<IPersonalDataHolder>, string>(async holders =>
            string.Join('\n', (await Task.WhenAll(holders.OfType<MediationHolder>().Select(h => h.Held(stage.Respondent, true, CancellationToken.None)))).SelectMany(c => c).SelectMany(c => c.Items).Select(i => i.Value)));
        theirs.ShouldContain(stage.RespondentName);
        theirs.ShouldNotContain(Secret);

        await App.Execute("update tickets.mediation_cases set closed_at = closed_at - interval '5 years 1 day' where id = $1", id);
        await App.With<RetentionRunner, bool>(async runner => (await runner.Run(App.Clock.Now, dryRun: false, CancellationToken.None)).Count > 0);
        (await App.Count("tickets.mediation_cases", "id = $1 and deidentified_at is not null and statement is null and summary is null and applicant_id is null and kind = 'noise'", id)).ShouldBe(1);
        (await App.Count("tickets.mediation_parties", "case_id = $1 and (person_id is not null or phone is not null)", id)).ShouldBe(0);
        (await stage.See(stage.Applicant, Mine(id))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Figures_of_few_are_kept_back()
    {
        var stage = await Make(App);
        for (var at = 0; at < 3; at++)
        {
            await stage.Apply();
        }

        var few = (await stage.See(stage.Mediator, "/api/v1/mediation/statistics")).ShouldBe(HttpStatusCode.OK).Json;
        few.GetProperty("byKind").GetProperty("total").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        for (var at = 0; at < 4; at++)
        {
            await stage.Apply();
        }

        var more = (await stage.See(stage.Mediator, "/api/v1/mediation/statistics")).Json;
        more.GetProperty("byKind").GetProperty("total").GetInt32().ShouldBe(7);
        (await stage.See(stage.Applicant, "/api/v1/mediation/statistics")).ShouldBe(HttpStatusCode.Forbidden);
    }
}
