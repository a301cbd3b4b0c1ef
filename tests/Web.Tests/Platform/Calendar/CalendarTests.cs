using System.Globalization;
using System.Net;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Calendar;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets;
using Linli.Web.Tickets.Categories;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Calendar;

/// <summary>The administrator keeps the calendar; every deadline asks it, and a correction never shortens what was promised.</summary>
public class CalendarTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly string Shared = Path.Combine(
        Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.Combine(House.Root, "..", "shared"), "data", "holidays");

    private async Task<ApiClient> Administrator()
    {
        var person = await App.World.Person();
        return await App.ApiAs(person, await App.World.Post(person, PostKinds.PlatformAdministrator.Code, await App.Scalar<Guid>("select id from registry.places where parent_id is null")));
    }

    private static object Year(string source, params (string From, string? To, string Name, bool Working)[] days) =>
        new { requestId = Guid.NewGuid(), source, days = days.Select(d => new { from = d.From, to = d.To, name = d.Name, isWorking = d.Working }) };

    [Fact]
    public async Task The_sixty_cases_come_out_of_the_calendar_in_the_database()
    {
        Assert.SkipUnless(Directory.Exists(Shared), "no data/holidays in the shared folder (set LINLI_SHARED)");
        using var administrator = await Administrator();
        foreach (var file in Directory.GetFiles(Shared, "20*.json"))
        {
            var json = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var year = JsonDocument.Parse(json).RootElement.GetProperty("year").GetInt32();
            (await administrator.Post($"/api/v1/calendar/{year}", new { requestId = Guid.NewGuid(), json })).Status.ShouldBe(HttpStatusCode.OK);
        }

        var calendar = App.Services.GetRequiredService<WorkCalendars>().Now;
        var fixtures = Path.Combine(House.Root, "tests", "Domain.Tests", "Fixtures", "deadlines");
        var profiles = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(fixtures, "profiles.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("profiles");
        var expected = Rows(Path.Combine(fixtures, "expected.csv")).ToDictionary(row => row[0]);
        var clock = new DeadlineClock(calendar, WorkingHours.Default);
        var cases = Rows(Path.Combine(fixtures, "cases.csv")).ToList();
        cases.Count.ShouldBe(60);
        foreach (var given in cases)
        {
            var limits = profiles.GetProperty(given[1]).GetProperty(given[2]);
            var pauses = given[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('/')).Select(p => new Pause(Moment(p[0]), p[1].Length == 0 ? null : Moment(p[1]))).ToArray();
            Say(clock.Due(Moment(given[3]), LimitOf(limits.GetProperty("contact")))).ShouldBe(expected[given[0]][1], given[0]);
            Say(clock.Due(Moment(given[3]), LimitOf(limits.GetProperty("resolve")), pauses)).ShouldBe(expected[given[0]][2], given[0]);
            // The default profile is the product's own: the same through what reports and acceptance use.
            if (given[1] == "default" && pauses.Length == 0 && Moment(given[3]) >= Moment("2020-01-01T00:00:00+08:00"))
            {
                var (_, contact, resolve) = App.Services.GetRequiredService<TicketDeadlines>().Of(Enum.Parse<Urgency>(given[2], ignoreCase: true), Moment(given[3]));
                (Say(contact), Say(resolve)).ShouldBe((expected[given[0]][1], expected[given[0]][2]), given[0]);
            }
        }
    }

    [Fact]
    public async Task A_year_is_previewed_entered_corrected_and_its_history_kept()
    {
        using var administrator = await Administrator();
        var first = Year("国办发明电〔2032〕1号", ("2033-10-01", "2033-10-07", "国庆节", false), ("2033-10-08", null, "国庆节", true));
        var preview = await administrator.Post("/api/v1/calendar/2033?preview=true", first);
        preview.Json.GetProperty("changes").GetArrayLength().ShouldBe(8);
        (await App.Scalar<long>("select count(*) from platform.calendar_years where year = 2033")).ShouldBe(0);
        (await administrator.Post("/api/v1/calendar/2033", first)).Status.ShouldBe(HttpStatusCode.OK);
        (await administrator.Post("/api/v1/calendar/2033", first)).Status.ShouldBe(HttpStatusCode.OK);
        (await administrator.Post("/api/v1/calendar/2033", Year("国办发明电〔2033〕2号", ("2033-10-01", "2033-10-08", "国庆节", false)))).Json.GetProperty("changes").GetArrayLength().ShouldBe(1);
        var year = (await administrator.Get("/api/v1/calendar/2033")).Json;
        year.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
        App.Services.GetRequiredService<WorkCalendars>().Now.IsWorkingDay(new(2033, 10, 8)).ShouldBeFalse();
        (await App.Scalar<long>("select count(*) from platform.audit_entries where process = 'EnterCalendarYear' and details like '%2033%'")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_leaves_nothing()
    {
        using var administrator = await Administrator();
        async Task Refused(int year, object body, string code)
        {
            var answer = await administrator.Post($"/api/v1/calendar/{year}", body);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
            answer.Text.ShouldContain(code);
        }

        await Refused(2034, Year("", ("2034-01-01", null, "元旦", false)), "CalendarSourceIsMissing");
        await Refused(2034, Year("通知", ("2034-01-01", "2034-01-02", "元旦", false), ("2034-01-02", null, "元旦", true)), "CalendarDayIsThereTwice");
        await Refused(2034, Year("通知", ("2035-01-01", null, "元旦", false)), "CalendarDayIsInAnotherYear");
        await Refused(2034, Year("通知", ("2034-01-05", "2034-01-01", "元旦", false)), "CalendarStretchIsWrong");
        await Refused(2034, Year("通知"), "CalendarDaysAreMissing");
        await Refused(2034, new { requestId = Guid.NewGuid(), source = "通知", json = "{" }, "CalendarFileIsUnreadable");
        await Refused(2034, new { requestId = Guid.NewGuid(), source = "通知", json = """{"year":2035,"days":[{"name":"元旦","date":"2035-01-01","isOffDay":true}]}""" }, "CalendarFileIsOfAnotherYear");
        await Refused(1066, Year("通知", ("1066-01-01", null, "元旦", false)), "CalendarYearIsOutOfRange");
        (await App.Scalar<long>("select count(*) from platform.calendar_years where year = 2034")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_looks_after_a_part_of_the_country_does_not_keep_the_calendar()
    {
        var person = await App.World.Person();
        using var officer = await App.ApiAs(person, await App.World.Post(person, PostKinds.HousingOfficer.Code, await App.World.Compound("测试小区")));
        (await officer.Post("/api/v1/calendar/2036", Year("通知", ("2036-01-01", null, "元旦", false)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.Get("/api/v1/calendar/2036")).Status.ShouldBe(HttpStatusCode.OK);
        var other = await App.World.Person();
        using var local = await App.ApiAs(other, await App.World.Post(other, PostKinds.PlatformAdministrator.Code, await App.World.Compound("测试小区")));
        (await local.Post("/api/v1/calendar/2036", Year("通知", ("2036-01-01", null, "元旦", false)))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_node_notices_a_change_and_two_who_enter_at_once_do_not_both_win()
    {
        using var administrator = await Administrator();
        var other = new WorkCalendars(App.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), TimeProvider.System);
        other.Now.IsWorkingDay(new(2037, 1, 1)).ShouldBeTrue();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => administrator.Post("/api/v1/calendar/2037", Year($"通知{i}", ("2037-01-01", null, "元旦", false)))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Conflict);
        (await App.Scalar<long>("select count(*) - max(version) from platform.calendar_years where year = 2037")).ShouldBe(0);
        await Task.Delay(2100, TestContext.Current.CancellationToken);
        // The first look finds it too old and reads anew in the background.
        for (var i = 0; i < 20 && other.Now.IsWorkingDay(new(2037, 1, 1)); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        other.Now.IsWorkingDay(new(2037, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_later_deadline_is_taken_over_and_an_earlier_one_never()
    {
        var compound = await App.World.Compound("测试小区");
        using var owner = await App.ApiAs(await App.World.OwnerIn(compound));
        async Task<string> Report() => (await owner.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "lighting", placeText = "1栋", description = "楼道灯不亮" })).Json.GetProperty("number").GetString()!;
        async Task<DateTimeOffset> Due(string number) => new(await App.Scalar<DateTime>($"select resolve_due_at from tickets.tickets where number = '{number}'"));

        // Received on Monday 23 November 2026; seven days end on Monday 30 November.
        var number = await Report();
        var extended = await Report();
        await App.Execute(
            $"""
            insert into tickets.extensions (id, ticket_id, days, reason, due_before, asked_by, asked_at, decided_by, decided_at, granted, rules)
            select gen_random_uuid(), id, 2, '等配件', resolve_due_at, reporter_id, received_at, (select id from registry.people where id <> t.reporter_id limit 1), received_at, true, 1 from tickets.tickets t where number = '{extended}'
            """);
        await App.Execute($"update tickets.tickets set resolve_due_at = resolve_due_at + interval '2 days' where number = '{extended}'");
        var answered = await Report();
        await App.Execute($"update tickets.tickets set state = 'Replied', replied_at = received_at where number = '{answered}'");
        var promised = await Due(number);
        promised.ShouldBe(ChinaTime.EndOf(new(2026, 11, 30)));
        using var administrator = await Administrator();
        await administrator.Post("/api/v1/calendar/2026", Year("通知", ("2026-11-30", "2026-12-01", "测试节", false)));
        await App.Background.Run<RecomputeDeadlines>();
        (await Due(number)).ShouldBe(promised, "not before every node knows the calendar");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.Background.Run<RecomputeDeadlines>();
        await App.Background.Run<RecomputeDeadlines>();
        (await Due(number)).ShouldBe(ChinaTime.EndOf(new(2026, 12, 2)));
        (await Due(extended)).ShouldBe(ChinaTime.EndOf(new(2026, 12, 4)));
        (await Due(answered)).ShouldBe(promised);
        (await Due(await Report())).ShouldBe(ChinaTime.EndOf(new(2026, 12, 2)));

        // The notice is corrected: no holiday after all. What was promised stays.
        await administrator.Post("/api/v1/calendar/2026", Year("更正通知", ("2026-10-01", null, "国庆节", false)));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.Background.Run<RecomputeDeadlines>();
        (await Due(number)).ShouldBe(ChinaTime.EndOf(new(2026, 12, 2)));
        (await App.Scalar<string>($"select string_agg(is_kept::text, ',' order by d.at) from tickets.deadline_changes d join tickets.tickets t on t.id = d.ticket_id where t.number = '{number}'")).ShouldBe("false,true");
        (await App.Scalar<long>("select count(*) from platform.audit_entries where process = 'RecomputeDeadlines'")).ShouldBe(2);
        App.Services.GetRequiredService<TicketDeadlines>().MissingYears(Urgency.Normal, App.Clock.Now, App.Clock.Now.AddDays(7)).ShouldBeEmpty();
        App.Services.GetRequiredService<TicketDeadlines>().MissingYears(Urgency.Normal, App.Clock.Now, App.Clock.Now.AddDays(60)).ShouldBe([2027]);
        App.Services.GetRequiredService<TicketDeadlines>().MissingYears(Urgency.Urgent, App.Clock.Now, App.Clock.Now.AddDays(60)).ShouldBeEmpty();
    }

    private static IEnumerable<string[]> Rows(string path) => File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Say(DateTimeOffset? moment) => moment is { } due ? ChinaTime.Local(due).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : "";

    private static Limit LimitOf(JsonElement limit) => new(
        limit.GetProperty("amount").GetInt32(), Enum.Parse<TimeUnit>(limit.GetProperty("unit").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
}
