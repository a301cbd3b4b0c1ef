using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>An owner votes online, in the capacity of the unit that was chosen. The audit trail says that a ballot came in, and not from whom.</summary>
internal sealed class CastBallot(LinliDb db, Changes changes, VoteDesk desk, BallotTaker taker)
{
    private const string Process = nameof(CastBallot);

    public async Task<Outcome<Guid>> Execute(Guid id, BallotInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.InConfidence().On(id);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.CastBallots, context, cancel) is not { Vote.IsPublic: true } open
            || await db.Set<RollUnitRow>().AsNoTracking().Where(u => u.VoteId == id && u.UnitId == context.Actor.Capacity!.UnitId).Select(u => u.Code).FirstOrDefaultAsync(cancel) is not { } code)
        {
            return new NotFound();
        }

        if (Missing(open, input) is { Count: > 0 } missing)
        {
            return Outcome<Guid>.Refused(missing);
        }

        var ballot = new Ballot
        {
            Id = context.RequestId.ToString(),
            ReceivedAt = context.At,
            Channel = BallotChannel.Online,
            Unit = code,
            CastBy = context.Actor.PersonId.ToString(),
            Choices = [.. input.Choices.Select(choice => choice!.Value)],
        };
        var taken = await taker.Take(open.Vote, ballot, input.Declared, context, cancel);
        if (!taken.Succeeded(out var row))
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(taken.Refusals);
        }

        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { leaf = row.Leaf }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(made => made.SubjectId);
    }

    // Online every question is answered: leaving one blank is for paper, where nobody can ask.
    private static List<Refusal> Missing(OpenVote open, BallotInput input) =>
    [
        .. open.Questions.Where((_, at) => input.Choices.ElementAtOrDefault(at) is not { } choice || !choice.TakesPart()).Select(question => new ChoicesAreMissing(question.Position)),
        .. input.Choices.Count > open.Questions.Count ? [new ChoicesAreMissing(open.Questions.Count + 1)] : Array.Empty<Refusal>(),
    ];
}
