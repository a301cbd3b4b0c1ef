using System.Globalization;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Evaluation;
using Linli.Web.Tickets.Evaluation.Import;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>The product's rates agree with a count by hand from timeline and exclusions: for every compound of the demo world, and for a world of random events.</summary>
public class RecountTests(LinliHostFixture host) : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await host.New(demo: true);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_demo_world_and_a_world_of_random_events_are_counted_as_by_hand()
    {
        var (from, until) = (app.Clock.Now.AddDays(-200), app.Clock.Now);
        await Generate(from, until);
        var root = await app.Scalar<Guid>("select id from registry.places where path = ''");
        var person = await app.World.Person();
        await app.World.Post(person, PostKinds.HousingOfficer.Code, root);
        var officer = await app.Actor(person);
        var counted = 0;
        await Agree();
        // Counted beforehand it is the same; and so it is when tickets change afterwards, and when they are counted again.
        await app.Background.Run<CountRateDays>();
        (await app.Count("tickets.rate_days")).ShouldBeGreaterThan(100);
        await Agree();
        await app.Execute("update tickets.tickets set satisfaction = 'Dissatisfied' where satisfaction is not null and substr(id::text, 1, 1) in ('1', '5')");
        await app.Execute("update tickets.timeline l set satisfaction = 'Dissatisfied' from tickets.tickets t where t.id = l.ticket_id and t.satisfaction is not null and l.satisfaction is not null and substr(t.id::text, 1, 1) in ('1', '5')");
        (await app.Count("tickets.rate_marks")).ShouldBeGreaterThan(10);
        await Agree();
        await app.Background.Run<CountRateDays>();
        await Agree();
        counted.ShouldBeGreaterThan(10);
        (await app.Count("tickets.tickets", "excluded = 'All'")).ShouldBeGreaterThan(5);
        (await app.Count("tickets.tickets", "excluded = 'Revisit'")).ShouldBeGreaterThan(5);

        async Task Agree()
        {
            var all = (await NaiveRates.Read(app)).ToLookup(ticket => ticket.Compound);
            foreach (var days in new[] { 90, 30, 7 })
            {
                var period = new RatePeriod(ChinaTime.DayOf(until).AddDays(1 - days), ChinaTime.DayOf(until));
                var view = (await app.With<ShowRates, Outcome<RatesView>>(rates =>
                    rates.Execute(new() { Period = period, By = RateGrouping.Compounds }, officer, CancellationToken.None))).Value;
                var codes = new Dictionary<string, Guid>();
                foreach (var row in view.Rows.Where(row => row.Rates.Orders > 0))
                {
                    var compound = await app.Scalar<Guid>("select id from registry.places where code = $1", row.Code!);
                    codes.Add(row.Code!, compound);
                    Figures(row.Rates).ShouldBe(NaiveRates.Count(all[compound], period.Begin, period.End, until), $"{row.Name} {days}");
                    counted++;
                }

                Figures(view.Total).ShouldBe(NaiveRates.Count(all.SelectMany(tickets => tickets), period.Begin, period.End, until), $"all {days}");
                // Whatever is not listed has no tickets.
                all.Where(tickets => !codes.ContainsValue(tickets.Key)).ShouldAllBe(tickets => NaiveRates.Count(tickets, period.Begin, period.End, until)[0] == 0);
            }
        }
    }

    private static long[] Figures(RatesOf r) =>
    [
        r.Orders, r.Excluded, r.Response.Numerator, r.Response.Denominator, r.Resolution.Numerator, r.Resolution.Denominator, r.Satisfaction.Numerator, r.Satisfaction.Denominator,
    ];

    // Everything that an old system's history can hold, thrown by a seeded die.
    private async Task Generate(DateTimeOffset from, DateTimeOffset until)
    {
        var compounds = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            compounds.Add((await app.Scalar<string>("select code from registry.places where id = $1", await app.World.Compound($"随机小区{i}")))!);
        }

        var random = new Random(20261121);
        T Pick<T>(params T[] from) => from[random.Next(from.Length)];
        var rows = new List<(DateTimeOffset At, string Line)>();
        for (var i = 0; i < 400; i++)
        {
            var at = from.AddSeconds(random.NextInt64((long)(until - from).TotalSeconds));
            void Add(string what, string actor, string detail) => rows.Add((at, $"GEN{i:000},{At(at)},{what},{actor},{detail}"));
            Add("RECEIVED", "hotline", $"kind={Pick("EMERGENCY", "URGENT", "NORMAL", "COMPLEX")}|compound={Pick([.. compounds])}");
            for (var n = random.Next(14); n > 0; n--)
            {
                at = at.AddMinutes(random.Next(1, 3000));
                if (at > until)
                {
                    break;
                }

                var actor = Pick("a", "b", "c");
                switch (random.Next(11))
                {
                    case 0 or 1: Add("CONTACTED", "unit", $"result={Pick("REACHED", "NO_ANSWER")}"); break;
                    case 2 or 3: Add("REVISITED", actor, $"solved={Pick("YES", "NO", "NONE")}|satisfaction={Pick("SATISFIED", "BASIC", "DISSATISFIED", "NONE")}"); break;
                    case 4: Add("REOPENED", "hotline", string.Empty); break;
                    case 5: Add("RETURN_ACCEPTED", "adjudicator", string.Empty); break;
                    case 6: Add("EXCLUSION_REQUESTED", actor, $"reason={Pick("WRONG_DISPATCH", "OUT_OF_LAW", "NO_VALID_ANSWER")}"); break;
                    case 7 or 8: Add("EXCLUSION_APPROVED", actor, string.Empty); break;
                    case 9: Add("CLOSED", "hotline", string.Empty); break;
                    default: Add("REPLIED", "unit", string.Empty); break;
                }
            }

            // By chance alone two words of the right people seldom meet.
            if (random.Next(4) == 0 && (at = at.AddMinutes(5)) <= until)
            {
                Add("EXCLUSION_REQUESTED", "a", $"reason={Pick("WRONG_DISPATCH", "OUT_OF_LAW", "NO_VALID_ANSWER")}");
                Add("EXCLUSION_APPROVED", "b", string.Empty);
                Add("EXCLUSION_APPROVED", Pick("a", "b", "c"), string.Empty);
            }
        }

        var file = new StringBuilder("ticket,time,event,actor,detail\n").AppendJoin('\n', rows.OrderBy(row => row.At).Select(row => row.Line));
        var import = (await app.With<ImportTicketEvents, Outcome<EventImport>>(i =>
            i.Execute(new() { Content = Encoding.UTF8.GetBytes(file.ToString()) }, app.Context(Actor.System), CancellationToken.None))).Value;
        (import.Faults.Count, import.Added).ShouldBe((0, 400));
    }

    private static string At(DateTimeOffset moment) => ChinaTime.Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
