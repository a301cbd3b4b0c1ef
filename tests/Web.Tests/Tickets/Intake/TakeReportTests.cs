using System.Net;
using System.Text.Json;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Intake;

/// <summary>接听登记: who takes a call stays answerable; the resident sees it as the own; an unknown caller stands sealed in this ticket alone.</summary>
public sealed class TakeReportTests(EmptyHost host) : EmptyHostTests(host)
{
    private IntakeWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        world = await IntakeWorld.Make(App);
    }

    private object Body(Guid? person = null, string? name = null, string? phone = null, bool told = false, Guid? compound = null, Guid? place = null, Guid? requestId = null, string? channel = "Phone") => new
    {
        requestId = requestId ?? Guid.NewGuid(), compoundId = compound ?? world.Compound, channel, personId = person, callerName = name, callerPhone = phone, told,
        category = "lift", placeId = place ?? world.Building, placeText = "2单元", description = "电梯停了", contactBy = "Phone",
    };

    private async Task<JsonElement> Ticket(Guid person, string number) => (await world.Get(person, $"/{number}")).ShouldBe(HttpStatusCode.OK).Json;

    [Fact]
    public async Task A_resident_who_calls_becomes_the_reporter_and_the_clerk_stays_the_first_asked()
    {
        var found = (await world.Post(world.Dispatcher, "/callers", new { compoundId = world.Compound, words = world.OwnerPhone })).ShouldBe(HttpStatusCode.OK).Json;
        found.GetArrayLength().ShouldBe(1);
        found[0].GetProperty("personId").GetGuid().ShouldBe(world.Owner);
        found.GetRawText().ShouldNotContain(world.OwnerPhone);
        (await world.Post(world.Dispatcher, "/callers", new { compoundId = world.Compound, words = "3-2-1204" })).Json[0].GetProperty("personId").GetGuid().ShouldBe(world.Owner);

        var number = (await world.Post(world.GridWorker, "/taken", Body(world.Owner))).ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;
        (await world.Told(world.Owner, "TicketTaken")).ShouldBe(1);
        var seen = await Ticket(world.Owner, number);
        seen.GetProperty("openActs").EnumerateArray().Select(a => a.GetString()).ShouldContain("Withdraw");
        seen.GetProperty("intake").GetProperty("channel").GetString().ShouldBe("Phone");
        seen.GetProperty("timeline")[0].GetProperty("actedAs").GetString()!.ShouldContain("网格员");

        await App.Background.SendOutbox();
        (await world.Told(world.Dispatcher, "TicketReceived")).ShouldBe(1);
        await world.Do(world.Dispatcher, number, "accept", new { requestId = Guid.NewGuid(), category = "lift", urgency = "Urgent" });
        (await App.Scalar<Guid>("select accepted_by from tickets.tickets where number = $1", number)).ShouldBe(world.GridWorker);
        (await world.Told(world.GridWorker, "FirstAsked.Accept")).ShouldBe(1);
        // The clerk is nobody's reporter: neither rating nor withdrawing.
        (await world.Post(world.GridWorker, $"/{number}/withdraw", new { requestId = Guid.NewGuid() })).Status.ShouldNotBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_dispatcher_who_takes_the_call_is_not_called_for_it_again()
    {
        (await world.Post(world.Dispatcher, "/taken", Body(world.Owner))).ShouldBe(HttpStatusCode.Created);
        await App.Background.SendOutbox();
        (await world.Told(world.Dispatcher, "TicketReceived")).ShouldBe(0);
        (await world.Told(world.Lead, "TicketReceived")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_caller_is_informed_sealed_and_shown_to_who_has_to_call()
    {
        (await world.Post(world.Dispatcher, "/taken", Body(name: "送货的何先生", phone: "13812345678"))).Problem.ShouldBe("CallerIsNotInformed");
        (await world.Post(world.Dispatcher, "/taken", Body(name: "何", phone: "12345", told: true))).Problem.ShouldBe("CallerPhoneIsNotAMobileNumber");
        (await world.Post(world.Dispatcher, "/taken", Body(world.Owner, name: "何", told: true))).Problem.ShouldBe("CallerIsToldTwice");
        (await world.Post(world.Dispatcher, "/taken", Body(world.Owner, channel: null))).Problem.ShouldBe("ChannelIsMissing");
        (await world.Post(world.Dispatcher, "/taken", Body(world.Owner, channel: "Hotline"))).Problem.ShouldBe("ChannelIsMissing");
        var number = (await world.Post(world.Dispatcher, "/taken", Body(name: "送货的何先生", phone: "13812345678", told: true))).ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!;
        (await App.Scalar<string>("select i::text || t::text || (select string_agg(l::text, '') from tickets.timeline l where l.ticket_id = t.id) from tickets.intakes i join tickets.tickets t on t.id = i.ticket_id where t.number = $1", number))!
            .ShouldNotContain("何先生");
        var seen = await Ticket(world.Dispatcher, number);
        seen.GetProperty("intake").GetProperty("callerName").GetString().ShouldBe("送货的何先生");
        seen.GetProperty("reporterPhone").GetString().ShouldBe("138****5678");
        (await Ticket(world.Chair, number)).GetRawText().ShouldNotContain("何先生");
        (await world.Post(world.Dispatcher, $"/{number}/phone", new { requestId = Guid.NewGuid() })).Json.GetProperty("phoneNumber").GetString().ShouldBe("13812345678");
        (await App.Count("platform.audit_entries", "process = 'ShowCallerPhone' and reason = $1", number)).ShouldBe(1);
        (await world.Post(world.Chair, $"/{number}/phone", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Forbidden);
        (await App.Count("registry.people", "name like '送货的%'")).ShouldBe(0);
        // With nobody's name there is nothing to inform of.
        (await world.Post(world.Dispatcher, "/taken", Body())).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_form_twice_registers_once()
    {
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Post(world.Dispatcher, "/taken", Body(name: "何先生", told: true, requestId: id))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer.Json.GetProperty("number").GetString()).Distinct().Count().ShouldBe(1);
        (await App.Count("tickets.intakes", "ticket_id = $1", id)).ShouldBe(1);
        // Somebody else who uses the id learns nothing.
        (await world.Post(world.Lead, "/taken", Body(name: "别人", told: true, requestId: id))).Problem.ShouldBe("PlaceIsNotInTheCompound");
    }

    [Fact]
    public async Task A_clerk_of_another_compound_finds_and_registers_nothing()
    {
        var other = await IntakeWorld.Make(App, "来源别的小区");
        (await other.Post(other.Dispatcher, "/callers", new { compoundId = world.Compound, words = world.OwnerPhone })).Text.ShouldBe("[]");
        (await other.Post(other.Dispatcher, "/callers", new { compoundId = other.Compound, words = world.OwnerPhone })).Text.ShouldBe("[]");
        await world.Report();
        (await other.Post(other.Dispatcher, "/similar", new { compoundId = world.Compound, category = "lift", placeId = world.Building, description = "电梯" })).Text.ShouldBe("[]");
        (await world.Post(world.Dispatcher, "/similar", new { compoundId = world.Compound, category = "lift", placeId = world.Building, description = "电梯" })).Json.GetArrayLength().ShouldBe(1);
        var before = await App.Count("tickets.tickets", "true");
        (await other.Post(other.Dispatcher, "/taken", Body(world.Owner))).Problem.ShouldBe("CompoundIsMissing");
        (await other.Post(other.Dispatcher, "/taken", Body(world.Owner, compound: other.Compound, place: other.Building))).Problem.ShouldBe("CallerIsNotOfTheCompound");
        (await other.Post(other.Dispatcher, "/taken", Body(other.Owner, compound: other.Compound, place: world.Building))).Problem.ShouldBe("PlaceIsNotInTheCompound");
        foreach (var person in new[] { world.Owner, world.Chair })
        {
            (await world.Post(person, "/taken", Body(world.Owner))).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await App.Count("tickets.tickets", "true")).ShouldBe(before);
        await App.Execute("update registry.posts set ended_on = '2026-10-01' where person_id = $1", world.Dispatcher);
        using var ended = await App.SignInAs(world.Dispatcher, without: true);
        (await ended.Get("/tickets/take")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task By_form_the_caller_is_found_checked_and_registered()
    {
        using var clerk = await App.SignInAs(world.CommunityWorker);
        // One compound alone is chosen already.
        var form = (await clerk.Get("/tickets/take")).ShouldBe(HttpStatusCode.OK);
        var draft = (AngleSharp.Html.Dom.IHtmlFormElement)form.One("form[data-draft=take]");
        draft.Action = "/tickets/take?handler=Find";
        var found = await clerk.Submit(form, draft, [("Search", world.OwnerPhone), ("Input.Description", "电梯停了")], []);
        found.ShouldBe(HttpStatusCode.OK).One("[name='Input.PersonId'][checked]").GetAttribute("value").ShouldBe(world.Owner.ToString());
        found.One("textarea").TextContent.ShouldContain("电梯停了");
        var wrong = await clerk.Submit(found, "form[data-draft=take]", ("Input.PlaceText", "2单元"));
        wrong.ShouldBe(HttpStatusCode.OK).All(".govuk-error-summary li").Count.ShouldBe(1);
        var check = await clerk.Submit(wrong, "form[data-draft=take]", ("Input.Category", "lift"), ("Input.Channel", "Visit"));
        check.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("您。登记以后由您跟到办结");
        var done = (await clerk.Submit(check, "form[action*='handler=Submit']")).ShouldBe(HttpStatusCode.Found);
        (await clerk.Open(done.Location!)).Text.ShouldContain("来访");
        (await App.Count("tickets.tickets", "reporter_id = $1 and accepted_by = $2", world.Owner, world.CommunityWorker)).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_caller_left_goes_when_the_time_of_the_ticket_is_over()
    {
        await world.Post(world.Dispatcher, "/taken", Body(name: "何先生", phone: "13812345678", told: true));
        await App.Execute("update tickets.tickets set state = 'Closed', closed_at = now() - interval '9 years'");
        await world.LetTextsGo();
        (await App.Count("tickets.intakes", "caller_name is not null or caller_phone is not null")).ShouldBe(0);
        (await App.Count("tickets.intakes", "channel = 'Phone'")).ShouldBeGreaterThan(0);
    }
}
