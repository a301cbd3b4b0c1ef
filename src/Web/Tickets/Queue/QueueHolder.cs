using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue;

/// <summary>The filters that a person kept; they go with the person. Templates are the organisation's: that somebody set one is said, its words stay.</summary>
internal sealed class QueueHolder(LinliDb db, IStringLocalizer<QueueWords> words) : IPersonalDataHolder
{
    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var filters = await db.Set<SavedFilter>().AsNoTracking().Where(filter => filter.PersonId == personId).OrderByDescending(filter => filter.MadeAt).ToListAsync(cancel);
        var templates = await db.Set<ResponseTemplate>().AsNoTracking().Where(template => template.SetBy == personId).OrderByDescending(template => template.SetAt).ToListAsync(cancel);
        return
        [
            new HeldCategory(words["Held.Filters"], "tickets.saved_filters", [.. filters.Select(filter => new HeldItem(filter.Name, filter.Words, filter.MadeAt))]),
            new HeldCategory(words["Held.Templates"], "tickets.response_templates", [.. templates.Select(template => new HeldItem(template.Title, null, template.SetAt))]),
        ];
    }

    public Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) => Task.FromResult<IReadOnlyCollection<ErasureObstacle>>([]);

    public Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<SavedFilter>().Where(filter => filter.PersonId == personId).ExecuteDeleteAsync(cancel);
}
