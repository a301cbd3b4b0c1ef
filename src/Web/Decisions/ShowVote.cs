using Linli.Domain.Decisions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>A vote as everybody sees it: while voting runs how much came in and from where something is missing, never what was chosen; afterwards the result.</summary>
internal sealed class ShowVote(LinliDb db, VoteReader reader, VoteCounter counter)
{
    public async Task<VoteView?> Execute(Guid id, Actor? actor, CancellationToken cancel)
    {
        var scope = VoteReader.ScopeOf(actor);
        if (await reader.Find(id, scope, cancel) is not { } open)
        {
            return null;
        }

        var (vote, staff) = (open.Vote, scope.Covers(open.Compound.Path));
        var counted = vote.IsPublished ? await counter.Count(open, scope, cancel) : null;
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.VoteId == id).OrderBy(c => c.Number).ToListAsync(cancel);
        var steps = await db.Set<VoteStep>().AsNoTracking().Where(s => s.VoteId == id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancel);
        var heads = await db.Set<TreeHeadRow>().AsNoTracking().Where(h => h.VoteId == id).OrderBy(h => h.Size).ToListAsync(cancel);
        var started = vote.OpenedAt is not null || vote.Imported;
        var received = started ? await reader.Received(vote, scope, cancel) : Weight.Zero;
        var roll = vote.RollHeads is { } all ? new Weight(all, new Domain.Kernel.Area(vote.RollArea!.Value)) : (Weight?)null;
        return new VoteView
        {
            Id = id,
            Title = vote.Title,
            Background = vote.Background,
            CompoundId = vote.CompoundId,
            CompoundCode = open.Compound.Code,
            Compound = open.Compound.Name,
            State = vote.State,
            OpensAt = vote.OpensAt,
            ClosesAt = vote.ClosesAt,
            NonReturn = vote.NonReturn,
            CountParking = vote.CountParking,
            MostPrincipals = vote.MostPrincipals,
            Questions = [.. open.Questions.Select((question, at) => View(open, question, counted?.Questions[at]))],
            Candidates = [.. candidates.Select(c => new CandidateView(
                c.Number, c.Name, counted?.Election?.Candidates.FirstOrDefault(one => one.Number == c.Number) is { } found ? WeightView.Of(found.For) : null, vote.IsPublished ? c.Outcome : null))],
            Seats = vote.Seats,
            Roll = roll is { } whole ? WeightView.Of(whole) : null,
            Received = started ? WeightView.Of(received) : null,
            ToQuorum = started && roll is { } total ? WeightView.Of(received.MissingTo(open.Rules.Thresholds.Quorum, total)) : null,
            Buildings = started && !vote.IsPublished ? await Missing(id, scope, cancel) : [],
            RollHash = vote.RollHash,
            Heads = [.. heads.Select(head => new TreeHeadView(head.Size, Convert.ToHexStringLower(head.Root), head.At, Convert.ToHexStringLower(head.Signature)))],
            PublishedAt = vote.PublishedAt,
            ObjectionsUntil = vote.ObjectionsUntil,
            // Objections and reasons may name people: their words are for those who handle them.
            Steps = [.. steps.Where(step => staff || step.Act is not DecisionAct.RaiseObjection).Select(step => new StepView(step.Act, step.At, step.ActedAs, staff ? step.Words : null))],
            Opinion = steps.LastOrDefault(step => step.Act == DecisionAct.RecordOpinion)?.Words,
            Version = vote.Version,
            Acts = [.. DecisionFlow.ActsOpenIn(vote.State).Where(act => !MoveVote.IsElsewhere(act) && actor is not null && Scope.Of(actor, MoveVote.NeededFor(act)).Covers(open.Compound.Path))],
        };
    }

    private static QuestionView View(OpenVote open, Question question, QuestionCount? count)
    {
        var matter = open.Rules.Find(question.Matter)!;
        return new QuestionView
        {
            Number = question.Position,
            Matter = question.Matter,
            MatterTitle = matter.Title,
            Class = question.Class,
            Title = question.Title,
            Text = question.Text,
            Amount = question.Amount,
            Source = matter.Source.Text,
            Plain = matter.Plain,
            Verification = matter.Source.Verification,
            Passed = count is null ? null : question.Passed,
            Statutory = count is null ? null : FiguresView.Of(count.Statutory),
            Followed = count is null || open.Vote.NonReturn == NonReturnPolicy.NotCounted ? null : FiguresView.Of(count.Followed.Figures),
            Blank = count is null ? null : WeightView.Of(count.Blank),
            Invalid = count is null ? null : WeightView.Of(count.Invalid),
        };
    }

    private async Task<IReadOnlyList<BuildingView>> Missing(Guid id, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var rows = await db.Set<VoterRow>().AsNoTracking().Where(v => v.VoteId == id && !db.Set<BallotRow>().Any(b => b.VoteId == id && b.Voter == v.Index))
            .GroupBy(v => v.Building).Select(group => new { group.Key, Heads = group.LongCount(), Area = group.Sum(v => v.Area) }).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Key, UnitCodeOrder.It).Select(row => new BuildingView(row.Key, new WeightView(row.Heads, row.Area)))];
    }
}
