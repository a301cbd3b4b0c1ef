using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>Takes a request in: with its deadline, for the clerks of the place, who are told.</summary>
internal sealed class RequestDesk(LinliDb db, Changes changes, IPosts posts, Notifier notifier, WorkCalendars calendars)
{
    private const string Process = "AskForRights";

    public async Task<Outcome<Guid>> Open(RightsRequest request, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await db.Set<RightsRequest>().AnyAsync(
            r => r.PersonId == request.PersonId && r.State == RightsRequestState.Open && r.Kind == request.Kind && r.Field == request.Field && r.Scope == request.Scope, cancel))
        {
            return new RightsRequestIsOpenAlready();
        }

        request.Id = context.RequestId;
        request.PlaceId = await PlaceOf(context.Actor, cancel);
        request.AskedAt = context.At;
        request.DueAt = RequestDeadlines.On(request.Kind, ChinaTime.DayOf(context.At)).DueAfter(context.At, calendars.Now).ToUniversalTime();
        db.Add(request);
        var clerks = await posts.HoldersAt(request.PlaceId, Permission.HandlePersonalDataRequests, cancel);
        notifier.Tell(
            clerks.Select(clerk => clerk.PersonId).Where(clerk => clerk != request.PersonId), "RightsRequestAsked", [], $"/privacy/requests/{request.Id}", context.At);
        var saved = await changes.Save(context, Process, nameof(RightsRequest), request.Id, new { request.Kind, request.Field, request.Scope }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    // Somebody without a capacity is still known where the last one was.
    private async Task<Guid> PlaceOf(Actor actor, CancellationToken cancel) => actor.Capacity?.PlaceId
        ?? await db.Database.SqlQuery<Guid?>(
            $"""select place_id as "Value" from registry.capacities where person_id = {actor.PersonId} order by to_day desc nulls first, id limit 1""").FirstOrDefaultAsync(cancel)
        ?? await db.Set<Place>().Where(p => p.ParentId == null).Select(p => p.Id).SingleAsync(cancel);
}
