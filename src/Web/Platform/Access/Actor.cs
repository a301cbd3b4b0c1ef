using Linli.Domain.Registry;

namespace Linli.Web.Platform.Access;

/// <summary>In what way a person acts: in a post, as an owner, as a resident.</summary>
public enum CapacityKind
{
    Post,
    Owner,
    Resident,
}

/// <summary>
/// A capacity that holds at this moment. What it allows comes from the post's kind; where, from the place that the post is for.
/// </summary>
public sealed record Capacity
{
    public required CapacityKind Kind { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Code of the post's kind; null for a household.</summary>
    public string? PostKind { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public required Guid PlaceId { get; init; }

    public required string PlaceName { get; init; }

    public required PlacePath Path { get; init; }

    public Guid? UnitId { get; init; }

    public string? UnitLabel { get; init; }

    public required Permission Permissions { get; init; }

    public bool IsHousehold => Kind is not CapacityKind.Post;
}

/// <summary>
/// Who acts, and in which capacity. A person whose post has ended, or who has not chosen yet, acts in none and may do
/// nothing but choose. The system itself acts for scheduled work.
/// </summary>
public sealed record Actor
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The access token that the request was made with; null in a browser.</summary>
    public Guid? TokenId { get; init; }

    public Capacity? Capacity { get; init; }

    public bool IsSystem { get; private init; }

    /// <summary>The scheduled work of the platform.</summary>
    public static readonly Actor System = new() { PersonId = Guid.Empty, Name = "system", IsSystem = true };

    /// <summary>Whether the capacity allows this at all; where it does is asked of <see cref="Scope"/>.</summary>
    public bool May(Permission permission) => Capacity is { } c && (c.Permissions & permission) == permission;
}
