using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>
/// The rules of the form of appointment (PostChecks), asked of what is registered here and elsewhere and of the rows before: terms, one
/// holder, the declaration, posts that exclude each other.
/// </summary>
internal static class PostRules
{
    public static void Check(PostHeld post, Organisation organisation, ImportPlan plan, Faults faults)
    {
        if (faults.Any || PostKinds.Find(post.Kind) is not { } kind)
        {
            return;
        }

        foreach (var refusal in PostTerms.Check(kind, Term(post), plan.Ground.Posts.Concat(plan.Ground.PostsElsewhere).Where(other => other.OrganisationId == organisation.Id && other.Id != post.Id).Select(Term)))
        {
            faults.Add(refusal);
        }

        var seat = Seat(new HeldSeat(post, organisation.Id, organisation.Kind, organisation.ShortName, plan.Ground.Compound.Path), post.StartsOn, plan);
        foreach (var rule in PartyRules.Conflicts.Where(rule => rule.NeedsDeclaration && rule.One.Holds(seat)))
        {
            faults.AddIf(post.DeclaredOn is null, new InterestIsNotDeclared(rule.Source.Text));
        }

        foreach (var held in plan.Ground.Seats.GetValueOrDefault(post.PersonId) ?? [])
        {
            var meets = held.Post.Id != post.Id && Post.TermsMeet(post.StartsOn, post.EndsOn, held.Post.StartsOn, Term(held.Post).LastDay);
            foreach (var rule in PartyRules.Conflicts.Where(rule => meets && rule.Forbids(seat, Seat(held, post.StartsOn, plan))))
            {
                faults.Add(new PostsExcludeEachOther(held.ShortName, rule.Source.Text));
            }
        }
    }

    private static SeatOfPost Seat(HeldSeat held, DateOnly day, ImportPlan plan)
    {
        var (ground, body) = (plan.Ground, held.OrganisationId);
        var serves = ground.ServedElsewhere.Where(served => served.OrganisationId == body && Terms.NotOver(served.EndsOn, day)).Select(served => new PlacePath(served.Path));
        var here = ground.Services.Exists(service => service.OrganisationId == body && Terms.NotOver(service.EndsOn, day));
        return new SeatOfPost(held.Post.Kind, held.Organisation, new PlacePath(held.Path), here ? [.. serves, new PlacePath(ground.Compound.Path)] : [.. serves]);
    }

    // The database computes the last day of what is stored; a post about to be given has its term's.
    private static TermHeld Term(PostHeld post) => new(post.PersonId, post.Kind, post.PlaceId, post.StartsOn, post.LastDay ?? post.EndsOn);
}
