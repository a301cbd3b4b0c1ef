using System.Text.Json;
using System.Text.Json.Nodes;

namespace Linli.Domain.Tests.Decisions;

/// <summary>What was counted independently of this product is reproduced to the last square centimetre: refusals, both measures, shortfall, election.</summary>
public sealed class CountedDataTests
{
    private const int TinyCases = 25;

    [Fact]
    public void EveryTinyCase()
    {
        var files = SharedData.FilesOrSkip(Path.Combine("vote", "tiny"), "*.json");
        files.Count.ShouldBe(TinyCases);
        Assert.Multiple([.. files.Select(file => (Action)(() =>
        {
            var data = VoteData.Tiny(file);
            Differences(data.Expected, CountedView.Of(data), Path.GetFileNameWithoutExtension(file)).ShouldBeEmpty();
        }))]);
    }

    [Fact]
    public void TheWholeCompound()
    {
        var data = VoteData.Big();
        var view = CountedView.Of(data);
        view["voters"]!.AsArray().Count.ShouldBe(1401);
        Differences(data.Expected, view, "expected").ShouldBeEmpty();
    }

    // Every value that is expected has to be there and the same; voters come in no particular order, all else is ordered.
    private static IEnumerable<string> Differences(JsonElement expected, JsonNode? actual, string at) => expected.ValueKind switch
    {
        JsonValueKind.Object => expected.EnumerateObject().SelectMany(field => Differences(field.Value, actual?[field.Name], $"{at}.{field.Name}")),
        JsonValueKind.Array when at.EndsWith(".voters", StringComparison.Ordinal) => Compare(ByKey(expected), ByKey(JsonSerializer.SerializeToElement(actual)), at),
        JsonValueKind.Array => actual is JsonArray array && array.Count == expected.GetArrayLength()
            ? expected.EnumerateArray().Index().SelectMany(item => Differences(item.Item, array[item.Index], $"{at}[{item.Index}]"))
            : [$"{at}: {expected.GetArrayLength()} expected, {(actual as JsonArray)?.Count} found"],
        _ => Compare([expected.ToString()], [actual is null ? string.Empty : JsonSerializer.SerializeToElement(actual).ToString()], at),
    };

    private static List<string> ByKey(JsonElement voters) => [.. voters.EnumerateArray().Select(voter =>
        $"{voter.GetProperty("key")} {voter.GetProperty("building")} {voter.GetProperty("area")} {string.Join(' ', voter.GetProperty("units").EnumerateArray())}").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Compare(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string at) =>
        expected.SequenceEqual(actual) ? [] : [$"{at}: {string.Join(',', expected.Except(actual).Take(3))} expected, {string.Join(',', actual.Except(expected).Take(3))} found"];
}
