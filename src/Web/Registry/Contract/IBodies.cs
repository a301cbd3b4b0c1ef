using Linli.Domain.Registry;

namespace Linli.Web.Registry.Contract;

/// <summary>What other modules may ask about the bodies of a compound.</summary>
internal interface IBodies
{
    /// <summary>Who governs and serves the compound today: its branch, its committee, its company with the service phone.</summary>
    Task<IReadOnlyList<Body>> Of(Guid compoundId, CancellationToken cancel);
}

/// <summary>A body of a compound.</summary>
internal sealed record Body(OrganisationKind Kind, string Name, string? Phone);
