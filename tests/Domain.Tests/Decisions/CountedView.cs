using System.Text.Json.Nodes;
using Linli.Domain.Decisions;

namespace Linli.Domain.Tests.Decisions;

/// <summary>What this product counts, in the words of the shared data's expected.json.</summary>
internal static class CountedView
{
    public static JsonObject Of(VoteData data)
    {
        var box = data.Box(out var refused);
        var tally = new Tally(data.Roll.Voters, [.. box.Accepted.Select(item => item.Counted)], VoteData.Thresholds);
        var ids = data.Vote.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("id").GetString()!).ToList();
        var view = new JsonObject
        {
            ["roll"] = RollOf(data.Roll),
            ["ballots"] = new JsonObject
            {
                ["received"] = data.Ballots.Count,
                ["accepted"] = box.Accepted.Count,
                ["acceptedByChannel"] = Counts(box.Accepted.Select(item => Lower(item.Ballot.Channel))),
                ["refusedByReason"] = Counts(refused.Select(item => item.Reason)),
                ["refused"] = new JsonArray([.. refused.OrderBy(item => item.Ballot, StringComparer.Ordinal).Select(item => new JsonObject { ["ballot"] = item.Ballot, ["reason"] = item.Reason })]),
            },
            ["nonReturn"] = new JsonObject
            {
                ["heads"] = tally.Unreturned.Heads, ["area"] = tally.Unreturned.Area.Hundredths,
                ["headsWithProof"] = tally.UnreturnedWithProof.Heads, ["areaWithProof"] = tally.UnreturnedWithProof.Area.Hundredths,
            },
            ["questions"] = new JsonArray([.. data.Classes.Select((kind, at) => QuestionOf(ids[at], tally.Question(at, kind, data.Policy)))]),
            ["voters"] = new JsonArray([.. data.Roll.Voters.Select(VoterOf)]),
        };
        if (data.Election is { } election)
        {
            view["election"] = ElectionOf(tally.Election(election.Seats, election.Candidates, election.Seats));
        }

        return view;
    }

    private static JsonObject RollOf(VoterRoll roll)
    {
        var units = roll.Units.ToList();
        return new JsonObject
        {
            ["heads"] = roll.Total.Heads, ["area"] = roll.Total.Area.Hundredths, ["unitsCounted"] = units.Count, ["unitsNotCounted"] = roll.UnitsNotCounted,
            ["areaBasis"] = Counts(units.Select(unit => unit.Counted!.Value.Basis.ToString().ToUpperInvariant())),
            ["votersWithSeveralUnits"] = roll.Voters.Count(voter => voter.Units.Count > 1),
            ["coOwnerVoters"] = roll.Voters.Count(voter => voter.IsShared),
        };
    }

    private static JsonObject VoterOf(Voter voter) => new()
    {
        ["key"] = voter.Key, ["building"] = voter.Building, ["area"] = voter.Area.Hundredths,
        ["units"] = new JsonArray([.. voter.Units.Select(unit => JsonValue.Create(unit.Code))]),
    };

    private static JsonObject QuestionOf(string id, QuestionCount count)
    {
        var followed = FiguresOf(count.Followed.Figures);
        followed["addedTo"] = count.Followed.To?.ToString().ToUpperInvariant();
        Put(followed, "added", count.Followed.Weight);
        var view = new JsonObject
        {
            ["id"] = id, ["class"] = count.Class.ToString().ToUpperInvariant(), ["notCounted"] = FiguresOf(count.Statutory), ["followMajority"] = followed,
            ["decidedBy"] = count.DecidedBy == NonReturnPolicy.FollowMajority ? "FOLLOW_MAJORITY" : "NOT_COUNTED", ["passed"] = count.Passed,
            ["shortfall"] = ShortfallOf(count.Shortfall),
        };
        Put(view, "invalid", count.Invalid);
        Put(view, "blank", count.Blank);
        return view;
    }

    private static JsonObject FiguresOf(Figures figures)
    {
        var view = new JsonObject
        {
            ["quorumHeads"] = figures.Quorum.Heads, ["quorumArea"] = figures.Quorum.Area,
            ["approvedHeads"] = figures.Approved.Heads, ["approvedArea"] = figures.Approved.Area, ["passed"] = figures.Passed,
        };
        Put(view, "for", figures.For);
        Put(view, "against", figures.Against);
        Put(view, "abstain", figures.Abstain);
        Put(view, "part", figures.Part);
        return view;
    }

    private static JsonObject ElectionOf(ElectionCount count)
    {
        var view = new JsonObject
        {
            ["seats"] = count.Seats, ["quorumHeads"] = count.Quorum.Heads, ["quorumArea"] = count.Quorum.Area,
            ["candidates"] = new JsonArray([.. count.Candidates.Select(candidate =>
            {
                var one = new JsonObject
                {
                    ["number"] = candidate.Number, ["approvedHeads"] = candidate.Approved.Heads, ["approvedArea"] = candidate.Approved.Area,
                    ["outcome"] = candidate.Outcome switch { CandidateOutcome.Elected => "ELECTED", CandidateOutcome.Alternate => "ALTERNATE", _ => "NOT_ELECTED" },
                };
                Put(one, "for", candidate.For);
                return one;
            })]),
            ["elected"] = Numbers(count.Elected), ["alternates"] = Numbers(count.Alternates), ["vacantSeats"] = count.VacantSeats,
            ["shortfall"] = ShortfallOf(count.Shortfall),
        };
        Put(view, "part", count.Part);
        Put(view, "invalid", count.Invalid);
        Put(view, "blank", count.Blank);
        return view;
    }

    private static JsonObject ShortfallOf(Shortfall shortfall) => new()
    {
        ["headsToQuorum"] = shortfall.ToQuorum.Heads, ["areaToQuorum"] = shortfall.ToQuorum.Area.Hundredths,
        ["buildings"] = new JsonArray([.. shortfall.Buildings.Select(building => new JsonObject
        {
            ["building"] = building.Building, ["voters"] = building.Missing.Heads, ["area"] = building.Missing.Area.Hundredths,
        })]),
    };

    private static void Put(JsonObject view, string name, Weight weight)
    {
        view[$"{name}Heads"] = weight.Heads;
        view[$"{name}Area"] = weight.Area.Hundredths;
    }

    private static JsonArray Numbers(IReadOnlyList<int> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);

    private static JsonObject Counts(IEnumerable<string> words) =>
        new(words.GroupBy(word => word).Select(group => new KeyValuePair<string, JsonNode?>(group.Key, group.Count())));

    private static string Lower(BallotChannel channel) => channel.ToString().ToLowerInvariant();
}
