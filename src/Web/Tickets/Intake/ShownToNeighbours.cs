using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Intake;

/// <summary>
/// Which tickets neighbours may see and follow: never disputes nor what is about persons (the rule's data), never what is in mediation, never what a
/// caller of the hotline asked to keep confidential. Asked at every look, for a dispatcher may find only later that a matter is a dispute.
/// </summary>
internal static class ShownToNeighbours
{
    /// <summary>The part of it that only the database knows, over the alias t.</summary>
    public const string Sql =
        "not exists (select from tickets.mediation_cases m where m.ticket_id = t.id) and not exists (select from tickets.intakes i where i.ticket_id = t.id and i.is_confidential)";

    public static bool Is(SimilarRule rule, Ticket ticket, CategoryTree tree) => Is(rule, ticket.Kind, ticket.Category, tree);

    public static bool Is(SimilarRule rule, TicketKind kind, string category, CategoryTree tree) =>
        rule.Shows(kind, category, tree.Find(category)?.Parent) && tree.Find(category)?.IsMediated != true;
}
