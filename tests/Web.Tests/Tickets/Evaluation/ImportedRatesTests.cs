using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Contract;
using Linli.Web.Tickets.Evaluation;
using Linli.Web.Tickets.Evaluation.Import;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>
/// The independently computed rates data, taken over by the product's own import and counted by its own query: every ticket and
/// every rate to the last digit. Skipped where the shared data are not there.
/// </summary>
public class ImportedRatesTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "..", "..", "shared")), "data", "rates");

    private string community = string.Empty;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "no data/rates in the shared folder (set LINLI_SHARED)");
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        community = (await App.Scalar<string>("select code from registry.places where name = '三率社区'")) ?? await Prepare();
    }

    [Fact]
    public async Task Every_ticket_is_as_the_data_says()
    {
        var cutoff = Cutoff;
        var stored = new Dictionary<string, string>();
        await using var command = App.Services.GetRequiredService<Npgsql.NpgsqlDataSource>().CreateCommand(
            """
            select t.number, p.name, t.received_at, t.contact_due_at, t.contacted_at, t.excluded, t.solved, t.satisfaction, t.urgency, t.resolve_due_at
              from tickets.tickets t join registry.places p on p.id = t.compound_id where p.path like (select path || '%' from registry.places where code = $1)
            """);
        command.Parameters.AddWithValue(community);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var (from, to) = (Moment("from"), Moment("to"));
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
        {
            var (received, due) = (row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3));
            DateTimeOffset? reached = row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4);
            var excluded = row.IsDBNull(5) ? string.Empty : row.GetString(5).ToUpperInvariant();
            var inPeriod = from <= received && received < to;
            var response = !inPeriod || excluded == "ALL" || (reached is null && due > cutoff) ? string.Empty : reached <= due ? "YES" : "NO";
            var satisfied = row.IsDBNull(7) ? string.Empty : row.GetString(7) == "Dissatisfied" ? "NO" : "YES";
            stored.Add(row.GetString(0), string.Join(",", row.GetString(0), row.GetString(1), row.GetString(8).ToUpperInvariant(), inPeriod ? "YES" : "NO", Said(due), Said(reached), row.IsDBNull(9) ? string.Empty : Said(row.GetFieldValue<DateTimeOffset>(9)),
                excluded, response, row.IsDBNull(6) ? string.Empty : row.GetBoolean(6) ? "YES" : "NO", satisfied));
        }

        var expected = Rows("expected_tickets.csv").ToDictionary(r => r[0], r => string.Join(",", r));
        stored.Count.ShouldBe(expected.Count);
        expected.Where(pair => stored[pair.Key] != pair.Value).Select(pair => $"{pair.Value} but {stored[pair.Key]}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_rate_is_as_the_data_says_and_its_figures_are_their_tickets()
    {
        var clerk = await Officer();
        App.Clock.Set(Cutoff);
        var period = new RatePeriod(new DateOnly(2024, 1, 20), new DateOnly(2024, 4, 19));
        var view = (await App.With<ShowRates, Outcome<RatesView>>(rates => rates.Execute(new() { Period = period }, clerk, CancellationToken.None))).Value;
        var lines = view.Rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => Line(row.Name, row.Rates)).Append(Line("ALL", view.Total));
        lines.ShouldBe(Rows("expected_rates.csv").Select(row => string.Join(",", row)));

        view.Rows.Count(row => row.Rank is null).ShouldBe(2);
        view.Rows[0].Rank.ShouldBe(1);
        foreach (var (of, count) in new[]
        {
            (RateCount.Orders, view.Total.Orders), (RateCount.Excluded, view.Total.Excluded), (RateCount.InTime, view.Total.Response.Numerator), (RateCount.ToContact, view.Total.Response.Denominator),
            (RateCount.Solved, view.Total.Resolution.Numerator), (RateCount.SolvedAnswers, view.Total.Resolution.Denominator),
            (RateCount.Satisfied, view.Total.Satisfaction.Numerator), (RateCount.SatisfactionAnswers, view.Total.Satisfaction.Denominator),
        })
        {
            var list = (await App.With<RateTickets, Outcome<RatedTickets>>(t => t.Execute(new() { Period = period, Of = of }, clerk, CancellationToken.None))).Value;
            list.Count.ShouldBe(count, $"{of}");
        }

        // A second road to the same figures: by hand, from timeline and exclusions.
        var naive = await NaiveRates.Read(App);
        var total = view.Total;
        var counted = NaiveRates.Count(naive, period.Begin, period.End, Cutoff);
        counted[2..].ShouldBe([total.Response.Numerator, total.Response.Denominator, total.Resolution.Numerator, total.Resolution.Denominator, total.Satisfaction.Numerator, total.Satisfaction.Denominator]);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing_and_a_fault_stops_it_all()
    {
        var again = await Import(File.ReadAllBytes(Path.Combine(Folder, "events.csv")), Cutoff);
        (again.Added, again.Known, again.Faults.Count).ShouldBe((0, 387, 0));
        var before = await App.Count("tickets.tickets");
        const string Header = "ticket,time,event,actor,detail\n";
        foreach (var (line, code) in new[]
        {
            ("N1,2024-01-01T00:00:00+08:00,RECEIVED,x,kind=NORMAL|compound=nowhere", "EventCompoundIsUnknown"), ("N1,2024-01-01T00:00:00+08:00,CLOSED,x,", "EventComesBeforeReceipt"),
            ("N1,2024-01-01T00:00:00,RECEIVED,x,kind=NORMAL|compound=X01", "EventLineIsBroken"), ("N1,2024-01-01T00:00:00+08:00,DANCED,x,", "EventIsUnknown"),
            ("N1,2024-01-01T00:00:00+08:00,RECEIVED,x,kind=SOON|compound=X01", "EventDetailIsWrong"), ("N<1,2024-01-01T00:00:00+08:00,RECEIVED,x,kind=NORMAL|compound=X01", "EventLineIsBroken"),
            ("T0001,2024-01-01T00:00:00+08:00,RECEIVED,x,kind=NORMAL|compound=X02", "TicketNumberIsTaken"),
        })
        {
            var refused = await Import(System.Text.Encoding.UTF8.GetBytes(Header + "OK1,2023-01-01T00:00:00+08:00,RECEIVED,x,kind=NORMAL|compound=X01\n" + line), null);
            refused.Faults.ShouldHaveSingleItem().Code.ShouldBe(code, line);
        }

        (await App.Count("tickets.tickets")).ShouldBe(before);
    }

    private async Task<string> Prepare()
    {
        var root = $"96/{Guid.NewGuid():N}/";
        var place = await App.World.Place("三率社区", PlaceKind.Community, root);
        for (var i = 1; i <= 10; i++)
        {
            var compound = await App.World.CompoundAt($"X{i:00}", $"{root}{i:00}/", place);
            await App.Execute("update registry.places set code = $2 where id = $1", compound, $"X{i:00}");
        }

        foreach (var year in new[] { 2023, 2024 })
        {
            var notice = await File.ReadAllTextAsync(Path.Combine(Folder, "..", "holidays", $"{year}.json"));
            (await App.With<EnterCalendarYear, Outcome<CalendarChanges>>(enter => enter.Execute(year, new() { Json = notice }, App.Context(Actor.System), CancellationToken.None))).IsRefused.ShouldBeFalse();
        }

        var import = await Import(File.ReadAllBytes(Path.Combine(Folder, "events.csv")), Cutoff);
        (import.Faults.Count, import.Added).ShouldBe((0, 387));
        return (await App.Scalar<string>("select code from registry.places where id = $1", place))!;
    }

    private async Task<Actor> Officer()
    {
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, await App.Scalar<Guid>("select id from registry.places where code = $1", community));
        return await App.Actor(person);
    }

    private async Task<EventImport> Import(byte[] content, DateTimeOffset? until) => (await App.With<ImportTicketEvents, Outcome<EventImport>>(import =>
        import.Execute(new() { Content = content, Until = until }, App.Context(Actor.System), CancellationToken.None))).Value;

    private static string Line(string name, RatesOf r) => string.Join(",",
        name, r.Orders, r.Excluded, r.Response.Numerator, r.Response.Denominator, r.Resolution.Numerator, r.Resolution.Denominator, r.Satisfaction.Numerator, r.Satisfaction.Denominator,
        Two(r.Response.Percent), Two(r.Resolution.Percent), Two(r.Satisfaction.Percent), Two(r.Response.Part), Two(r.Resolution.Part), Two(r.Satisfaction.Part), Two(r.Score));

    private static string Two(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Said(DateTimeOffset? moment) => moment?.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? string.Empty;

    private static DateTimeOffset Cutoff => Moment("cutoff");

    private static DateTimeOffset Moment(string name) => DateTimeOffset.Parse(
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "period.json"))).RootElement.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file) => File.ReadAllLines(Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static string Here([CallerFilePath] string file = "") => file;
}
