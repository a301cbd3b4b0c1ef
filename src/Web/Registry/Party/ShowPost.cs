using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>A post with how it was come by, how it ended, and its holder's other terms in the organisation.</summary>
public sealed record PostDetailView
{
    public required Guid Id { get; init; }

    public required string PersonName { get; init; }

    public required string Kind { get; init; }

    public required OrganisationLink Organisation { get; init; }

    public required string PlaceName { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>Last day of the term.</summary>
    public DateOnly? TermEnds { get; init; }

    public required PostBeginning BegunBy { get; init; }

    public string? Basis { get; init; }

    public DateOnly? EndedOn { get; init; }

    public PostEnding? EndedBy { get; init; }

    public string? EndReason { get; init; }

    public DateOnly? DeclaredOn { get; init; }

    public required bool NeedsDeclaration { get; init; }

    public required bool IsPast { get; init; }

    /// <summary>Who held this post in this organisation, the newest term first.</summary>
    public required IReadOnlyList<TermView> Terms { get; init; }

    public required bool MayManage { get; init; }
}

public sealed record TermView(
    Guid Id, string PersonName, DateOnly Since, DateOnly? Until, PostBeginning BegunBy, PostEnding? EndedBy, string? EndReason, string? Basis);

internal sealed class ShowPost(LinliDb db, TimeProvider clock)
{
    public async Task<PostDetailView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var places = db.Places(actor, Permission.ViewRegistry);
        var found = await (
            from post in db.Set<PostHeld>().AsNoTracking()
            join place in places on post.PlaceId equals place.Id
            join person in db.Set<Person>() on post.PersonId equals person.Id
            join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
            where post.Id == id
            select new { post, place, person.Name, organisation }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var (p, o) = (found.post, found.organisation);
        var seat = new SeatOfPost(p.Kind, o.Kind, new PlacePath(found.place.Path), []);
        return new PostDetailView
        {
            Id = id,
            PersonName = found.Name,
            Kind = p.Kind,
            Organisation = new OrganisationLink(o.Id, o.Kind, o.Name, null),
            PlaceName = found.place.Name,
            Since = p.StartsOn,
            TermEnds = p.EndsOn,
            BegunBy = p.BegunBy,
            Basis = p.Basis,
            EndedOn = p.EndedOn,
            EndedBy = p.EndedBy,
            EndReason = p.EndReason,
            DeclaredOn = p.DeclaredOn,
            NeedsDeclaration = PartyRules.Conflicts.Any(rule => rule.NeedsDeclaration && rule.One.Holds(seat)),
            IsPast = !Terms.NotOver(p.LastDay, today),
            Terms = await AllTerms(p, places, cancel),
            MayManage = Scope.Of(actor, Permission.ManageRegistry).Covers(found.place.Path) && Terms.NotOver(o.EndedOn, today),
        };
    }

    private async Task<IReadOnlyList<TermView>> AllTerms(PostHeld post, IQueryable<Place> places, CancellationToken cancel)
    {
        var rows = await (
            from other in db.Set<PostHeld>().AsNoTracking()
            join place in places on other.PlaceId equals place.Id
            join person in db.Set<Person>() on other.PersonId equals person.Id
            where other.OrganisationId == post.OrganisationId && other.Kind == post.Kind
            orderby other.StartsOn descending, other.Id
            select new { other, person.Name }).Take(100).ToListAsync(cancel);
        return [.. rows.Select(r => new TermView(
            r.other.Id, r.Name, r.other.StartsOn, r.other.LastDay, r.other.BegunBy, r.other.EndedBy, r.other.EndReason, r.other.Basis))];
    }
}
