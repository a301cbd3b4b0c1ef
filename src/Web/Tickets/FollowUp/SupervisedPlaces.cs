using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>A place to narrow the list to.</summary>
internal sealed record SupervisedPlace(string Code, string Name);

/// <summary>The compounds of the actor's area in which something is chased now.</summary>
internal sealed class SupervisedPlaces(NpgsqlDataSource database)
{
    private const string Find = """
        select p.code, p.name from registry.places p
         where p.path like $1 and p.kind = 'Compound' and exists (
           select from tickets.tickets t where t.compound_id = p.id and t.state not in ('Closed', 'Withdrawn')
              and exists (select from tickets.follow_up_steps s where s.ticket_id = t.id and s.round = t.times_reopened))
         order by p.name limit 300
        """;

    public async Task<IReadOnlyList<SupervisedPlace>> Of(Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)FollowUpAccess.ScopeOf(actor).SqlPattern ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        var found = new List<SupervisedPlace>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            found.Add(new SupervisedPlace(row.GetString(0), row.GetString(1)));
        }

        return found;
    }
}
