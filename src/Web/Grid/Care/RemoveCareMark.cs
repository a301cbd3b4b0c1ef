using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Care;

/// <summary>Removes a care mark, for good.</summary>
internal sealed class RemoveCareMark(LinliDb db, CareDesk desk, Changes changes)
{
    private const string Process = nameof(RemoveCareMark);

    public async Task<Outcome<Done>> Execute(string unitCode, Guid markId, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(markId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var mark = await desk.Find(unitCode, context.Actor, cancel) is { } household
            ? await db.Set<CareMark>().FirstOrDefaultAsync(m => m.Id == markId && m.UnitId == household.UnitId, cancel) : null;
        if (mark is null)
        {
            return new NotFound();
        }

        db.Remove(mark);
        var saved = await changes.Save(context, Process, "CareMark", markId, new { mark.UnitId }, cancel);
        return saved.Then(_ => Done.It);
    }
}
