using Linli.Domain.Tickets;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>What is between people alone: disputes, and every matter that went to mediation. It is in no group, and its words are nobody's.</summary>
internal static class SealedTickets
{
    /// <summary>The condition over the alias t, with the parameter <c>@mediated</c>.</summary>
    public const string Sql = """
        (t.category = any(@mediated) or t.category in (select code from tickets.category_rules where parent = any(@mediated))
         or t.id in (select ticket_id from tickets.mediation_cases where ticket_id is not null))
        """;

    /// <summary>Codes of the categories that lead to mediation.</summary>
    public static readonly string[] Mediated = [.. TicketCategory.All.Where(category => category.IsMediated).Select(category => category.Code)];

    public static void Add(NpgsqlParameterCollection parameters) => parameters.AddWithValue("mediated", Mediated);
}
