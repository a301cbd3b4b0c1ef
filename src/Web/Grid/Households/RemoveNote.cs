using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Households;

/// <summary>Removes a note, for good.</summary>
internal sealed class RemoveNote(LinliDb db, ShowHousehold households, Changes changes)
{
    private const string Process = nameof(RemoveNote);

    public async Task<Outcome<Done>> Execute(string unitCode, Guid noteId, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(noteId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var note = await households.Kept(unitCode, context.Actor, cancel) is { } kept
            ? await db.Set<HouseholdNote>().FirstOrDefaultAsync(n => n.Id == noteId && n.UnitId == kept.UnitId && n.Role == kept.Role, cancel) : null;
        if (note is null)
        {
            return new NotFound();
        }

        db.Remove(note);
        var saved = await changes.Save(context, Process, "HouseholdNote", noteId, new { note.UnitId }, cancel);
        return saved.Then(_ => Done.It);
    }
}
