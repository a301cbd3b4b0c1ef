using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Changes what is known of a compound; refused when somebody changed it since it was shown.</summary>
internal sealed class ChangeCompound(LinliDb db, Changes changes)
{
    private const string Process = nameof(ChangeCompound);

    public async Task<Outcome<Done>> Execute(string code, CompoundInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(code);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var place = await db.PlaceByCode(code, context.Actor, Permission.ManageRegistry, cancel);
        var compound = place is null ? null : await db.Set<Compound>().Include(c => c.Place).FirstOrDefaultAsync(c => c.PlaceId == place.Id, cancel);
        if (compound is null)
        {
            return new NotFound();
        }

        if (input.Version is { } shown && shown != compound.Version)
        {
            return new ChangedMeanwhile();
        }

        var before = new { compound.Place.Name, compound.Type, compound.Households, compound.Residents };
        var faults = new Faults();
        var name = CompoundFacts.Apply(compound, input, ChinaTime.DayOf(context.At), faults);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Done>.Refused(faults.All);
        }

        compound.Place.Name = compound.Place.OfficialName = name;
        compound.Place.Initials = PinyinInitials.Of(name);
        var saved = await changes.Save(context, Process, "Compound", compound.PlaceId, new { before }, cancel);
        return saved.Then(_ => Done.It);
    }
}
