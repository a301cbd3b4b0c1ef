using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>Deletes a filter of one's own; whoever was offered it has it no more.</summary>
internal sealed class RemoveFilter(LinliDb db, Changes changes)
{
    private const string Process = nameof(RemoveFilter);

    public async Task<Outcome<Done>> Execute(FilterInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.FilterId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (!MyFilters.HasQueue(context.Actor))
        {
            return new NotAllowedInThisCapacity();
        }

        if (await db.Set<SavedFilter>().SingleOrDefaultAsync(filter => filter.Id == input.FilterId && filter.PersonId == context.Actor.PersonId, cancel) is not { } filter)
        {
            return new NotFound();
        }

        db.Remove(filter);
        return (await changes.Save(context, Process, "SavedFilter", filter.Id, new { filter.Tab }, cancel)).Then(_ => Done.It);
    }
}
