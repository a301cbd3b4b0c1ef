using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>Issues a sheet for a building or entrance; the sheets that hang there already become void, when somebody tampered with one for example.</summary>
internal sealed class IssueSheet(LinliDb db, Changes changes, SheetDesk desk)
{
    private const string Process = nameof(IssueSheet);

    public async Task<Outcome<Saved>> Execute(Guid place, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(place);
        if (await desk.Place(place, context.Actor, cancel) is null)
        {
            return new NotFound();
        }

        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await desk.Current(place, context.Actor, cancel) is { } current)
        {
            (current.VoidedAt, current.VoidedBy) = (context.At, context.Actor.PersonId);
        }

        var last = await db.Set<PlaceSheet>().Where(s => s.PlaceId == place).MaxAsync(s => (int?)s.Version, cancel) ?? 0;
        db.Add(new PlaceSheet { Id = context.RequestId, PlaceId = place, Version = last + 1, IssuedAt = context.At, IssuedBy = context.Actor.PersonId });
        return await changes.Save(context, Process, SheetDesk.Subject, context.RequestId, new { place, version = last + 1 }, cancel);
    }
}
