using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>Makes a building's sheet void without another in its place.</summary>
internal sealed class VoidSheet(Changes changes, SheetDesk desk)
{
    private const string Process = nameof(VoidSheet);

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

        if (await desk.Current(place, context.Actor, cancel) is not { } current)
        {
            return new NotFound();
        }

        (current.VoidedAt, current.VoidedBy) = (context.At, context.Actor.PersonId);
        return await changes.Save(context, Process, SheetDesk.Subject, current.Id, new { place, version = current.Version }, cancel);
    }
}
