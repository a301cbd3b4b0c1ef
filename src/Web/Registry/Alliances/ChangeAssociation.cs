using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Changes what is told of an association; kind and place stay. One that was registered as a plain organisation gets its facts so.</summary>
internal sealed class ChangeAssociation(LinliDb db, Changes changes)
{
    private const string Process = nameof(ChangeAssociation);

    public async Task<Outcome<Done>> Execute(Guid id, AssociationInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await db.LivingAssociation(id, context.Actor, cancel) is not { } organisation)
        {
            return new NotFound();
        }

        var association = await db.Set<Association>().FirstOrDefaultAsync(a => a.OrganisationId == id, cancel);
        if (input.Version is { } shown && shown != (association?.Version ?? 0))
        {
            return new ChangedMeanwhile();
        }

        var faults = new Faults();
        var name = faults.Line(nameof(input.Name), input.Name, 100);
        var shortName = faults.OptionalLine(nameof(input.ShortName), input.ShortName, 30) ?? (name.Length <= 30 ? name : name[..30]);
        if (association is null)
        {
            db.Add(association = new Association { OrganisationId = id });
        }

        RegisterAssociation.Apply(association, input, ChinaTime.DayOf(context.At), faults);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Done>.Refused(faults.All);
        }

        var before = new { organisation.Name };
        (organisation.Name, organisation.ShortName, organisation.Initials) = (name, shortName, PinyinInitials.Of(name));
        var saved = await changes.Save(context, Process, "Organisation", id, new { before }, cancel);
        return saved.Then(_ => Done.It);
    }
}
