using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Whether a Party organisation may stand below another one, asked of Domain's table.</summary>
internal sealed class PartyPlacement(LinliDb db)
{
    /// <summary>Notes why it may not. The one above is of the own scope, or covers it: a community's committee hangs below its subdistrict's.</summary>
    public async Task Check(OrganisationKind kind, Place place, Guid? parentId, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        var child = new PartyNode(kind, new PlacePath(place.Path));
        if (parentId is null)
        {
            Note(PartyTree.CheckParent(child, null), faults);
            return;
        }

        var parent = await Above(parentId.Value, place, context, cancel);
        faults.AddIf(parent is null, new OrganisationAboveIsNotKnown());
        if (parent is not null)
        {
            Note(PartyTree.CheckParent(child, parent), faults);
        }
    }

    /// <summary>Two who move organisations at once wait for each other, or the two might come to stand below each other.</summary>
    public async Task CheckCircle(Guid child, Guid newParent, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.ManageParty).IsNothing)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync($"lock table registry.organisations in share row exclusive mode", cancel);
        var parentOf = await db.Set<Organisation>().AsNoTracking()
            .Where(o => OrganisationKinds.OfTheParty.Contains(o.Kind)).ToDictionaryAsync(o => o.Id, o => o.ParentId, cancel);
        faults.AddIf(PartyTree.WouldStandBelowItself(child, newParent, parentOf), new PartyOrganisationWouldStandBelowItself());
    }

    private async Task<PartyNode?> Above(Guid id, Place below, ProcessContext context, CancellationToken cancel)
    {
        var found = await (
            from organisation in db.Set<Organisation>().OpenOn(ChinaTime.DayOf(context.At))
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where organisation.Id == id && OrganisationKinds.OfTheParty.Contains(organisation.Kind)
            select new { organisation.Kind, place.Path }).FirstOrDefaultAsync(cancel);
        var path = found is null ? default : new PlacePath(found.Path);
        return found is not null && (Scope.Of(context.Actor, Permission.ViewRegistry).Covers(path) || path.Covers(new PlacePath(below.Path)))
            ? new PartyNode(found.Kind, path)
            : null;
    }

    private static void Note(IReadOnlyList<Refusal> refusals, Faults faults)
    {
        foreach (var refusal in refusals)
        {
            faults.Add(refusal);
        }
    }
}

/// <summary>The organisation above is not to be seen from here, or has been dissolved.</summary>
public sealed record OrganisationAboveIsNotKnown : Refusal
{
    public override string? Field => "ParentId";
}
