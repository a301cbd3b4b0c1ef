using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>A term that somebody has in an organisation.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PostKind">Code of the kind of post.</param>
/// <param name="PlaceId">The place that it covers.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day, earlier than the term where it was ended; null without an end.</param>
public sealed record TermHeld(Guid PersonId, string PostKind, Guid PlaceId, DateOnly FirstDay, DateOnly? LastDay);

/// <summary>Terms of one organisation beside each other (requirement A4).</summary>
public static class PostTerms
{
    /// <summary>Why a term cannot be added to those that the organisation has; none when it can.</summary>
    public static IReadOnlyList<Refusal> Check(PostKind kind, TermHeld added, IEnumerable<TermHeld> others)
    {
        var inTheWay = others.Where(other => other.PostKind == kind.Code
            && Post.TermsMeet(added.FirstDay, added.LastDay, other.FirstDay, other.LastDay)).ToArray();
        if (inTheWay.Any(other => other.PersonId == added.PersonId && other.PlaceId == added.PlaceId))
        {
            return [new HoldsThisPostAlready()];
        }

        return kind.HasOneHolder && inTheWay.Length > 0 ? [new PostHasAHolder(inTheWay.Min(other => other.FirstDay))] : [];
    }
}
