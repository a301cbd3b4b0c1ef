using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.Queue;

/// <summary>Finds tickets by the pairs of characters of words. Words that stand in very many tickets are better looked for along the list's own order (decision 26).</summary>
internal static class WordIndex
{
    private const int Most = 1000;

    // Whoever sees one compound alone asks for its pairs alone. What is not read yet, and what was reported elsewhere, is looked at as it is.
    private const string Find = """
        with here as materialized (select id from registry.places where path like @view and kind = 'Compound' limit 2),
        found as (
          select ticket_id from tickets.ticket_grams
           where grams @> (tickets.grams(@words) || case when (select count(*) from here) = 1 then array['#' || (select id from here)] else '{}' end) limit @most)
        select ticket_id from found
        union all select ticket_id from tickets.words_to_read
        union all (select id from tickets.tickets where reporter_id = @person limit @most)
        limit @most
        """;

    /// <summary>All tickets in which the words can stand; null when there are too many to be told, or the words are too short.</summary>
    public static async Task<Guid[]?> Candidates(NpgsqlDataSource database, string? text, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Count(letter => !char.IsWhiteSpace(letter)) < 2 || TicketNumber.TryParse(text, out _))
        {
            return null;
        }

        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter("view", NpgsqlDbType.Text) { Value = (object?)Scope.Of(actor, Permission.ViewTickets).SqlPattern ?? DBNull.Value });
        command.Parameters.AddWithValue("words", text.Trim());
        command.Parameters.AddWithValue("person", actor.PersonId);
        command.Parameters.AddWithValue("most", Most + 1);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Guid>();
        while (await row.ReadAsync(cancel))
        {
            found.Add(row.GetGuid(0));
        }

        return found.Count > Most ? null : [.. found];
    }
}
