using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Alliances;

/// <summary>Why an agreement is given up.</summary>
public sealed record ClosingInput : ChangeInput
{
    public string? Reason { get; init; }
}

/// <summary>终止: gives up a draft, or terminates what was signed before its term is over.</summary>
internal sealed class CloseAgreement(Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(CloseAgreement);

    public async Task<Outcome<Done>> Execute(Guid id, ClosingInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await desk.Find(id, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var act = open.State == AgreementState.Draft ? AgreementAct.Discard : AgreementAct.Terminate;
        var decided = AgreementFlow.Decide(open.State, act, open.Roles);
        faults.Take(decided);
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        open.Agreement.State = decided.Value;
        (open.Agreement.ClosedOn, open.Agreement.CloseReason) = (open.Today, reason);
        await desk.Tell(open, context, "AgreementClosed", cancel, AgreementSide.First, AgreementSide.Second);
        return await desk.Save(open, context with { Reason = reason }, Process, new { act }, cancel);
    }
}
