using Linli.Domain.Registry;

namespace Linli.Web.Registry.Contract;

/// <summary>What other modules may ask about posts.</summary>
internal interface IPosts
{
    /// <summary>Who today holds a post that covers the compound and whose kind has the permission; nearest posts first.</summary>
    Task<IReadOnlyList<PostHolder>> HoldersAt(Guid compoundPlaceId, Permission permission, CancellationToken cancel);
}

/// <summary>A person in a post.</summary>
internal sealed record PostHolder(Guid PersonId, Guid PostId, string Name, string PostKind, Guid PlaceId, Guid OrganisationId, string OrganisationName);
