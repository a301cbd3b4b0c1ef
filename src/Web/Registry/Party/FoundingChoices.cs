using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>What can be founded at a place, below which organisations, and what the number of members suggests.</summary>
public sealed record FoundingView
{
    public required PlaceLink Place { get; init; }

    /// <summary>Members who own or live here, or belong to the place's organisations; a count, no names.</summary>
    public required int Members { get; init; }

    public required FoundingForm Advice { get; init; }

    public required IReadOnlyList<PartyParentChoice> Parents { get; init; }

    /// <summary>Companies and committees whose organisation may be founded.</summary>
    public required IReadOnlyList<Choice> Bodies { get; init; }
}

/// <summary>An organisation that others may stand below.</summary>
public sealed record PartyParentChoice(Guid Id, OrganisationKind Kind, string Name);

internal sealed class FoundingChoices(LinliDb db, TimeProvider clock)
{
    private const int Most = 500;

    public async Task<FoundingView?> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        code ??= await db.Places(actor, Permission.ManageParty).OrderBy(p => p.Path.Length).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        if (await db.PlaceByCode(code, actor, Permission.ManageParty, cancel) is not { } place)
        {
            return null;
        }

        var members = place.Kind >= PlaceKind.Compound ? await MembersAt(place.Path, cancel) : 0;
        return new FoundingView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, true),
            Members = members,
            Advice = PartyRules.Founding.For(members),
            Parents = await Parents(place.Path, actor, cancel),
            Bodies = await db.Organisations(actor, Permission.ViewRegistry).OpenOn(ChinaTime.DayOf(clock.GetUtcNow()))
                .Where(o => o.Kind == OrganisationKind.PropertyCompany || o.Kind == OrganisationKind.OwnersCommittee)
                .OrderBy(o => o.Kind).ThenBy(o => EF.Functions.Collate(o.Name, NaturalOrder.Collation)).ThenBy(o => o.Id).Take(Most)
                .Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancel),
        };
    }

    /// <summary>What an organisation may be moved below: those that its kind may stand under, itself left out.</summary>
    public async Task<IReadOnlyList<Choice>?> ParentsFor(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from organisation in db.PartyOrganisations(actor, Permission.ManageParty).OpenOn(ChinaTime.DayOf(clock.GetUtcNow()))
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where organisation.Id == id
            select new { organisation.Kind, place.Path }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var rule = PartyTree.RuleOf(found.Kind);
        return [.. (await Parents(found.Path, actor, cancel)).Where(p => p.Id != id && rule.Parents.Contains(p.Kind)).Select(p => new Choice(p.Id, p.Name))];
    }

    // Members known to live or own here: whether they are full members only their branch knows.
    private async Task<int> MembersAt(string path, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var compounds = db.Set<Place>().Where(p => p.Path.StartsWith(path)).Select(p => p.Id);
        var units = db.Set<Unit>().Where(u => compounds.Contains(u.PlaceId)).Select(u => u.Id);
        return await db.Set<Person>().CountAsync(
            p => p.PartyMember
                && (db.Set<Ownership>().Any(o => o.PersonId == p.Id && units.Contains(o.UnitId) && Terms.NotOver(o.Until, today))
                    || db.Set<Residency>().Any(r => r.PersonId == p.Id && units.Contains(r.UnitId) && Terms.NotOver(r.Until, today))),
            cancel);
    }

    // Those in the own scope, and those of the places above: a community's committee hangs below its subdistrict's.
    private async Task<IReadOnlyList<PartyParentChoice>> Parents(string path, Actor actor, CancellationToken cancel)
    {
        var above = Posts.PathsAbove(path);
        var own = db.PartyOrganisations(actor, Permission.ManageParty).Select(o => o.Id);
        return await (
            from organisation in db.Set<Organisation>().OpenOn(ChinaTime.DayOf(clock.GetUtcNow()))
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where OrganisationKinds.OfTheParty.Contains(organisation.Kind)
                && (own.Contains(organisation.Id) || above.Contains(place.Path))
            orderby place.Path.Length, organisation.Name, organisation.Id
            select new PartyParentChoice(organisation.Id, organisation.Kind, organisation.Name)).Take(Most).ToListAsync(cancel);
    }
}
