using System.Globalization;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

/// <summary>The sixty hand-computed cases of the deadlines data.</summary>
public sealed class DeadlineCasesTests
{
    private static readonly JsonElement Profiles = JsonDocument.Parse(SharedData.Fixture("deadlines/profiles.json")).RootElement;

    public static TheoryData<string> CaseIds => [.. Rows("deadlines/cases.csv").Select(row => row[0])];

    [Fact]
    public void ThereAreSixtyCases() => CaseIds.Count.ShouldBe(60);

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void CaseIsReproduced(string caseId)
    {
        var given = Rows("deadlines/cases.csv").Single(row => row[0] == caseId);
        var expected = Rows("deadlines/expected.csv").Single(row => row[0] == caseId);
        var clock = new DeadlineClock(
            new WorkCalendar(SharedData.FilesOrSkip("holidays", "20*.json").SelectMany(file => HolidayNotice.Read(File.ReadAllText(file)))),
            new WorkingHours([.. Profiles.GetProperty("workingHours").EnumerateArray().Select(Stretch)]));
        var limits = Profiles.GetProperty("profiles").GetProperty(given[1]).GetProperty(given[2]);
        var received = Moment(given[3]);
        var pauses = given[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(PauseOf).ToArray();

        var contact = clock.Due(received, LimitOf(limits.GetProperty("contact")));
        var resolve = clock.Due(received, LimitOf(limits.GetProperty("resolve")), pauses);

        Text(contact).ShouldBe(expected[1]);
        Text(resolve).ShouldBe(expected[2]);
        (resolve is null).ShouldBe(expected[3] == "PAUSED");
    }

    private static IEnumerable<string[]> Rows(string path) => SharedData.Fixture(path)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";

    private static Pause PauseOf(string text) => text.Split('/') is [var from, var to]
        ? new Pause(Moment(from), to.Length == 0 ? null : Moment(to))
        : throw new FormatException(text);

    private static Limit LimitOf(JsonElement limit) => new(
        limit.GetProperty("amount").GetInt32(),
        Enum.Parse<TimeUnit>(limit.GetProperty("unit").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));

    private static WorkingStretch Stretch(JsonElement stretch) => new(
        TimeOnly.Parse(stretch[0].GetString()!, CultureInfo.InvariantCulture),
        TimeOnly.Parse(stretch[1].GetString()!, CultureInfo.InvariantCulture));
}
