using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Takes a commitment out of a draft.</summary>
internal sealed class RemoveCommitment(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(RemoveCommitment);

    public async Task<Outcome<Done>> Execute(Guid commitmentId, PlainInput input, ProcessContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(input);
        context = context.On(commitmentId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var commitment = await db.Set<CommitmentMade>().FirstOrDefaultAsync(c => c.Id == commitmentId, cancel);
        if (commitment is null || await desk.Find(commitment.AgreementId, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var decided = AgreementFlow.Decide(open.State, AgreementAct.Change, open.Roles);
        if (decided.IsRefused)
        {
            return Outcome<Done>.Refused(decided.Refusals);
        }

        db.Remove(commitment);
        AgreementDesk.Unsign(open.Agreement);
        return await desk.Save(open, context, Process, new { commitment = commitmentId }, cancel);
    }
}
