using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>Keeps a filter of the queue under a name, for oneself or for the own organisation too.</summary>
internal sealed class SaveFilter(LinliDb db, Changes changes, IPlaces places)
{
    public const int LongestName = 20;
    private const int LongestWords = 100;
    private const string Process = nameof(SaveFilter);

    public async Task<Outcome<Guid>> Execute(SaveFilterInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(context.Actor.PersonId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (!MyFilters.HasQueue(context.Actor))
        {
            return new NotAllowedInThisCapacity();
        }

        var own = await db.Set<SavedFilter>().Where(filter => filter.PersonId == context.Actor.PersonId).ToListAsync(cancel);
        var faults = new FilterFaults();
        var name = faults.Line(nameof(input.Name), input.Name, LongestName);
        var filter = own.Find(one => one.Name == name);
        var most = QueueLimits.On(ChinaTime.DayOf(context.At)).MostFilters;
        faults.AddIf(filter is null && own.Count >= most, new FiltersAreTooMany(most));
        faults.AddIf(!KeptTabs.Contains(input.Tab), new TabIsNotKept());
        faults.AddIf(input.IsShared && !MayShare(context.Actor), new FilterIsNotSharedByThisPost());
        var category = faults.OptionalLine(nameof(input.Category), input.Category, 40);
        var words = faults.OptionalLine(nameof(input.Words), input.Words, LongestWords);
        // What lies outside the scope is not there.
        if (input.PlaceId is { } place && (await places.Find(place, cancel) is not { } found || !Scope.Of(context.Actor, Permission.ViewTickets).Covers(found.Path)))
        {
            return new NotFound();
        }

        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        if (filter is null)
        {
            db.Add(filter = new SavedFilter { Id = context.RequestId, PersonId = context.Actor.PersonId, Name = name, MadeAt = context.At });
        }

        (filter.Tab, filter.Category, filter.PlaceId, filter.Words) = (input.Tab, category, input.PlaceId, words);
        filter.OrganisationId = input.IsShared ? context.Actor.Capacity!.OrganisationId : null;
        await DefaultFilter.Set(db, own, filter, input.IsDefault, cancel);
        return (await changes.Save(context, Process, "SavedFilter", filter.Id, new { filter.Tab, shared = filter.OrganisationId }, cancel)).Then(saved => saved.SubjectId);
    }

    /// <summary>The tabs that a filter can be of: what is open, what is closed, all.</summary>
    public static readonly IReadOnlyList<QueueTab> KeptTabs =
        [QueueTab.Open, QueueTab.Waiting, QueueTab.Working, QueueTab.Overdue, QueueTab.Rating, QueueTab.Closed, QueueTab.All];

    /// <summary>Who keeps the organisation's templates shares filters with it too.</summary>
    public static bool MayShare(Actor actor) => !Scope.Of(actor, Permission.ManageTemplates).IsNothing && actor.Capacity?.OrganisationId is not null;
}
