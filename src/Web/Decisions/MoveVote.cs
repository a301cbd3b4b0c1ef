using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Leads a vote from state to state (domain.md §1.8). What depends on the calendar, opening and closing, the job does by itself.</summary>
internal sealed class MoveVote(LinliDb db, Changes changes, VoteDesk desk, RollKeeper rolls, VoteCounter counter, TreeKeeper tree, WorkCalendars calendars)
{
    private const string Process = nameof(MoveVote);

    /// <summary>To whom an act belongs: those who prepare, or those who supervise.</summary>
    public static Permission NeededFor(DecisionAct act) => act is DecisionAct.Recount or DecisionAct.Challenge or DecisionAct.Uphold or DecisionAct.Revoke
        ? Permission.SeeBallots
        : Permission.PrepareDecisions;

    /// <summary>Acts that have a form of their own.</summary>
    public static bool IsElsewhere(DecisionAct act) => act is DecisionAct.Prepare or DecisionAct.Rewrite or DecisionAct.RaiseObjection;

    /// <summary>Acts that want words.</summary>
    public static bool WantsWords(DecisionAct act) =>
        act is DecisionAct.RecordOpinion or DecisionAct.Recount or DecisionAct.Challenge or DecisionAct.Uphold or DecisionAct.Revoke or DecisionAct.Withdraw;

    public async Task<Outcome<Guid>> Execute(Guid id, VoteStepInput input, ProcessContext context, CancellationToken cancel)
    {
        if (input.Act is not { } act || !Enum.IsDefined(act) || IsElsewhere(act))
        {
            return new NotFound();
        }

        context = context.On($"{id}/{act}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, NeededFor(act), context, cancel) is not { } open)
        {
            return new NotFound();
        }

        if (input.Version is { } seen && seen != open.Vote.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new VoteFaults();
        var words = faults.OptionalText(nameof(input.Words), input.Words, 2000);
        faults.AddIf(WantsWords(act) && words is null, new VoteWordsAreMissing());
        // A step that belongs elsewhere is told first: nothing of it may be prepared.
        faults.Take(DecisionFlow.Decide(open.Vote.State, act));
        if (!faults.Any)
        {
            faults.Take(await Do(open, act, context, cancel));
        }

        if (!faults.Any)
        {
            faults.Take(desk.Move(open, act, context, words));
        }

        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { act, open.Vote.State }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(made => made.SubjectId);
    }

    private async Task<Outcome<Done>> Do(OpenVote open, DecisionAct act, ProcessContext context, CancellationToken cancel)
    {
        var vote = open.Vote;
        var today = ChinaTime.DayOf(context.At);
        switch (act)
        {
            case DecisionAct.PublishNotice:
                vote.NoticedOn = today;
                return VotePeriods.Judge(today, vote.Window, open.Local) is { Count: > 0 } wrong ? Outcome<Done>.Refused(wrong) : await rolls.Draw(open, context, cancel);
            case DecisionAct.CorrectRoll:
                return await rolls.Draw(open, context, cancel);
            case DecisionAct.Open:
                if (context.At < vote.OpensAt)
                {
                    return new VotingHasNotOpened(vote.OpensAt);
                }

                vote.OpenedAt = context.At;
                await rolls.Freeze(open, context, cancel);
                return Done.It;
            case DecisionAct.Close:
                if (vote.Window.Judge(context.At) is not VotingHasClosed)
                {
                    return new VotingRunsUntil(vote.ClosesAt);
                }

                vote.ClosedAt = context.At;
                return Done.It;
            case DecisionAct.PublishResult:
                await Publish(open, today, context, cancel);
                return Done.It;
            case DecisionAct.Recount:
                if (vote.Recounted)
                {
                    return new RecountedAlready();
                }

                vote.Recounted = true;
                return Done.It;
            case DecisionAct.Conclude:
                return vote.ObjectionsUntil is { } until && today <= until ? new ObjectionPeriodRuns(until) : Done.It;
            default:
                return Done.It;
        }
    }

    private async Task Publish(OpenVote open, DateOnly today, ProcessContext context, CancellationToken cancel)
    {
        await Write(open, context, cancel);
        (open.Vote.PublishedAt, open.Vote.ObjectionsUntil) = (context.At, VotePeriods.ObjectionsUntil(today, open.Local, calendars.Now));
    }

    /// <summary>Counts, writes the result to questions and candidates, and signs the head of the whole tree.</summary>
    internal async Task Write(OpenVote open, ProcessContext context, CancellationToken cancel)
    {
        var counted = await counter.Count(open, Scope.Of(context.Actor, Permission.PrepareDecisions), cancel);
        foreach (var (question, count) in open.Questions.Zip(counted.Questions))
        {
            question.Passed = count.Passed;
        }

        foreach (var candidate in await db.Set<Candidate>().Where(c => c.VoteId == open.Vote.Id).ToListAsync(cancel))
        {
            candidate.Outcome = counted.Election?.Candidates.First(c => c.Number == candidate.Number).Outcome;
        }

        if (!await db.Set<TreeHeadRow>().AnyAsync(h => h.VoteId == open.Vote.Id && h.Size == open.Vote.TreeSize, cancel))
        {
            tree.Sign(open.Vote, context);
        }
    }
}
