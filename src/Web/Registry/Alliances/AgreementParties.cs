using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>A party to an agreement with where it lies.</summary>
internal sealed record AgreementParty(Guid Id, OrganisationKind Kind, string Name, Guid PlaceId, string PlaceName, string Path, bool HasEnded);

/// <summary>Parties of agreements and the people who act for them.</summary>
internal static class AgreementParties
{
    public static async Task<(AgreementParty? First, AgreementParty? Second)> Of(LinliDb db, Guid? first, Guid? second, CancellationToken cancel)
    {
        var found = await (
            from organisation in db.Set<Organisation>()
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where organisation.Id == first || organisation.Id == second
            select new AgreementParty(organisation.Id, organisation.Kind, organisation.Name, place.Id, place.Name, place.Path, organisation.EndedOn != null)).ToListAsync(cancel);
        return (found.Find(p => p.Id == first), found.Find(p => p.Id == second));
    }

    /// <summary>Who signs for the organisation on the day.</summary>
    public static Task<List<Guid>> SecretariesOf(LinliDb db, Guid organisationId, DateOnly day, CancellationToken cancel)
    {
        var kinds = AgreementRules.SigningPosts;
        return db.Set<PostHeld>().HeldOn(day).Where(p => p.OrganisationId == organisationId && kinds.Contains(p.Kind))
            .Select(p => p.PersonId).Distinct().ToListAsync(cancel);
    }

    /// <summary>Who looks after alliances in the community of the place on the day; above it, where the community has nobody.</summary>
    public static async Task<IReadOnlyList<Guid>> CommunityOver(LinliDb db, string path, DateOnly day, CancellationToken cancel)
    {
        var above = Posts.PathsAbove(path);
        string[] kinds = [.. PostKinds.All.Where(k => k.Gives(Permission.ManageAlliances | Permission.ManageRegistry)).Select(k => k.Code)];
        var holders = await (
            from post in db.Set<PostHeld>().HeldOn(day)
            join place in db.Set<Place>() on post.PlaceId equals place.Id
            where above.Contains(place.Path) && kinds.Contains(post.Kind)
            select new { post.PersonId, place.Path.Length }).ToListAsync(cancel);
        var nearest = holders.Count == 0 ? 0 : holders.Max(h => h.Length);
        return [.. holders.Where(h => h.Length == nearest).Select(h => h.PersonId).Distinct()];
    }
}
