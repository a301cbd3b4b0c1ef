using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>A vote, counted from its rows.</summary>
internal sealed record Counted(Tally Tally, IReadOnlyList<QuestionCount> Questions, ElectionCount? Election, IReadOnlyList<BallotRow> Ballots, IReadOnlyList<Voter> Voters);

/// <summary>Counts from the rows and nothing else; the domain's tally does the arithmetic.</summary>
internal sealed class VoteCounter(LinliDb db)
{
    /// <summary>Counts a vote that the caller has found.</summary>
    public async Task<Counted> Count(OpenVote open, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (vote, id) = (open.Vote, open.Vote.Id);
        var voters = RollText.VotersOf(
            await db.Set<VoterRow>().AsNoTracking().Where(v => v.VoteId == id).ToListAsync(cancel),
            await db.Set<RollUnitRow>().AsNoTracking().Where(u => u.VoteId == id && u.Voter != null).ToListAsync(cancel),
            (await db.Set<DeliveryRow>().Where(d => d.VoteId == id).Select(d => d.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal));
        var ballots = await db.Set<BallotRow>().AsNoTracking().Where(b => b.VoteId == id).OrderBy(b => b.Leaf).ToListAsync(cancel);
        var tally = new Tally(voters, [.. ballots.Select(CountedOf)], open.Rules.Thresholds);
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.VoteId == id).Select(c => c.Number).ToListAsync(cancel);
        return new Counted(
            tally,
            [.. open.Questions.Select((question, at) => tally.Question(at, question.Class, vote.NonReturn))],
            vote.Seats is { } seats ? tally.Election(seats, candidates, MostAlternates(seats, open.Local)) : null,
            ballots, voters);
    }

    /// <summary>How many alternates there may be for so many seats, by the rules of the place.</summary>
    public static int MostAlternates(int seats, LocalRules rules) =>
        rules.Share(RuleKey.AlternatesMost) is { } share ? seats * share.Numerator / share.Denominator : seats;

    /// <summary>A ballot as it is counted.</summary>
    public static CountedBallot CountedOf(BallotRow row) => new(row.Voter, ChoicesOf(row.Choices), BallotLeaf.ReadElection(row.Marks, out _));

    /// <summary>The choices of a row.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(string words) =>
        words.Length == 0 ? [] : [.. words.Split(',').Select(word => BallotLeaf.ReadChoice(word) ?? throw new InvalidOperationException($"{word} is no choice."))];
}
