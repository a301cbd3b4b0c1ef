using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Documents;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>A compound with its bodies and all that follows from them on a day.</summary>
internal sealed record Governance
{
    public required Place Place { get; init; }

    public required Compound Compound { get; init; }

    public required IReadOnlyList<GoverningBody> Bodies { get; init; }

    public required DeliveryFigures Figures { get; init; }

    public required LocalRules Rules { get; init; }

    /// <summary>The neighbours' covenant stands among the governing documents and is in force.</summary>
    public required bool HasCovenantText { get; init; }

    public required AssemblyStanding Assembly { get; init; }

    public required GovernanceFacts Facts { get; init; }

    public required NextStep Next { get; init; }

    public GoverningBody? BodyOf(BodyKind kind) => Bodies.FirstOrDefault(b => b.Kind == kind && b.State != BodyState.Dissolved);

    /// <summary>The body that a list shows: the committee before those that stand in for it.</summary>
    public GoverningBody? Leading => Bodies.Where(b => b.State != BodyState.Dissolved).OrderBy(b => b.Kind).FirstOrDefault();
}

/// <summary>Reads the facts of the compounds below a path and judges each by the rules of its place.</summary>
internal sealed class GovernanceReader(LinliDb db)
{
    private sealed record Homes(Guid CompoundId, int AllHomes, int DeliveredHomes, long? AllArea, long? DeliveredArea);

    /// <summary>The compounds of the scope below the path, in the order of their paths.</summary>
    public async Task<IReadOnlyList<Governance>> Below(string path, Scope scope, DateOnly today, CancellationToken cancel)
    {
        var places = await scope.Filter(db.Set<Place>().AsNoTracking(), p => p.Path)
            .Where(p => p.Kind == PlaceKind.Compound && p.Path.StartsWith(path)).OrderBy(p => p.Path).ToListAsync(cancel);
        var pattern = path + "%";
        var below = db.Set<Place>().Where(p => p.Kind == PlaceKind.Compound && p.Path.StartsWith(path)).Select(p => p.Id);
        var compounds = await db.Set<Compound>().AsNoTracking().Where(c => below.Contains(c.PlaceId)).ToDictionaryAsync(c => c.PlaceId, cancel);
        var bodies = (await db.Set<GoverningBody>().AsNoTracking().Where(b => below.Contains(b.CompoundId)).ToListAsync(cancel)).ToLookup(b => b.CompoundId);
        var organisations = (await db.Set<Organisation>().AsNoTracking()
            .Where(o => below.Contains(o.PlaceId) && o.EndedOn == null && (o.Kind == OrganisationKind.OwnersCommittee || o.Kind == OrganisationKind.SelfGovernmentCommittee))
            .Select(o => new { o.PlaceId, o.Kind }).ToListAsync(cancel)).ToLookup(o => o.PlaceId, o => o.Kind);
        // What nobody can own counts for nothing here; parking spaces count only where rules of procedure say so (domain.md §1.2).
        var homes = (await db.Database.SqlQuery<Homes>(
            $"""
            select u.compound_id as "CompoundId", count(*) filter (where u.kind = 'Dwelling')::int as "AllHomes",
                   count(*) filter (where u.kind = 'Dwelling' and u.delivery = 'Delivered')::int as "DeliveredHomes",
                   case when bool_and(coalesce(u.registered_area, u.surveyed_area, u.contract_area) is not null)
                        then sum(coalesce(u.registered_area, u.surveyed_area, u.contract_area))::bigint end as "AllArea",
                   coalesce(sum(coalesce(u.registered_area, u.surveyed_area, u.contract_area)) filter (where u.delivery = 'Delivered'), 0)::bigint as "DeliveredArea"
              from registry.units u join registry.places p on p.id = u.compound_id
             where p.path like {pattern} and u.kind in ('Dwelling', 'Shop') group by u.compound_id
            """).ToListAsync(cancel)).ToDictionary(h => h.CompoundId);
        var covenants = (await db.Set<DocumentVersion>().Where(v => below.Contains(v.CompoundId) && v.Kind == DocumentKind.NeighbourCovenant && v.State == DocumentState.InForce)
            .Select(v => v.CompoundId).ToListAsync(cancel)).ToHashSet();
        return [.. places.Where(p => compounds.ContainsKey(p.Id)).Select(place =>
            Judge(place, compounds[place.Id], [.. bodies[place.Id]], [.. organisations[place.Id]], homes.GetValueOrDefault(place.Id), covenants.Contains(place.Id), today))];
    }

    /// <summary>One compound, or null when it lies outside the scope.</summary>
    public async Task<Governance?> Find(string code, Scope scope, DateOnly today, CancellationToken cancel) =>
        await scope.Filter(db.Set<Place>().AsNoTracking(), p => p.Path).FirstOrDefaultAsync(p => p.Code == code && p.Kind == PlaceKind.Compound, cancel) is { } place
            && await Below(place.Path, scope, today, cancel) is [var compound, ..]
            ? compound
            : null;

    private static Governance Judge(
        Place place, Compound compound, IReadOnlyList<GoverningBody> bodies, IReadOnlyList<OrganisationKind> organisations, Homes? homes, bool hasCovenantText, DateOnly today)
    {
        var rules = JurisdictionProfiles.For(place.Code, today);
        var figures = new DeliveryFigures
        {
            AllArea = homes?.AllArea,
            DeliveredArea = homes?.AllArea is null ? null : homes.DeliveredArea,
            AllHomes = homes?.AllHomes ?? 0,
            DeliveredHomes = homes?.DeliveredHomes ?? 0,
            FirstDelivery = compound.DeliveredOn,
        };
        var assembly = FirstAssembly.Judge(rules, figures, today);
        Body? Of(BodyKind kind) => bodies.FirstOrDefault(b => b.Kind == kind && b.State != BodyState.Dissolved)?.ToBody().AsOf(today);
        var committee = Of(BodyKind.OwnersCommittee);
        var facts = new GovernanceFacts
        {
            Today = today,
            Type = compound.Type,
            Committee = committee,
            HasCommitteeWithoutTerm = committee is null && organisations.Contains(OrganisationKind.OwnersCommittee),
            Interim = Of(BodyKind.InterimCommittee),
            Subgroup = Of(BodyKind.Subgroup),
            // A covenant in force is one, whether or not its adoption was recorded as an act too.
            SelfGovernment = Of(BodyKind.SelfGovernment) is { } self ? self with { HasCovenant = self.HasCovenant || hasCovenantText } : null,
            HasSelfGovernment = organisations.Contains(OrganisationKind.SelfGovernmentCommittee),
            FirstAssembly = assembly.Verdict,
            RoundsUntilInterim = rules.Number(RuleKey.InterimFailedRounds) ?? int.MaxValue,
        };
        return new Governance
        {
            Place = place, Compound = compound, Bodies = bodies, Figures = figures, Rules = rules, Assembly = assembly, Facts = facts, Next = NextSteps.Of(facts),
            HasCovenantText = hasCovenantText,
        };
    }
}
