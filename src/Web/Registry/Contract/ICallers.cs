using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Contract;

/// <summary>Finds who calls or comes among those who own or live in a compound today.</summary>
internal interface ICallers
{
    /// <summary>By phone number, part of the name or of the dwelling's label; the likeliest first, at most ten. Nobody beyond what the actor may see of people.</summary>
    Task<IReadOnlyList<Caller>> Find(Guid compoundId, string words, Actor actor, CancellationToken cancel);

    /// <summary>The same person's first dwelling in the compound; null when there is none today or the actor may not see it.</summary>
    Task<Caller?> Of(Guid compoundId, Guid personId, Actor actor, CancellationToken cancel);
}

/// <summary>Somebody of a compound's households, the number masked.</summary>
/// <param name="Kind">Whether the dwelling is owned or lived in.</param>
internal sealed record Caller(Guid PersonId, string Name, string? PhoneMasked, Guid UnitId, string UnitLabel, CapacityKind Kind);
