using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>The names of those who live in a compound, own there, hold a post over it or reported from it: none of them may be shown as a word.</summary>
internal static class CompoundNames
{
    private const string Find = """
        select name from registry.people where id in (
          select r.person_id from registry.residencies r join registry.units u on u.id = r.unit_id where u.compound_id = $1
          union select o.person_id from registry.ownerships o join registry.units u on u.id = o.unit_id where u.compound_id = $1 and o.person_id is not null
          union select po.person_id from registry.posts po join registry.places w on w.id = po.place_id join registry.places c on c.id = $1
                 where c.path like w.path || '%' or w.path like c.path || '%'
          union select t.reporter_id from tickets.tickets t where t.compound_id = $1)
        """;

    public static async Task<HashSet<string>> Read(NpgsqlConnection connection, Guid compound, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.AddWithValue(compound);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancel))
        {
            names.Add(row.GetString(0));
        }

        return names;
    }
}
