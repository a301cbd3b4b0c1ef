namespace Linli.Domain.Registry;

/// <summary>A kind of post 任职. Its title stands in the resources under <see cref="TitleKey"/>.</summary>
/// <param name="Code">Stable code, stored with the post.</param>
/// <param name="Organisations">Kinds of organisations that have such posts.</param>
/// <param name="Permissions">What it gives while it is held; a design, to be narrowed by an administrator but not widened.</param>
public sealed record PostKind(string Code, IReadOnlyList<OrganisationKind> Organisations, Permission Permissions)
{
    /// <summary>Who holds it heads the organisation: 书记、主任、会长 (requirement A4).</summary>
    public bool IsHead { get; init; }

    /// <summary>An organisation has one holder of it at a time.</summary>
    public bool HasOneHolder { get; init; }

    /// <summary>The level at which it works.</summary>
    public PostLevel Level { get; init; } = PostLevel.Compound;

    /// <summary>Up to which level its holder fills posts that give guarded powers; null: no level.</summary>
    public PostLevel? Fills { get; init; }

    /// <summary>What it gives of the powers that nobody gives to an accomplice: <see cref="PostKinds.Guarded"/>.</summary>
    public Permission GuardedPowers => Permissions & PostKinds.Guarded;

    /// <summary>Whether a holder of the other kind may give this post: one with guarded powers only by authority over its level (domain.md §9.2).</summary>
    public bool MayBeGivenBy(PostKind? giver) => GuardedPowers == Permission.None || giver?.Fills >= Level;

    /// <summary>The key of the title in the resources.</summary>
    public string TitleKey => $"Post.{Code}";

    /// <summary>Whether organisations of the kind have such posts.</summary>
    public bool BelongsTo(OrganisationKind organisation) => Organisations.Contains(organisation);

    /// <summary>Whether the post gives all of the permissions.</summary>
    public bool Gives(Permission permissions) => (Permissions & permissions) == permissions;
}
