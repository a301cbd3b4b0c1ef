using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>A single ballot as it was cast.</summary>
public sealed record BallotSeen(string Unit, DateTimeOffset ReceivedAt, string Channel, IReadOnlyList<Domain.Decisions.Choice> Choices, string Receipt);

/// <summary>Shows a single ballot to those who supervise the count, for a reason; the look is written down before the ballot is shown.</summary>
internal sealed class LookAtBallot(LinliDb db, Changes changes, VoteDesk desk)
{
    private const string Process = nameof(LookAtBallot);

    public async Task<Outcome<BallotSeen>> Execute(Guid id, LookInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{id}/{input.Unit}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.SeeBallots, context, cancel) is null)
        {
            return new NotFound();
        }

        var faults = new VoteFaults();
        var code = PlainText.HalfWidth(input.Unit?.Trim() ?? string.Empty);
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        var found = await (
            from unit in db.Set<RollUnitRow>()
            join row in db.Set<BallotRow>() on new { unit.VoteId, unit.Voter } equals new { row.VoteId, Voter = (int?)row.Voter }
            where unit.VoteId == id && unit.Code == code
            select row).AsNoTracking().FirstOrDefaultAsync(cancel);
        faults.AddIf(found is null, new NoBallotOfThisUnit());
        if (faults.Any)
        {
            return Outcome<BallotSeen>.Refused(faults.All);
        }

        if (await changes.HandledBefore(context, Process, cancel) is null)
        {
            db.Add(new BallotLook { Id = Guid.CreateVersion7(context.At), VoteId = id, Code = code, ByPerson = context.Actor.PersonId, ByCapacity = VoteDesk.Acting(context), Reason = reason, At = context.At });
            var saved = await changes.Save(context with { Reason = reason }, Process, VoteDesk.Subject, id, new { code }, cancel);
            if (saved.IsRefused)
            {
                return Outcome<BallotSeen>.Refused(saved.Refusals);
            }

            await transaction.CommitAsync(cancel);
        }

        return new BallotSeen(code, found!.ReceivedAt, found.Channel.ToString(), VoteCounter.ChoicesOf(found.Choices), found.Receipt);
    }
}
