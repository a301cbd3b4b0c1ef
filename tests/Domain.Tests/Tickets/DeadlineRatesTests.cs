using System.Globalization;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

/// <summary>The due moments of the rates data: whole lives of tickets, under the profile that comes with the product.</summary>
public sealed class DeadlineRatesTests
{
    private static readonly DateTimeOffset Cutoff = Moment(
        JsonDocument.Parse(SharedData.Fixture("rates/period.json")).RootElement.GetProperty("cutoff").GetString()!);

    [Fact]
    public void EveryTicketIsDueWhenTheDataSays()
    {
        var profile = ServiceLevels.DefaultOn(new(2024, 1, 1));
        var clock = profile.Clock(new WorkCalendar(
            SharedData.FilesOrSkip("holidays", "20*.json").SelectMany(file => HolidayNotice.Read(File.ReadAllText(file)))));
        var events = Rows("rates/events.csv").Where(row => Moment(row[1]) <= Cutoff).ToLookup(row => row[0]);
        var expected = Rows("rates/expected_tickets.csv").ToArray();
        expected.Length.ShouldBe(387);

        var differing = expected.Where(row =>
        {
            var level = profile.For(Enum.Parse<Urgency>(row[2], ignoreCase: true));
            var received = Moment(events[row[0]].Single(happened => happened[2] == "RECEIVED")[1]);
            return clock.Due(received, level.Contact) != Moment(row[4])
                || clock.Due(received, level.Resolve, PausesOf(events[row[0]])) != (row[6].Length == 0 ? null : Moment(row[6]));
        });

        differing.Select(row => row[0]).ShouldBeEmpty();
    }

    private static IEnumerable<Pause> PausesOf(IEnumerable<string[]> events)
    {
        DateTimeOffset? since = null;
        foreach (var happened in events)
        {
            if (happened[2] == "PAUSED")
            {
                since ??= Moment(happened[1]);
            }
            else if (happened[2] == "RESUMED" && since is { } from)
            {
                yield return new Pause(from, Moment(happened[1]));
                since = null;
            }
        }

        if (since is { } running)
        {
            yield return new Pause(running, null);
        }
    }

    private static IEnumerable<string[]> Rows(string path) => SharedData.Fixture(path)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
