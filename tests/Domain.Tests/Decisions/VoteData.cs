using System.Globalization;
using System.Text.Json;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Decisions;

/// <summary>A vote as the shared data tells it: units, ballots, settings, and what was counted independently of this product.</summary>
internal sealed record VoteData(VoterRoll Roll, IReadOnlyList<Ballot> Ballots, JsonElement Vote, JsonElement Expected)
{
    public VotingWindow Window => new(Vote.GetProperty("opensAt").GetDateTimeOffset(), Vote.GetProperty("closesAt").GetDateTimeOffset());

    public int MostPrincipals => Vote.GetProperty("settings").GetProperty("proxyMaxPrincipals").GetInt32();

    public NonReturnPolicy Policy => Vote.GetProperty("settings").GetProperty("nonReturnPolicy").GetString() == "FOLLOW_MAJORITY"
        ? NonReturnPolicy.FollowMajority : NonReturnPolicy.NotCounted;

    public IReadOnlyList<DecisionClass> Classes => [.. Vote.GetProperty("questions").EnumerateArray()
        .Select(question => question.GetProperty("class").GetString() == "SPECIAL" ? DecisionClass.Special : DecisionClass.Ordinary)];

    public (int Seats, int[] Candidates)? Election => Vote.TryGetProperty("election", out var election)
        ? (election.GetProperty("seats").GetInt32(), [.. election.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("number").GetInt32())])
        : null;

    public static DecisionThresholds Thresholds => DecisionRules.BuiltIn.On(new DateOnly(2026, 11, 20)).Thresholds;

    public static VoteData Tiny(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement.Clone();
        return Of(Rows("units"), Rows("ballots"), root.GetProperty("vote"), root.GetProperty("expected"));

        IReadOnlyList<Dictionary<string, string>> Rows(string name) => [.. root.GetProperty(name).EnumerateArray()
            .Select(row => row.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!))];
    }

    public static VoteData Big()
    {
        var folder = Path.GetDirectoryName(SharedData.FilesOrSkip("vote", "expected.json")[0])!;
        return Of(Csv("units.csv"), Csv("ballots.csv"), Json("vote.json"), Json("expected.json"));

        // No field of these files holds a quote or a comma.
        IReadOnlyList<Dictionary<string, string>> Csv(string name)
        {
            var lines = File.ReadAllLines(Path.Combine(folder, name));
            var heads = lines[0].Split(',');
            return [.. lines.Skip(1).Select(line => heads.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
        }

        JsonElement Json(string name)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name)));
            return json.RootElement.Clone();
        }
    }

    public BallotBox Box(out IReadOnlyList<(string Ballot, string Reason)> refused)
    {
        var box = new BallotBox(Roll, Window, MostPrincipals);
        refused = [.. BallotBox.InOrder(Ballots).Select(ballot => (ballot.Id, Outcome: box.Take(ballot))).Where(item => item.Outcome.IsRefused)
            .Select(item => (item.Id, ReasonOf(item.Outcome.Refusals[0])))];
        return box;
    }

    public static string ReasonOf(Refusal refusal) => refusal switch
    {
        VoterIsNotOnTheRoll => "NOT_ON_ROLL",
        VoterIsNotDesignated => "NOT_DESIGNATED",
        VotingHasNotOpened => "BEFORE_OPEN",
        VotingHasClosed => "AFTER_CLOSE",
        VoterHasVoted => "DUPLICATE",
        ProxySpeaksForEnough => "PROXY_LIMIT",
        _ => refusal.Code,
    };

    private static VoteData Of(IReadOnlyList<Dictionary<string, string>> units, IReadOnlyList<Dictionary<string, string>> ballots, JsonElement vote, JsonElement expected)
    {
        var rules = new RollRules(vote.GetProperty("settings").GetProperty("countParkingArea").GetBoolean(), "DEVELOPER");
        var data = new VoteData(VoterRoll.Of(units.Select(UnitOf), rules), [], vote, expected);
        IReadOnlyList<string> questions = [.. vote.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("id").GetString()!)];
        return data with { Ballots = [.. ballots.Select(row => BallotOf(row, questions, data.Election))] };
    }

    private static RollUnit UnitOf(Dictionary<string, string> row) => new()
    {
        Code = row["unit_code"],
        Building = row["building"],
        Use = Enum.Parse<UnitUse>(row["kind"], ignoreCase: true),
        Registered = AreaOf(row["registered_area"]),
        Surveyed = AreaOf(row["surveyed_area"]),
        Contract = AreaOf(row["contract_area"]),
        State = row["sale_state"] switch { "DELIVERED" => SaleState.Delivered, "UNSOLD" => SaleState.Unsold, _ => SaleState.SoldUndelivered },
        Owners = row["owner_ids"].Split(';', StringSplitOptions.RemoveEmptyEntries),
        Designated = row["designated_owner_id"] is { Length: > 0 } named ? named : null,
        DeliveryProved = row["delivery_proof"] == "1",
    };

    private static Ballot BallotOf(Dictionary<string, string> row, IReadOnlyList<string> questions, (int Seats, int[] Candidates)? election) => new()
    {
        Id = row["ballot_id"],
        ReceivedAt = DateTimeOffset.Parse(row["received_at"], CultureInfo.InvariantCulture),
        Channel = Enum.Parse<BallotChannel>(row["channel"], ignoreCase: true),
        Unit = row["unit_code"],
        CastBy = row["cast_by"],
        Proxy = row["proxy_id"] is { Length: > 0 } proxy ? proxy : null,
        IsSigned = row["signed"] != "0",
        Choices = [.. questions.Select(question => row[question] is { Length: > 0 } word ? Enum.Parse<Choice>(word, ignoreCase: true) : Choice.Blank)],
        Election = election is { } e ? ElectionOf(row["election"], e.Seats, e.Candidates) : null,
    };

    private static ElectionVote ElectionOf(string text, int seats, int[] candidates) => text switch
    {
        "" => ElectionVote.Blank,
        "ABSTAIN" => ElectionVote.Abstain,
        "INVALID" => ElectionVote.Invalid,
        _ => ElectionVote.Of([.. text.Split(';').Select(number => int.Parse(number, CultureInfo.InvariantCulture))], seats, candidates.ToHashSet()),
    };

    private static Area? AreaOf(string text) => text.Length == 0 ? null : Area.TryParse(text, out var area) ? area : throw new FormatException(text);
}
