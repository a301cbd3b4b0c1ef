using System.Globalization;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;

namespace Linli.Domain.Tests.Tickets.Evaluation;

/// <summary>The independently computed rates of the rates data, to the last digit, from its stream of events.</summary>
public sealed class RatesDataTests
{
    private static readonly JsonElement Period = JsonDocument.Parse(SharedData.Fixture("rates/period.json")).RootElement;
    private static readonly DateTimeOffset Cutoff = Moment(Period.GetProperty("cutoff").GetString()!);
    private static readonly Dictionary<string, Told> Tickets = Read();

    private sealed record Told(string Compound, bool InPeriod, DateTimeOffset ContactDueAt, TicketEvaluation Evaluation)
    {
        public RateTally Tally => RateTally.Of(Evaluation, ContactDueAt, Cutoff);
    }

    [Fact]
    public void EveryTicketIsAsTheDataSays()
    {
        var expected = Rows("rates/expected_tickets.csv").ToArray();
        expected.Length.ShouldBe(387);
        Tickets.Count.ShouldBe(387);
        expected.Where(row => !Line(row[0], Tickets[row[0]]).SequenceEqual([row[0], row[1], row[3], row[4], row[5], row[7], row[8], row[9], row[10]]))
            .Select(row => string.Join(",", row)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryRateIsAsTheDataSays()
    {
        var rules = RateRules.On(new DateOnly(2024, 4, 20));
        var inPeriod = Tickets.Values.Where(ticket => ticket.InPeriod).ToArray();
        var lines = inPeriod.GroupBy(ticket => ticket.Compound).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Sum(group)))
            .Append(("ALL", Sum(inPeriod))).Select(pair => Line(pair.Item1, new ThreeRates(pair.Item2, rules)));
        lines.ShouldBe(Rows("rates/expected_rates.csv").Select(row => string.Join(",", row)));
    }

    private static RateTally Sum(IEnumerable<Told> tickets) => tickets.Select(ticket => ticket.Tally).Aggregate(RateTally.Empty, (sum, one) => sum + one);

    private static string Line(string compound, ThreeRates rates) => string.Join(",", [
        compound, $"{rates.Tally.Orders}", $"{rates.Tally.Excluded}", $"{rates.Response.Numerator}", $"{rates.Response.Denominator}",
        $"{rates.Resolution.Numerator}", $"{rates.Resolution.Denominator}", $"{rates.Satisfaction.Numerator}", $"{rates.Satisfaction.Denominator}",
        Two(rates.Response.Percent), Two(rates.Resolution.Percent), Two(rates.Satisfaction.Percent),
        Two(rates.Response.Part), Two(rates.Resolution.Part), Two(rates.Satisfaction.Part), Two(rates.Score)]);

    private static string Two(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string[] Line(string number, Told ticket) =>
    [
        number, ticket.Compound, ticket.InPeriod ? "YES" : "NO", Said(ticket.ContactDueAt), Said(ticket.Evaluation.FirstReachedAt),
        ticket.Evaluation.Exclusion switch { ExclusionScope.All => "ALL", ExclusionScope.Revisit => "REVISIT", _ => string.Empty },
        ticket.InPeriod ? YesNo(ticket.Evaluation.Response(ticket.ContactDueAt, Cutoff)) : string.Empty,
        YesNo(ticket.Evaluation.Solved), YesNo(ticket.Evaluation.IsSatisfied),
    ];

    private static string YesNo(bool? value) => value switch { true => "YES", false => "NO", _ => string.Empty };

    private static string Said(DateTimeOffset? moment) => moment?.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? string.Empty;

    private static Dictionary<string, Told> Read()
    {
        var (from, to) = (Moment(Period.GetProperty("from").GetString()!), Moment(Period.GetProperty("to").GetString()!));
        var profile = ServiceLevels.DefaultOn(new(2024, 1, 1));
        var clock = profile.Clock(WorkCalendar.WeekdaysOnly);
        return Rows("rates/events.csv").Where(row => Moment(row[1]) <= Cutoff).GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows =>
        {
            var received = rows.Single(row => row[2] == "RECEIVED");
            var (at, details) = (Moment(received[1]), Details(received[4]));
            return new Told(
                details["compound"], from <= at && at < to,
                clock.Due(at, profile.For(Enum.Parse<Urgency>(details["kind"], ignoreCase: true)).Contact),
                TicketEvaluation.Of(rows.Select(Event).OfType<TicketEvent>()));
        });
    }

    private static TicketEvent? Event(string[] row)
    {
        var (at, actor, details) = (Moment(row[1]), row[3], Details(row[4]));
        return row[2] switch
        {
            "CONTACTED" => new ReporterCalled(at, details["result"] == "REACHED"),
            "REVISITED" => new ReporterAnswered(
                at, details["solved"] switch { "YES" => true, "NO" => false, _ => null },
                details["satisfaction"] is "NONE" ? null : Enum.Parse<Satisfaction>(details["satisfaction"], ignoreCase: true)),
            "REOPENED" => new TicketReopened(at),
            "RETURN_ACCEPTED" => new ReturnAccepted(at),
            "EXCLUSION_REQUESTED" => new ExclusionRequested(at, actor, Enum.Parse<ExclusionReason>(details["reason"].Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true)),
            "EXCLUSION_APPROVED" => new ExclusionApproved(at, actor),
            "EXCLUSION_REJECTED" => new ExclusionRejected(at, actor),
            _ => null,
        };
    }

    private static Dictionary<string, string> Details(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<string[]> Rows(string path) => SharedData.Fixture(path)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
