using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Grid;

/// <summary>What rests on consent is done with consent only, whoever wrote it down, and ends the moment that it is withdrawn (PIPL 14 to 16, 29, 47).</summary>
public class ConsentGateTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Phone = "phone-to-volunteers";
    private const string Care = "hardship-mark";

    private string Today => Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Guid> Resident(string unitCode) => App.Scalar<Guid>("select r.person_id from registry.residencies r join registry.units u on u.id = r.unit_id where u.code = $1", unitCode)!;

    private object Word(Guid person, string purpose, bool given, string way, string? witness = null) =>
        new { personId = person, purpose, given, way, saidOn = Today, witness, requestId = Guid.NewGuid() };

    [Fact]
    public async Task A_captain_sees_the_number_of_who_agrees_and_no_longer_when_it_is_withdrawn()
    {
        var stage = await GridStage.Set(App);
        var (_, _, captain) = await stage.Captain(stage.Buildings[0]);
        var person = await Resident(stage.Units[0]);
        using var resident = await App.ApiAs(person);
        var look = $"/api/v1/grid/my-households/{stage.Units[0]}/phone";
        object Ask() => new { personId = person, reason = "联系停水通知", requestId = Guid.NewGuid() };
        (await captain.Post(look, Ask())).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("PhoneNeedsConsent");
        (await App.Count("registry.unmaskings", "person_id = $1", person)).ShouldBe(0);
        (await resident.Post("/api/v1/me/data/consents", new { purpose = Phone, version = 1, given = true })).ShouldBe(HttpStatusCode.NoContent);
        (await captain.Post(look, Ask())).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await resident.Post("/api/v1/me/data/consents", new { purpose = Phone, given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await captain.Post(look, Ask())).Problem.ShouldBe("PhoneNeedsConsent");
    }

    [Fact]
    public async Task A_captain_writes_down_what_was_said_before_a_witness_and_nothing_that_is_not_theirs_to_take()
    {
        var stage = await GridStage.Set(App);
        var (_, captainPerson, captain) = await stage.Captain(stage.Buildings[0]);
        var person = await Resident(stage.Units[0]);
        using var resident = await App.ApiAs(person);
        var address = $"/api/v1/grid/my-households/{stage.Units[0]}/consents";
        var self = await App.Scalar<string>("select name from registry.people where id = $1", captainPerson);
        (await captain.Post(address, Word(person, Phone, true, "Oral"))).Problem.ShouldBe("ConsentNeedsAWitness");
        (await captain.Post(address, Word(person, Phone, true, "Oral", self))).Problem.ShouldBe("WitnessIsTheWriter");
        (await captain.Post(address, Word(person, Phone, true, "Oral", self!.Insert(1, " ")))).Problem.ShouldBe("WitnessIsTheWriter");
        var spoke = await App.Scalar<string>("select name from registry.people where id = $1", person);
        (await captain.Post(address, Word(person, Phone, true, "Oral", spoke))).Problem.ShouldBe("WitnessIsTheSpeaker");
        (await captain.Post(address, Word(person, Phone, true, "Self", "王某"))).Problem.ShouldBe("ConsentIsNotTakenThisWay");
        (await captain.Post(address, Word(person, Care, true, "Paper"))).Problem.ShouldBe("ConsentIsNotTakenThisWay");
        (await captain.Post(address, Word(person, Care, false, "Oral"))).Problem.ShouldBe("ConsentIsNotTakenThisWay");
        (await captain.Post(address, Word(person, "party-mark", true, "Paper"))).Problem.ShouldBe("ConsentIsNotTakenThisWay");
        (await captain.Post(address, Word(stage.WorkerPerson, Phone, true, "Paper"))).Problem.ShouldBe("GridChoiceIsMissing");
        (await captain.Post($"/api/v1/grid/my-households/{stage.Units[3]}/consents", Word(await Resident(stage.Units[3]), Phone, true, "Paper"))).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("registry.consents", "person_id = $1", person)).ShouldBe(0);

        var said = Word(person, Phone, true, "Oral", "测试见证人");
        (await captain.Post(address, said)).ShouldBe(HttpStatusCode.NoContent);
        (await captain.Post(address, said)).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.consents", "person_id = $1 and way = 'Oral' and witness = '测试见证人' and recorded_by = $2", person, captainPerson)).ShouldBe(1);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'ConsentRecorded'", person)).ShouldBe(1);
        (await resident.Get("/api/v1/me/data/consents/log")).Text.ShouldContain("测试见证人");
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Json.GetProperty("people")[0].GetProperty("showsPhone").GetBoolean().ShouldBeTrue();

        // The person's own no is not undone by hearsay.
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await resident.Post("/api/v1/me/data/consents", new { purpose = Phone, given = false })).ShouldBe(HttpStatusCode.NoContent);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await captain.Post(address, Word(person, Phone, true, "Oral", "测试见证人"))).Problem.ShouldBe("WithdrawalStands");
        (await captain.Post(address, Word(person, Phone, true, "Paper"))).ShouldBe(HttpStatusCode.NoContent);
        // A spoken no needs nobody else.
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await captain.Post(address, Word(person, Phone, false, "Oral"))).ShouldBe(HttpStatusCode.NoContent);
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Json.GetProperty("people")[0].GetProperty("showsPhone").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_care_mark_needs_the_persons_paper_is_seen_by_few_and_goes_with_the_consent()
    {
        var stage = await GridStage.Set(App);
        var (_, _, captain) = await stage.Captain(stage.Buildings[0]);
        var person = await Resident(stage.Units[0]);
        var address = $"/api/v1/grid/care/{stage.Units[0]}";
        object Mark() => new { personId = person, need = "LivesAlone", note = "先给女儿打电话", requestId = Guid.NewGuid() };
        (await stage.Worker.Post($"{address}/marks", Mark())).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("CareNeedsConsent");
        (await stage.Worker.Post($"{address}/consents", Word(person, Care, true, "Oral", "测试见证人"))).Problem.ShouldBe("ConsentIsNotTakenThisWay");
        (await stage.Worker.Post($"{address}/consents", Word(person, Care, true, "Paper"))).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Worker.Post($"{address}/marks", Mark())).ShouldBe(HttpStatusCode.OK);
        (await stage.Worker.Post($"{address}/marks", Mark())).ShouldBe(HttpStatusCode.OK);
        (await App.Count("grid.care_marks", "person_id = $1", person)).ShouldBe(1);
        (await stage.Worker.Get($"/api/v1/grid/care")).Json.GetProperty("rows").GetArrayLength().ShouldBe(1);
        (await stage.Worker.Get(address)).Text.ShouldContain("先给女儿打电话");

        var secretary = await App.World.Person();
        await App.World.Post(secretary, PostKinds.BranchSecretary.Code, stage.Compound);
        (await (await App.ApiAs(secretary)).Get(address)).ShouldBe(HttpStatusCode.Forbidden);
        (await captain.Get(address)).ShouldBe(HttpStatusCode.Forbidden);
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Text.ShouldNotContain("先给女儿打电话");
        var other = await GridStage.Set(App);
        (await other.Worker.Get(address)).ShouldBe(HttpStatusCode.NotFound);
        (await other.Worker.Post($"{address}/marks", Mark())).ShouldBe(HttpStatusCode.NotFound);
        (await other.Worker.Get("/api/v1/grid/care")).Json.GetProperty("rows").GetArrayLength().ShouldBe(0);
        var gridWorker = await App.World.Person();
        await App.World.Post(gridWorker, PostKinds.GridWorker.Code, stage.Compound);
        (await (await App.ApiAs(gridWorker)).Get(address)).ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var resident = await App.ApiAs(person);
        (await resident.Post("/api/v1/me/data/consents", new { purpose = Care, given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.care_marks", "person_id = $1", person)).ShouldBe(0);
        (await stage.Worker.Get(address)).Json.GetProperty("marks").GetArrayLength().ShouldBe(0);
        (await stage.Worker.Post($"{address}/marks", Mark())).Problem.ShouldBe("CareNeedsConsent");
    }

    [Fact]
    public async Task A_captain_no_longer_reads_of_who_is_only_stored()
    {
        var stage = await GridStage.Set(App);
        var (_, _, captain) = await stage.Captain(stage.Buildings[0]);
        await App.Execute("update registry.people set restricted_at = now() where id = $1", await Resident(stage.Units[0]));
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("people").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_mark_and_the_withdrawal_of_its_consent_at_once_leave_no_mark()
    {
        var stage = await GridStage.Set(App);
        var person = await Resident(stage.Units[0]);
        var address = $"/api/v1/grid/care/{stage.Units[0]}";
        (await stage.Worker.Post($"{address}/consents", Word(person, Care, true, "Paper"))).ShouldBe(HttpStatusCode.NoContent);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var resident = await App.ApiAs(person);

        // Both wait behind the same door, and then go through it in whatever order.
        await using var door = await App.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var closed = await door.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("select 1 from registry.people where id = $1 for update", door, closed) { Parameters = { new() { Value = person } } })
        {
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var withdrawal = resident.Post("/api/v1/me/data/consents", new { purpose = Care, given = false });
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var mark = stage.Worker.Post($"{address}/marks", new { personId = person, need = "LivesAlone", requestId = Guid.NewGuid() });
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await closed.CommitAsync(TestContext.Current.CancellationToken);
        (await withdrawal).ShouldBe(HttpStatusCode.NoContent);
        (await mark).Problem.ShouldBe("CareNeedsConsent");
        (await App.Count("grid.care_marks", "person_id = $1", person)).ShouldBe(0);
    }

    [Fact]
    public async Task The_pages_say_why_and_offer_the_way_in_both_languages()
    {
        var stage = await GridStage.Set(App);
        var (post, captainPerson, _) = await stage.Captain(stage.Buildings[0]);
        var person = await Resident(stage.Units[0]);
        using var captain = await App.SignInAs(captainPerson, post);
        var page = (await captain.Get($"/grid/households/{stage.Units[0]}")).ShouldBe(HttpStatusCode.OK);
        page.All("form[action*='handler=Phone']").ShouldBeEmpty();
        page.Text.ShouldContain("请社区转告");
        (await captain.Submit(page, "form[action*='handler=Consent']", ("Word.PersonId", person.ToString()), ("Word.Purpose", Phone), ("Word.Given", "true"), ("Word.Way", "Paper"), ("Word.SaidOn", Today)))
            .ShouldBe(HttpStatusCode.Found);
        page = await captain.Get($"/grid/households/{stage.Units[0]}");
        (await captain.Submit(page, "form[action*='handler=Phone']", ("Phone.PersonId", person.ToString()), ("Phone.Reason", "联系停水通知"))).ShouldBe(HttpStatusCode.OK).One("a[href^='tel:']");

        using var worker = await App.SignInAs(stage.WorkerPerson);
        page = (await worker.Get($"/grid/care/{stage.Units[0]}")).ShouldBe(HttpStatusCode.OK);
        page.All("form[action*='handler=Mark']").ShouldBeEmpty();
        var refused = await worker.Submit(page, "form[action*='handler=Consent']", ("Word.PersonId", person.ToString()), ("Word.Purpose", Care), ("Word.Given", "true"), ("Word.Way", "Oral"), ("Word.Witness", "测试见证人"), ("Word.SaidOn", Today));
        refused.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("本人在纸上签字");
        using var english = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/grid/care/{stage.Units[0]}/marks") { Content = System.Net.Http.Json.JsonContent.Create(new { personId = person, need = "CallFirst" }) };
        english.Headers.AcceptLanguage.ParseAdd("en");
        (await stage.Worker.Send(english)).Text.ShouldContain("Ask for consent first");
    }

    [Fact]
    public async Task Who_takes_the_party_mark_back_is_registered_no_longer()
    {
        var stage = await GridStage.Set(App);
        var (person, member, _) = await stage.Member();
        (await member.Post("/api/v1/grid/my-registration", new { workUnit = "示例中学" })).ShouldBe(HttpStatusCode.OK);
        (await member.Post("/api/v1/me/data/consents", new { purpose = "party-mark", given = false })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.double_registrations", "person_id = $1 and ended_on is not null", person)).ShouldBe(1);
        (await App.Scalar<bool>("select party_member from registry.people where id = $1", person)).ShouldBeFalse();
    }
}
