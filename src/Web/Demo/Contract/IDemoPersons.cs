namespace Linli.Web.Demo.Contract;

/// <summary>A person of the demo world who may be entered from the sign-in page.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RoleKey">What the person is in the demo: a key of the texts Role.{RoleKey}.</param>
/// <param name="RoleText">The role in the reader's language.</param>
/// <param name="Name">The generated name.</param>
/// <param name="CapacityText">The first capacity held and its place; null when none is held now.</param>
public sealed record DemoPerson(Guid PersonId, string RoleKey, string RoleText, string Name, string? CapacityText);

/// <summary>The ready persons of the demo; none on any other installation.</summary>
internal interface IDemoPersons
{
    Task<IReadOnlyList<DemoPerson>> List(CancellationToken cancel);

    /// <summary>Whether this is a demo installation and the person one of its ready persons.</summary>
    Task<bool> Has(Guid personId, CancellationToken cancel);
}
