using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

internal sealed record BodyFound(Guid Id, OrganisationKind Kind, string ShortName, IReadOnlyList<PlacePath> Serves);

/// <summary>A post, or a Party membership where the kind of post is null.</summary>
internal sealed record SeatFound(Guid PersonId, string PersonName, bool PartyMember, Guid OrganisationId, OrganisationKind Kind, string? PostKind, PlacePath Path)
{
    public bool IsHead => PostKinds.Find(PostKind)?.IsHead == true;

    public Seat AsSeat() => new(PersonId, Kind, IsHead, PostKind is not null);

    public SeatOfPost AsPost(IReadOnlyDictionary<Guid, BodyFound> bodies) => new(PostKind!, Kind, Path, bodies[OrganisationId].Serves);
}

internal sealed record SeatsFound(IReadOnlyList<BodyFound> Organisations, IReadOnlyList<SeatFound> Seats);

/// <summary>Reads who sits where today.</summary>
internal sealed class SeatReader(LinliDb db, TimeProvider clock)
{
    private const int MostColumns = 40;

    /// <summary>The organisations of the place, those that serve it, and those of its community in which the same people sit.</summary>
    public async Task<SeatsFound> Read(Place place, bool withMembers, Actor actor, CancellationToken cancel, bool whole = false)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var scope = Scope.Of(actor, Permission.ViewRegistry);
        var here = scope.Filter(db.Set<Place>(), p => p.Path).Where(p => p.Id == place.Id || (place.Kind == PlaceKind.Compound && p.Path.StartsWith(place.Path))).Select(p => p.Id);
        var serving = db.Set<Service>().Where(s => s.CompoundId == place.Id && Terms.Holds(s.StartsOn, s.EndsOn, today)).Select(s => s.OrganisationId);
        var own = await db.Set<Organisation>().OpenOn(today).AsNoTracking()
            .Where(o => o.Kind != OrganisationKind.Developer && (here.Contains(o.PlaceId) || serving.Contains(o.Id)))
            .Where(o => o.Kind != OrganisationKind.PropertyCompany || place.Kind == PlaceKind.Compound)
            .Select(o => o.Id).ToListAsync(cancel);

        // A company's people of other places have nothing to do with this one.
        var covering = Posts.PathsAbove(place.Path);
        var people = await Held(own, today).Where(x => x.Path.StartsWith(place.Path) || covering.Contains(x.Path)).Select(x => x.PersonId).Distinct().ToListAsync(cancel);
        var near = await (
            from post in db.Set<PostHeld>().HeldOn(today)
            join organisation in db.Set<Organisation>().OpenOn(today) on post.OrganisationId equals organisation.Id
            join at in db.Set<Place>() on organisation.PlaceId equals at.Id
            where people.Contains(post.PersonId) && !own.Contains(organisation.Id)
                && (at.Path.StartsWith(place.Path) || covering.Contains(at.Path))
            select organisation.Id).Distinct().ToListAsync(cancel);

        var all = own.Concat(near).ToList();
        var bodies = await Bodies(all, today, whole ? int.MaxValue : MostColumns, cancel);
        var shown = bodies.Select(body => body.Id).ToList();
        var seats = (await Held(shown, today).Where(x => x.Path.StartsWith(place.Path) || covering.Contains(x.Path)).ToListAsync(cancel))
            .ConvertAll(x => new SeatFound(x.PersonId, x.Name, x.PartyMember, x.OrganisationId, x.Kind, x.PostKind, new PlacePath(x.Path)));
        if (withMembers)
        {
            seats.AddRange(await Members(shown, [.. seats.Select(seat => seat.PersonId).Distinct()], place, today, cancel));
        }

        return new SeatsFound(bodies, seats);
    }

    private sealed record HeldRow
    {
        public required Guid PersonId { get; init; }

        public required string Name { get; init; }

        public required bool PartyMember { get; init; }

        public required Guid OrganisationId { get; init; }

        public required OrganisationKind Kind { get; init; }

        public required string PostKind { get; init; }

        public required string Path { get; init; }
    }

    private IQueryable<HeldRow> Held(List<Guid> organisations, DateOnly today) =>
        from post in db.Set<PostHeld>().HeldOn(today)
        join person in db.Set<Person>() on post.PersonId equals person.Id
        join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
        join at in db.Set<Place>() on post.PlaceId equals at.Id
        where organisations.Contains(post.OrganisationId)
        select new HeldRow
        {
            PersonId = person.Id, Name = person.Name, PartyMember = person.PartyMember || db.Set<PartyMembership>().Any(m => m.PersonId == person.Id && Terms.Holds(m.Since, m.Until, today)), OrganisationId = organisation.Id,
            Kind = organisation.Kind, PostKind = post.Kind, Path = at.Path,
        };

    private async Task<List<BodyFound>> Bodies(List<Guid> ids, DateOnly today, int most, CancellationToken cancel)
    {
        var rows = await (
            from organisation in db.Set<Organisation>().AsNoTracking()
            join at in db.Set<Place>() on organisation.PlaceId equals at.Id
            where ids.Contains(organisation.Id)
            orderby at.Path.Length, organisation.Name, organisation.Id
            select new { organisation.Id, organisation.Kind, organisation.ShortName }).ToListAsync(cancel);
        var served = (await (
            from service in db.Set<Service>()
            join compound in db.Set<Place>() on service.CompoundId equals compound.Id
            where ids.Contains(service.OrganisationId) && Terms.NotOver(service.EndsOn, today)
            select new { service.OrganisationId, compound.Path }).ToListAsync(cancel)).ToLookup(s => s.OrganisationId, s => new PlacePath(s.Path));
        return [.. rows.OrderBy(r => CrossAppointments.SideOf(r.Kind)).Take(most).Select(r => new BodyFound(r.Id, r.Kind, r.ShortName, [.. served[r.Id]]))];
    }

    // Of those who hold a post here: in which of the Party organisations they are members besides.
    private async Task<List<SeatFound>> Members(List<Guid> organisations, List<Guid> people, Place place, DateOnly today, CancellationToken cancel) => (await (
        from membership in db.Set<PartyMembership>().NotOver(today)
        join person in db.Set<Person>() on membership.PersonId equals person.Id
        join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id
        where organisations.Contains(organisation.Id) && people.Contains(person.Id) && membership.Since <= today
        select new { person.Id, person.Name, OrganisationId = organisation.Id, organisation.Kind }).ToListAsync(cancel))
        .ConvertAll(x => new SeatFound(x.Id, x.Name, true, x.OrganisationId, x.Kind, null, new PlacePath(place.Path)));
}
