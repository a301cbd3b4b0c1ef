using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>How near two posts must be for a rule to concern them.</summary>
public enum ConflictReach
{
    /// <summary>Wherever the two are.</summary>
    Anywhere,

    /// <summary>The company of the one serves the place of the other.</summary>
    CompanyServesTheCompound,
}

/// <summary>Which posts stand on one side of a rule: those named, or all of the kinds of organisations.</summary>
/// <param name="Posts">Codes of kinds of posts.</param>
/// <param name="Organisations">Kinds of organisations.</param>
public sealed record ConflictSide(IReadOnlyList<string> Posts, IReadOnlyList<OrganisationKind> Organisations)
{
    /// <summary>Whether the post stands on this side.</summary>
    public bool Holds(SeatOfPost seat) => Posts.Contains(seat.PostKind) || Organisations.Contains(seat.Organisation);
}

/// <summary>A post as the rules of conflict see it.</summary>
/// <param name="PostKind">Code of the kind of post.</param>
/// <param name="Organisation">Kind of the organisation.</param>
/// <param name="Path">The place that it covers.</param>
/// <param name="Serves">The compounds that the organisation serves.</param>
public sealed record SeatOfPost(string PostKind, OrganisationKind Organisation, PlacePath Path, IReadOnlyList<PlacePath> Serves);

/// <summary>Two sides on which one person does not sit at once (domain.md §§1.6, 7). The rules are data with their sources.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="One">One side.</param>
/// <param name="Other">The other.</param>
/// <param name="Where">How near.</param>
/// <param name="NeedsDeclaration">Whoever takes a post of the first side declares that there is no interest in the other, near relatives included.</param>
/// <param name="Source">What it rests on.</param>
public sealed record ConflictRule(string Id, ConflictSide One, ConflictSide Other, ConflictReach Where, bool NeedsDeclaration, RuleSource Source)
{
    /// <summary>Whether the two posts exclude each other; in which order they are told changes nothing.</summary>
    public bool Forbids(SeatOfPost one, SeatOfPost other) => Meets(one, other) || Meets(other, one);

    private bool Meets(SeatOfPost one, SeatOfPost other) => One.Holds(one) && Other.Holds(other)
        && (Where == ConflictReach.Anywhere || other.Serves.Any(served => served.Covers(one.Path) || one.Path.Covers(served)));
}
