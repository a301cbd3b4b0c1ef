using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>The own queue opens with this filter, or, asked again, with what needs the person.</summary>
internal sealed class ChooseDefaultFilter(LinliDb db, Changes changes)
{
    private const string Process = nameof(ChooseDefaultFilter);

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

        var own = await db.Set<SavedFilter>().Where(filter => filter.PersonId == context.Actor.PersonId).ToListAsync(cancel);
        if (own.Find(filter => filter.Id == input.FilterId) is not { } chosen)
        {
            return new NotFound();
        }

        await DefaultFilter.Set(db, own, chosen, !chosen.IsDefault, cancel);
        return (await changes.Save(context, Process, "SavedFilter", chosen.Id, new { chosen.IsDefault }, cancel)).Then(_ => Done.It);
    }
}
