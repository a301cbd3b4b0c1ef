using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Whether a post can stand beside those that are there: terms, one holder, posts that exclude each other, the declaration.</summary>
internal sealed class PostChecks(LinliDb db)
{
    /// <summary>Notes why the post cannot be given. Does nothing for one that has other faults already.</summary>
    public async Task Check(PostHeld post, Organisation organisation, Actor actor, Faults faults, CancellationToken cancel)
    {
        if (faults.Any || PostKinds.Find(post.Kind) is not { } kind || Scope.Of(actor, Permission.ManageRegistry).IsNothing)
        {
            return;
        }

        var others = await db.Set<PostHeld>().AsNoTracking().Where(p => p.OrganisationId == organisation.Id && p.Id != post.Id).ToListAsync(cancel);
        foreach (var refusal in PostTerms.Check(kind, Term(post), others.Select(Term)))
        {
            faults.Add(refusal);
        }

        var place = await db.Set<Place>().Where(p => p.Id == post.PlaceId).Select(p => p.Path).FirstAsync(cancel);
        var seat = new SeatOfPost(post.Kind, organisation.Kind, new PlacePath(place), await Served(organisation.Id, post.StartsOn, cancel));
        foreach (var rule in PartyRules.Conflicts.Where(rule => rule.NeedsDeclaration && rule.One.Holds(seat)))
        {
            faults.AddIf(post.DeclaredOn is null, new InterestIsNotDeclared(rule.Source.Text));
        }

        await CheckOtherSeats(post, seat, faults, cancel);
    }

    private async Task CheckOtherSeats(PostHeld post, SeatOfPost seat, Faults faults, CancellationToken cancel)
    {
        var held = await (
            from other in db.Set<PostHeld>().AsNoTracking()
            join body in db.Set<Organisation>() on other.OrganisationId equals body.Id
            join at in db.Set<Place>() on other.PlaceId equals at.Id
            where other.PersonId == post.PersonId && other.Id != post.Id
            select new { other, body.Id, body.Kind, body.ShortName, at.Path }).ToListAsync(cancel);
        foreach (var one in held.Where(h => Post.TermsMeet(post.StartsOn, post.EndsOn, h.other.StartsOn, h.other.LastDay)))
        {
            var there = new SeatOfPost(one.other.Kind, one.Kind, new PlacePath(one.Path), await Served(one.Id, post.StartsOn, cancel));
            foreach (var rule in PartyRules.Conflicts.Where(rule => rule.Forbids(seat, there)))
            {
                faults.Add(new PostsExcludeEachOther(one.ShortName, rule.Source.Text));
            }
        }
    }

    private async Task<IReadOnlyList<PlacePath>> Served(Guid organisation, DateOnly day, CancellationToken cancel) => (await (
        from service in db.Set<Service>()
        join compound in db.Set<Place>() on service.CompoundId equals compound.Id
        where service.OrganisationId == organisation && Terms.NotOver(service.EndsOn, day)
        select compound.Path).ToListAsync(cancel)).ConvertAll(path => new PlacePath(path));

    // The database computes the last day of what is stored; a post about to be given has its term's.
    private static TermHeld Term(PostHeld post) => new(post.PersonId, post.Kind, post.PlaceId, post.StartsOn, post.LastDay ?? post.EndsOn);
}
