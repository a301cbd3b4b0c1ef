using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>What the other side says to a proof.</summary>
public sealed record VerdictInput : ChangeInput
{
    public bool? Accepted { get; init; }

    /// <summary>Needed when it is sent back.</summary>
    public string? Note { get; init; }
}

/// <summary>核对: the other side or the community accepts a proof, or sends it back with a reason.</summary>
internal sealed class CheckFulfilment(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(CheckFulfilment);

    public async Task<Outcome<Done>> Execute(Guid proofId, VerdictInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(proofId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var proof = await db.Set<Fulfilment>().FirstOrDefaultAsync(f => f.Id == proofId, cancel);
        var commitment = proof is null ? null : await db.Set<CommitmentMade>().AsNoTracking().SingleAsync(c => c.Id == proof.CommitmentId, cancel);
        if (commitment is null || await desk.Find(commitment.AgreementId, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.Take(Commitment.Check(open.State, commitment.Side, open.Roles, proof!.ProvedBy, context.Actor.PersonId));
        faults.AddIf(proof.Accepted is not null, new ProofIsCheckedAlready());
        faults.AddIf(input.Accepted is null, new ChoiceIsMissing(nameof(input.Accepted)));
        var note = input.Accepted == false
            ? faults.Text(nameof(input.Note), input.Note, 500)
            : faults.OptionalText(nameof(input.Note), input.Note, 500);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (proof.Accepted, proof.Note) = (input.Accepted, note);
        (proof.CheckedBy, proof.CheckedAt) = (context.Actor.PersonId, context.At);
        proof.CheckedAs = $"{context.Actor.Name} · {CapacityNames.ForRecord(context.Actor.Capacity!)}";
        desk.Tell(open, context, input.Accepted == true ? "FulfilmentAccepted" : "FulfilmentReturned", [proof.ProvedBy]);
        return await desk.Save(open, context, Process, new { proof = proofId, input.Accepted }, cancel);
    }
}
