using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>The public ledger of a vote whose result is published; for everybody (docs/decisions/0030-the-public-ledger.md).</summary>
internal sealed class BuildLedger(LinliDb db, IPlaces places, VoteCounter counter, TreeKeeper tree)
{
    /// <summary>The file's text; null before the result is published.</summary>
    public async Task<string?> Execute(Guid id, Actor? actor, CancellationToken cancel)
    {
        var scope = VoteReader.ScopeOf(actor);
        var vote = await db.Set<Vote>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.PublishedAt != null, cancel);
        if (vote is null || await places.Find(vote.CompoundId, cancel) is not { } compound)
        {
            return null;
        }

        var questions = await db.Set<Question>().AsNoTracking().Where(q => q.VoteId == id).OrderBy(q => q.Position).ToListAsync(cancel);
        var open = new OpenVote(vote, compound, JurisdictionProfiles.Find(vote.LocalRules)!, DecisionRules.OfStamp(vote.Rules)!, questions);
        var counted = await counter.Count(open, scope, cancel);
        var rows = await db.Set<VoterRow>().AsNoTracking().Where(v => v.VoteId == id).OrderBy(v => v.Entry).ToListAsync(cancel);
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.VoteId == id).OrderBy(c => c.Number).ToListAsync(cancel);
        var heads = await db.Set<TreeHeadRow>().AsNoTracking().Where(h => h.VoteId == id).OrderBy(h => h.Size).ToListAsync(cancel);
        var entryOf = rows.ToDictionary(row => row.Index, row => row.Entry!.Value);
        var ledger = new PublicLedger
        {
            Vote = id,
            Title = vote.Title,
            Compound = compound.Name,
            Window = vote.Window,
            RollHash = vote.RollHash!,
            Thresholds = open.Rules.Thresholds,
            NonReturn = vote.NonReturn,
            Questions = [.. questions.Select(question => new LedgerQuestion(question.Matter, question.Class, question.Title))],
            Election = vote.Seats is { } seats ? new LedgerElection(seats, VoteCounter.MostAlternates(seats, open.Local), [.. candidates.Select(c => c.Number)]) : null,
            PublicKey = tree.PublicKey,
            Entries = [.. rows.Select(row => new RollEntry(row.Commitment!, counted.Voters[row.Index].DeliveryProved))],
            Heads = [.. heads.Select(head => new SignedHead(new TreeHead(id, vote.EntriesHash!, head.Size, head.Root, head.At), head.Signature))],
            Ballots = [.. counted.Ballots.Select(ballot => new LedgerBallot(entryOf[ballot.Voter], ballot.Salt, VoteCounter.ChoicesOf(ballot.Choices), BallotLeaf.ReadElection(ballot.Marks, out _)))],
            Openings = new Dictionary<LedgerGroup, Opening>(),
            Passed = [.. questions.Select(question => question.Passed == true)],
            Outcomes = candidates.ToDictionary(candidate => candidate.Number, candidate => candidate.Outcome ?? CandidateOutcome.NotElected),
        };
        return LedgerWriter.Write(ledger with
        {
            Openings = ledger.Groups().ToDictionary(group => group, group => Opening.Of(ledger.EntriesOf(group).Select(entry => (new Area(rows[entry].Area), rows[entry].Blind!)))),
        });
    }
}
