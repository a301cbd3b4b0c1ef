using Linli.Domain.Registry;
using Linli.Web.Platform.Access;

namespace Linli.Web.Tests.Authorization;

/// <summary>Somebody who tries every route: in one post, as an owner, as a resident, or signed in without any capacity.</summary>
internal sealed record MatrixRole
{
    public required string Name { get; init; }

    public required Guid PersonId { get; init; }

    public Capacity? Capacity { get; init; }

    /// <summary>A ticket that the role has to do with, and one in a compound that is none of its business.</summary>
    public required MatrixSubjects Own { get; init; }

    public required MatrixSubjects Foreign { get; init; }

    /// <summary>For the API; null for who is signed out.</summary>
    public required string? Token { get; init; }

    public Permission Permissions => Capacity?.Permissions ?? Permission.None;

    /// <summary>Whoever's place holds the foreign compound too has no foreign compound.</summary>
    public bool CoversForeign => Capacity is { IsHousehold: false } c && c.Path.Covers(Foreign.CompoundPath);
}

/// <summary>The things that routes are about, on one side of the fence.</summary>
internal sealed record MatrixSubjects
{
    public required Guid CompoundId { get; init; }

    public required PlacePath CompoundPath { get; init; }

    public required string CompoundCode { get; init; }

    public required string CommunityCode { get; init; }

    public required string UnitCode { get; init; }

    public required Guid OwnershipId { get; init; }

    public required Guid ResidencyId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid PostId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PartyOrganisationId { get; init; }

    public required Guid MembershipId { get; init; }

    public required string TicketNumber { get; init; }

    /// <summary>A building with a sheet that was issued.</summary>
    public required Guid SheetPlace { get; init; }

    public required Guid FileId { get; init; }

    public required Guid VisitId { get; init; }

    public required Guid ExclusionId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid TopicId { get; init; }

    public required Guid HotSpotId { get; init; }

    public required Guid AllianceId { get; init; }

    public required Guid MemberId { get; init; }

    public required Guid PlanItemId { get; init; }

    public required Guid AgreementId { get; init; }

    public required Guid CommitmentId { get; init; }

    public required Guid ProofId { get; init; }

    public required Guid NotificationId { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid TokenId { get; init; }

    /// <summary>What the grid module is about, see <see cref="GridSubjects"/>.</summary>
    public required GridSubjects Grid { get; init; }
    public required Guid RightsRequestId { get; init; }

    /// <summary>A mediation to which the role's person is a party.</summary>
    public required Guid MediationOfParty { get; init; }

    /// <summary>A vote that is open, on whose roll the role's person stands with the unit.</summary>
    public required Guid VoteId { get; init; }

    /// <summary>A mediation of which the role's person is the mediator.</summary>
    public required Guid MediationOfMediator { get; init; }
}
