using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Handling;

/// <summary>Whoever sits nearest is told, not everybody up the tree: they see it in the list without being called.</summary>
internal static class Nearest
{
    /// <summary>The people of the nearest organisation; holders come nearest first.</summary>
    public static IEnumerable<Guid?> Of(IReadOnlyList<PostHolder> holders) =>
        holders.Where(holder => holder.OrganisationId == holders[0].OrganisationId).Select(holder => (Guid?)holder.PersonId).Distinct();
}
