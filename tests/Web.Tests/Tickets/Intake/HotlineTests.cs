using System.Net;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Registry.Exchange;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Intake;

/// <summary>A list of the 12345 hotline: every faulty cell named, all or nothing, nothing doubled, its deadlines beside ours.</summary>
public sealed class HotlineTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Header = "工单编号|来电时间|小区|楼栋|地点|类别|诉求内容|来电人|联系电话|保密|联系期限|办结期限";
    private IntakeWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        world = await IntakeWorld.Make(App);
    }

    private static byte[] List(params string[] rows) => TestWorkbook.With("Sheet1", Header, rows).Bytes();

    private static int last;

    private static string Number() => $"DH{Interlocked.Increment(ref last):D8}";

    private static string Row(string number, string compound = "", string building = "3栋", string category = "电梯", string name = "", string phone = "", string secret = "", string contact = "2026-11-24 09:15", string resolve = "2026-11-30") =>
        $"{number}|2026-11-20 09:15|{compound}|{building}|2单元|{category}|电梯停了两天|{name}|{phone}|{secret}|{contact}|{resolve}";

    private async Task<Answer> Send(byte[] list, bool preview = false, Guid? person = null, Guid? requestId = null)
    {
        using var program = await App.ApiAs(person ?? world.Dispatcher);
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(list), "file", "list.xlsx");
        return await program.Post($"/api/v1/tickets/hotline?preview={(preview ? "true" : "false")}{(requestId is { } id ? $"&requestId={id}" : string.Empty)}", form);
    }

    private static (int New, int Changed, int Unchanged) Counts(Answer answer) =>
        (answer.Json.GetProperty("new").GetInt32(), answer.Json.GetProperty("changed").GetInt32(), answer.Json.GetProperty("unchanged").GetInt32());

    [Fact]
    public async Task A_list_is_taken_over_once_and_follows_changed_deadlines()
    {
        var (first, second) = (Number(), Number());
        var list = List(Row(first), Row(second, building: "", category: ""));
        Counts((await Send(list, preview: true)).ShouldBe(HttpStatusCode.OK)).ShouldBe((2, 0, 0));
        (await App.Count("tickets.intakes", "hotline_number = any($1)", [new[] { first, second }])).ShouldBe(0);
        (await Send(list)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("imported").GetBoolean().ShouldBeTrue();
        Counts(await Send(list)).ShouldBe((0, 0, 2));
        Counts(await Send(List(Row(first, resolve: "2026-12-02 18:00"), Row(second, building: "", category: "")))).ShouldBe((0, 1, 1));
        (await App.Count("tickets.intakes", "hotline_number = any($1)", [new[] { first, second }])).ShouldBe(2);

        var number = (await App.Scalar<string>("select number from tickets.tickets t join tickets.intakes i on i.ticket_id = t.id where i.hotline_number = $1", first))!;
        var ticket = (await world.Get(world.Dispatcher, $"/{number}")).ShouldBe(HttpStatusCode.OK).Json;
        ticket.GetProperty("intake").GetProperty("hotlineResolveDueAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));
        ticket.GetProperty("resolveDueAt").GetDateTimeOffset().ShouldNotBe(new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));
        ticket.GetProperty("receivedAt").GetDateTimeOffset().ShouldBe(App.Clock.Now);
        ticket.GetProperty("state").GetString().ShouldBe("Received");
        (await App.Scalar<string>("select category from tickets.tickets t join tickets.intakes i on i.ticket_id = t.id where i.hotline_number = $1", second)).ShouldBe("other");
        (await App.Count("platform.audit_entries", "process = 'ImportHotline' and person_id = $1", world.Dispatcher)).ShouldBe(2);
    }

    [Fact]
    public async Task Every_faulty_cell_is_named_and_nothing_is_taken_over()
    {
        var (good, twice) = (Number(), Number());
        var list = List(
            Row(good), Row(twice), Row(twice), Row(""), Row(Number(), compound: "没有的小区"), Row(Number(), building: "99"), Row(Number(), category: "没有的类别"),
            Row(Number(), phone: "12345"), Row(Number(), contact: "明天"), Row(Number(), resolve: "2026-11-01"),
            $"{Number()}|2027-01-01 08:00|||门口||说明||||", $"{Number()}|2026-11-20 08:00|||||没有地点||||", $"{Number()}|2026-11-20 08:00|||门口||||||");
        var answer = (await Send(list)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Json.GetProperty("faults").EnumerateArray().Select(f => $"{f.GetProperty("row").GetInt32()} {f.GetProperty("column").GetString()} {f.GetProperty("type").GetString()!.Split('/')[^1]}").ShouldBe(
            [
                "5 工单编号 CellIsEmpty", "14 诉求内容 CellIsEmpty", "4 工单编号 HotlineNumberIsThereTwice", "6 小区 HotlineCompoundIsNotClear", "7 楼栋 HotlineBuildingIsUnknown", "8 类别 HotlineCategoryIsUnknown",
                "9 联系电话 CallerPhoneIsNotAMobileNumber", "10 联系期限 HotlineMomentIsNotUnderstood", "11 办结期限 HotlineDeadlineIsBeforeTheCall", "12 来电时间 HotlineCallIsInTheFuture", "13 地点 HotlinePlaceIsMissing",
            ]);
        (await App.Count("tickets.intakes", "hotline_number = $1", good)).ShouldBe(0);
    }

    [Fact]
    public async Task By_form_it_is_looked_over_marked_confirmed_and_only_the_senders()
    {
        using var clerk = await App.SignInAs(world.CommunityWorker);
        (await clerk.Get("/tickets/hotline?handler=Template")).ShouldBe(HttpStatusCode.OK).Headers["Content-Type"].ShouldBe(WorkbookWriter.MediaType);
        async Task<Answer> Upload(byte[] list) =>
            await clerk.Submit(await clerk.Get("/tickets/hotline"), "form[enctype]", [], [("file", new FilePart("list.xlsx", WorkbookWriter.MediaType, list))]);
        var wrong = (await Upload(List(Row(Number(), category: "没有的类别")))).ShouldBe(HttpStatusCode.OK);
        wrong.Text.ShouldContain("没有“没有的类别”这个类别");
        var marked = (await clerk.Submit(wrong, "form[action*='handler=Marked']")).ShouldBe(HttpStatusCode.OK);
        using (var reader = WorkbookReader.Open(new MemoryStream(marked.Body)).Value)
        {
            reader.Sheets.Count.ShouldBe(2);
            reader.Rows("Sheet1", []).Count().ShouldBe(2);
        }

        var number = Number();
        var right = (await Upload(List(Row(number)))).ShouldBe(HttpStatusCode.OK);
        var upload = right.One("form[action*='handler=Confirm'] input[name=upload]").GetAttribute("value");
        using (var other = await App.SignInAs(world.Dispatcher))
        {
            var page = await other.Get("/tickets/hotline");
            var own = await other.Submit(page, "form[enctype]", [], [("file", new FilePart("list.xlsx", WorkbookWriter.MediaType, List(Row(Number()))))]);
            (await other.Submit(own, "form[action*='handler=Confirm']", ("upload", upload))).Text.ShouldContain("预览已过期");
        }

        (await clerk.Submit(right, "form[action*='handler=Confirm']")).ShouldBe(HttpStatusCode.Found);
        (await App.Count("tickets.intakes", "hotline_number = $1", number)).ShouldBe(1);
        (await App.Count("tickets.hotline_uploads", "id = $1", Guid.Parse(upload!))).ShouldBe(0);
        (await clerk.Submit(await clerk.Get("/tickets/hotline"), "form[enctype]", [], [("file", new FilePart("list.txt", "text/plain", "nothing"u8.ToArray()))])).All(".govuk-error-summary li").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_known_caller_by_number_and_name_becomes_the_reporter_and_a_confidential_one_is_nobody()
    {
        var name = (await App.Scalar<string>("select name from registry.people where id = $1", world.Owner))!;
        var (known, another, secret) = (Number(), Number(), Number());
        (await Send(List(Row(known, name: name, phone: world.OwnerPhone), Row(another, name: "别的名字", phone: world.OwnerPhone), Row(secret, name: name, phone: world.OwnerPhone, secret: "是")))).ShouldBe(HttpStatusCode.OK);
        Task<Guid> Reporter(string number) => App.Scalar<Guid>("select reporter_id from tickets.tickets t join tickets.intakes i on i.ticket_id = t.id where hotline_number = $1", number);
        (await Reporter(known)).ShouldBe(world.Owner);
        (await Reporter(another)).ShouldNotBe(world.Owner);
        (await Reporter(secret)).ShouldNotBe(world.Owner);
        (await App.Count("tickets.intakes", "hotline_number = $1 and caller_phone is not null", another)).ShouldBe(1);
        (await App.Count("tickets.intakes", "hotline_number = $1 and is_confidential and caller_name is null and caller_phone is null", secret)).ShouldBe(1);
        var number = await App.Scalar<string>("select number from tickets.tickets t join tickets.intakes i on i.ticket_id = t.id where hotline_number = $1", secret);
        (await world.Follow(world.Neighbour, number!)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_compound_is_out_of_reach_and_two_at_once_double_nothing()
    {
        var other = await IntakeWorld.Make(App, "来源别的小区");
        var number = Number();
        (await Send(List(Row(number, compound: other.Name)))).ShouldBe(HttpStatusCode.UnprocessableEntity).Text.ShouldContain("HotlineCompoundIsNotClear");
        (await Send(List(Row(number, compound: other.Code)), person: other.Dispatcher)).ShouldBe(HttpStatusCode.OK);
        (await Send(List(Row(number)))).ShouldBe(HttpStatusCode.UnprocessableEntity).Text.ShouldContain("HotlineNumberIsElsewhere");
        (await Send(List(Row(Number())), person: world.Chair)).ShouldBe(HttpStatusCode.Forbidden);

        var (list, id) = (List(Row(Number()), Row(Number())), Guid.NewGuid());
        var before = await App.Count("tickets.intakes", "channel = 'Hotline'");
        var answers = await Task.WhenAll(Send(list, requestId: id), Send(list, requestId: id), Send(list), Send(list, person: world.Lead));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Conflict);
        (await App.Count("tickets.intakes", "channel = 'Hotline'")).ShouldBe(before + 2);
    }
}
