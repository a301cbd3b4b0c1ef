using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>What one side promises, until when, and by what it is measured.</summary>
public sealed record CommitmentInput : ChangeInput
{
    /// <summary>The side that owes it.</summary>
    public AgreementSide? Side { get; init; }

    public string? Promise { get; init; }

    /// <summary>By what one sees that it is kept.</summary>
    public string? Measure { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>Puts a commitment into a draft.</summary>
internal sealed class AddCommitment(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(AddCommitment);

    public async Task<Outcome<Guid>> Execute(Guid agreementId, CommitmentInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(agreementId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return context.RequestId;
        }

        if (await desk.Find(agreementId, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.Take(AgreementFlow.Decide(open.State, AgreementAct.Change, open.Roles));
        var commitment = new CommitmentMade
        {
            Id = context.RequestId,
            AgreementId = agreementId,
            Side = faults.Choice(nameof(input.Side), input.Side),
            Promise = faults.Text(nameof(input.Promise), input.Promise, 500),
            Measure = faults.Line(nameof(input.Measure), input.Measure, 200),
            DueOn = faults.Day(nameof(input.DueOn), input.DueOn, open.Today),
        };
        if (input.DueOn is not null && AgreementRules.DueFault(commitment.DueOn, open.Agreement.StartsOn, open.Agreement.EndsOn) is { } fault)
        {
            faults.Add(fault);
        }

        var there = await db.Set<CommitmentMade>().Where(c => c.AgreementId == agreementId).Select(c => c.Position).ToListAsync(cancel);
        faults.AddIf(there.Count >= AgreementRules.MostCommitments, new CommitmentsAreTooMany(AgreementRules.MostCommitments));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        commitment.Position = there.Count == 0 ? 1 : there.Max() + 1;
        db.Add(commitment);
        AgreementDesk.Unsign(open.Agreement);
        var saved = await desk.Save(open, context, Process, new { commitment = commitment.Id, commitment.Side, commitment.DueOn }, cancel);
        return saved.Then(_ => commitment.Id);
    }
}
