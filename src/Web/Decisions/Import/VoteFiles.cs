using System.Text.Json;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;

namespace Linli.Web.Decisions.Import;

/// <summary>A vote that was held elsewhere, as files tell it: see docs/operations.md, "Taking over a vote".</summary>
internal sealed record VoteFiles
{
    public required string Title { get; init; }

    public required VotingWindow Window { get; init; }

    public required bool CountParking { get; init; }

    public required NonReturnPolicy NonReturn { get; init; }

    public required int? MostPrincipals { get; init; }

    public required IReadOnlyList<(string Column, string Matter, string Title)> Questions { get; init; }

    public int? Seats { get; init; }

    public required IReadOnlyList<(int Number, string Name)> Candidates { get; init; }

    /// <summary>The settings in JSON.</summary>
    public static Outcome<VoteFiles> Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var root = parsed.RootElement;
            var settings = root.GetProperty("settings");
            var election = root.TryGetProperty("election", out var found) ? found : (JsonElement?)null;
            return new VoteFiles
            {
                Title = root.GetProperty("title").GetString()!,
                Window = new VotingWindow(root.GetProperty("opensAt").GetDateTimeOffset(), root.GetProperty("closesAt").GetDateTimeOffset()),
                CountParking = settings.GetProperty("countParkingArea").GetBoolean(),
                NonReturn = settings.GetProperty("nonReturnPolicy").GetString() == "FOLLOW_MAJORITY" ? NonReturnPolicy.FollowMajority : NonReturnPolicy.NotCounted,
                MostPrincipals = settings.TryGetProperty("proxyMaxPrincipals", out var most) ? most.GetInt32() : null,
                Questions = [.. root.GetProperty("questions").EnumerateArray().Select(q => (q.GetProperty("id").GetString()!, q.GetProperty("matter").GetString()!, q.GetProperty("title").GetString()!))],
                Seats = election?.GetProperty("seats").GetInt32(),
                Candidates = election is { } e ? [.. e.GetProperty("candidates").EnumerateArray().Select(c => (c.GetProperty("number").GetInt32(), c.GetProperty("name").GetString()!))] : [],
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new VoteFileIsWrong("vote.json", 0, e.Message);
        }
    }
}
