using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>Takes an own request back before it is decided.</summary>
internal sealed class WithdrawRequest(LinliDb db, Changes changes)
{
    private const string Process = "WithdrawRightsRequest";

    public async Task<Outcome<Done>> Execute(Guid id, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await db.Set<RightsRequest>().SingleOrDefaultAsync(r => r.Id == id && r.PersonId == context.Actor.PersonId, cancel) is not { } request)
        {
            return new NotFound();
        }

        var next = RightsRequestFlow.Decide(request.Kind, request.State, RightsRequestAct.Withdraw, null);
        if (!next.Succeeded(out var state))
        {
            return Outcome<Done>.Refused(next.Refusals);
        }

        (request.State, request.DecidedAt, request.ProposedCipher) = (state, context.At, null);
        var saved = await changes.Save(context, Process, nameof(RightsRequest), request.Id, new { state }, cancel);
        return saved.Then(_ => Done.It);
    }
}
