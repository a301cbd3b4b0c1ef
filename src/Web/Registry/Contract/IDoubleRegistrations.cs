using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Contract;

/// <summary>
/// 党员报到 as the registry's workbooks carry them in and out; whoever keeps the registrations implements it.
/// The natural key is person and compound.
/// </summary>
internal interface IDoubleRegistrations
{
    /// <summary>Whether the actor may see and register who registered there.</summary>
    bool MayKeep(Actor actor, PlacePath compound);

    /// <summary>Every registration of the compound, ended ones too; none for whoever may not keep them.</summary>
    Task<IReadOnlyList<RegistrationRow>> Of(Guid compoundId, Actor actor, CancellationToken cancel);

    /// <summary>
    /// Puts registrations into the change that the caller saves: new ones, or the known one of the same person and compound with what is told now.
    /// Whether the persons live there and are Party members is the caller's to judge.
    /// </summary>
    Task Put(Guid compoundId, IReadOnlyList<RegistrationRow> rows, ProcessContext context, CancellationToken cancel);
}

/// <summary>The registration of one person in a compound.</summary>
/// <param name="RegisteredOn">First day.</param>
/// <param name="EndedOn">Last day; null while it lasts.</param>
internal sealed record RegistrationRow(Guid PersonId, RegistrationFacts Facts, DateOnly RegisteredOn, DateOnly? EndedOn);
