using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>Empties requests decided long ago; that there was one, and what became of it, stays.</summary>
internal sealed class RequestsOver(LinliDb db) : IRetentionTask
{
    public string Rule => "rights-requests";

    public string Subject => "registry.rights_requests";

    public Task<long> CountOver(DateTimeOffset before, CancellationToken cancel) => Over(before).LongCountAsync(cancel);

    public async Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel) => await Over(before).ExecuteUpdateAsync(
        r => r.SetProperty(x => x.ProposedCipher, (byte[]?)null).SetProperty(x => x.Explanation, (string?)null).SetProperty(x => x.Answer, (string?)null), cancel);

    private IQueryable<RightsRequest> Over(DateTimeOffset before)
    {
        var moment = before.ToUniversalTime();
        return db.Set<RightsRequest>().Where(r => r.State != RightsRequestState.Open && r.DecidedAt < moment
            && (r.ProposedCipher != null || r.Explanation != null || r.Answer != null));
    }
}
