using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>What shows that a commitment was kept.</summary>
public sealed record ProofInput : ChangeInput
{
    public DateOnly? DoneOn { get; init; }

    public string? Report { get; init; }

    /// <summary>Uploaded photos that nothing has taken up yet.</summary>
    public IReadOnlyList<Guid>? Photos { get; init; }
}

/// <summary>履约证明: the party that owes shows that it has kept its commitment; the other side is asked to check it.</summary>
internal sealed class ProveFulfilment(LinliDb db, Changes changes, AgreementDesk desk, WorkPhotos photos)
{
    public const string Subject = "Fulfilment";

    private const string Process = nameof(ProveFulfilment);

    public async Task<Outcome<Guid>> Execute(Guid commitmentId, ProofInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(commitmentId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return context.RequestId;
        }

        var commitment = await db.Set<CommitmentMade>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == commitmentId, cancel);
        if (commitment is null || await desk.Find(commitment.AgreementId, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.Take(Commitment.Prove(open.State, commitment.Side, open.Roles));
        faults.AddIf(await db.Set<Fulfilment>().AnyAsync(f => f.CommitmentId == commitmentId && f.Accepted != false, cancel), new CommitmentIsProvedAlready());
        var proof = new Fulfilment
        {
            Id = context.RequestId,
            CommitmentId = commitmentId,
            DoneOn = faults.Day(nameof(input.DoneOn), input.DoneOn, open.Today),
            Report = faults.Text(nameof(input.Report), input.Report, 2000),
            ProvedBy = context.Actor.PersonId,
            ProvedAt = context.At,
        };
        faults.AddIf(proof.DoneOn > open.Today, new WorkLiesInTheFuture(nameof(input.DoneOn)));
        faults.AddIf(input.DoneOn is not null && proof.DoneOn < open.Agreement.StartsOn, new EndLiesBeforeBeginning(nameof(input.DoneOn)));
        await photos.TakeUp(input.Photos ?? [], Subject, proof.Id, context, faults, cancel);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        proof.ProvedAs = $"{context.Actor.Name} · {CapacityNames.ForRecord(context.Actor.Capacity!)}";
        db.Add(proof);
        await desk.Tell(open, context, "FulfilmentToCheck", cancel, commitment.Side == AgreementSide.First ? AgreementSide.Second : AgreementSide.First);
        var saved = await desk.Save(open, context, Process, new { commitment = commitmentId, proof = proof.Id }, cancel);
        return saved.Then(_ => proof.Id);
    }
}
