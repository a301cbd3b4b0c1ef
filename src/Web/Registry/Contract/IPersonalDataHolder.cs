using Linli.Domain.Registry.Privacy;

namespace Linli.Web.Registry.Contract;

/// <summary>A module that keeps personal data. Each registers one, so that nobody's data is forgotten when its person asks.</summary>
internal interface IPersonalDataHolder
{
    /// <summary>All that is held about the person, in the reader's language.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="whole">Whether numbers are shown whole; otherwise masked.</param>
    /// <param name="cancel">Stops the work.</param>
    Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel);

    /// <summary>What still ties the person to the compound in this module.</summary>
    Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel);

    /// <summary>Removes what names the person, in the caller's transaction; rows that others point to stay, without the name.</summary>
    Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>A kind of data that is held about a person.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Table">Where it lies (schema.table); purpose, basis and retention are read from its comment.</param>
/// <param name="Items">What there is, newest first.</param>
internal sealed record HeldCategory(string Title, string Table, IReadOnlyList<HeldItem> Items);

/// <summary>A piece of it.</summary>
internal sealed record HeldItem(string Label, string? Value, DateTimeOffset? At = null);
