using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>
/// The rules of the form of appointment (PostChecks), asked of what is registered of the compound and of the rows before: terms, one holder,
/// the declaration, posts that exclude each other.
/// </summary>
internal static class PostRules
{
    public static void Check(PostHeld post, Organisation organisation, ImportPlan plan, Faults faults)
    {
        if (faults.Any || PostKinds.Find(post.Kind) is not { } kind)
        {
            return;
        }

        foreach (var refusal in PostTerms.Check(kind, Term(post), plan.Ground.Posts.Where(other => other.OrganisationId == organisation.Id && other.Id != post.Id).Select(Term)))
        {
            faults.Add(refusal);
        }

        var seat = Seat(post, organisation.Id, organisation.Kind, plan);
        foreach (var rule in PartyRules.Conflicts.Where(rule => rule.NeedsDeclaration && rule.One.Holds(seat)))
        {
            faults.AddIf(post.DeclaredOn is null, new InterestIsNotDeclared(rule.Source.Text));
        }

        foreach (var held in plan.Ground.Seats.GetValueOrDefault(post.PersonId) ?? [])
        {
            var meets = held.Post.Id != post.Id && Post.TermsMeet(post.StartsOn, post.EndsOn, held.Post.StartsOn, Term(held.Post).LastDay);
            foreach (var rule in PartyRules.Conflicts.Where(rule => meets && rule.Forbids(seat, Seat(held.Post, held.OrganisationId, held.Organisation, plan))))
            {
                faults.Add(new PostsExcludeEachOther(held.ShortName, rule.Source.Text));
            }
        }
    }

    private static SeatOfPost Seat(PostHeld post, Guid organisation, OrganisationKind kind, ImportPlan plan)
    {
        var path = new PlacePath(plan.Ground.Compound.Path);
        var serves = plan.Ground.Services.Exists(service => service.OrganisationId == organisation && Terms.NotOver(service.EndsOn, post.StartsOn));
        return new SeatOfPost(post.Kind, kind, path, serves ? [path] : []);
    }

    // The database computes the last day of what is stored; a post about to be given has its term's.
    private static TermHeld Term(PostHeld post) => new(post.PersonId, post.Kind, post.PlaceId, post.StartsOn, post.LastDay ?? post.EndsOn);
}
