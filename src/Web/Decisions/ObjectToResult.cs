using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Decisions;

/// <summary>An owner objects to a published result while objections are heard.</summary>
internal sealed class ObjectToResult(LinliDb db, Changes changes, VoteDesk desk)
{
    private const string Process = nameof(ObjectToResult);

    public async Task<Outcome<Guid>> Execute(Guid id, ObjectionInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.CastBallots, context, cancel) is not { Vote.IsPublished: true } open)
        {
            return new NotFound();
        }

        var faults = new VoteFaults();
        var words = faults.Text(nameof(input.Words), input.Words, 2000);
        faults.AddIf(open.Vote.ObjectionsUntil is { } until && ChinaTime.DayOf(context.At) > until, new ObjectionPeriodIsOver(open.Vote.ObjectionsUntil ?? default));
        if (!faults.Any)
        {
            faults.Take(desk.Move(open, DecisionAct.RaiseObjection, context, words));
        }

        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { open.Vote.CompoundId }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(made => made.SubjectId);
    }
}
