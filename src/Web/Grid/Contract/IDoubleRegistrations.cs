using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Grid.Contract;

/// <summary>What an import of 党员报到 may put in. Its natural key is person and compound.</summary>
internal interface IDoubleRegistrations
{
    /// <summary>
    /// Puts a registration into the change that the caller saves: a new one, or the known one of the same person and compound with other words.
    /// Refused where the actor does not manage the compound, or the person is no Party member.
    /// </summary>
    Task<Outcome<Guid>> Put(RegistrationRow row, ProcessContext context, CancellationToken cancel);
}

/// <summary>A registration as a table names it.</summary>
/// <param name="PersonId">Half of the key.</param>
/// <param name="CompoundId">The other half.</param>
/// <param name="WorkUnit">Where the member works; at most 60 characters.</param>
/// <param name="Skills">At most 100 characters.</param>
/// <param name="Services">What the member offers; at most 100 characters.</param>
/// <param name="HoursAMonth">0 to 744.</param>
/// <param name="RegisteredOn">First day; today if not given.</param>
internal sealed record RegistrationRow(Guid PersonId, Guid CompoundId, string WorkUnit, string? Skills, string? Services, int? HoursAMonth, DateOnly? RegisteredOn);
