using System.Diagnostics;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;

namespace Linli.Bench;

/// <summary>Counts a million ballots with four questions and an election, as issue 5 asks: in under a second.</summary>
internal static class TallyLoad
{
    private const int Ballots = 1_000_000;
    private const int Questions = 4;

    public static int Run()
    {
        var random = new Random(20_261_121);
        var unit = new RollUnit { Code = "1", Building = "1", Use = UnitUse.Dwelling, State = SaleState.Delivered, Owners = ["O"] };
        var voters = Enumerable.Range(0, Ballots)
            .Select(at => new Voter(at, string.Empty, $"{at / 100}", new Area(random.Next(3_000, 20_000)), [unit], DeliveryProved: true)).ToArray();
        ElectionVote[] marks = [ElectionVote.Blank, ElectionVote.Abstain, new(Choice.For, [1, 3, 5]), new(Choice.For, [2, 4, 5, 6, 8]), new(Choice.For, [7])];
        var ballots = voters.Select(voter => new CountedBallot(
            voter.Index, [.. Enumerable.Range(0, Questions).Select(_ => (Choice)random.Next(5))], marks[random.Next(marks.Length)])).ToArray();
        var thresholds = DecisionRules.BuiltIn[^1].Thresholds;

        // The first count warms the code up.
        for (var round = 0; round < 4; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var tally = new Tally(voters, ballots, thresholds);
            var passed = Enumerable.Range(0, Questions).Count(question => tally.Question(question, DecisionClass.Ordinary, NonReturnPolicy.FollowMajority).Passed);
            var elected = tally.Election(5, [1, 2, 3, 4, 5, 6, 7, 8], 5).Elected.Count;
            Console.WriteLine($"{Ballots:N0} ballots, {Questions} questions, 5 of 8 elected: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms ({passed} passed, {elected} elected)");
        }

        return 0;
    }
}
