using Linli.Domain.Registry;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Registry;

/// <summary>Units with their owners, for rolls of voters.</summary>
internal sealed class Rolls(NpgsqlDataSource database) : IRolls
{
    public async Task<IReadOnlyList<UnitForRoll>> UnitsOf(Guid compoundId, DateOnly day, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select u.id, u.code, u.label, coalesce(b.name, ''), u.kind, u.delivery, u.registered_area, u.surveyed_area, u.contract_area,
                   coalesce(array_agg(coalesce(o.person_id, o.organisation_id)::text order by o.id) filter (where o.id is not null), '{}')
              from registry.units u
              join registry.places p on p.id = u.place_id
              left join registry.places b on b.id = case p.kind when 'Entrance' then p.parent_id when 'Building' then p.id end
              left join registry.ownerships o on o.unit_id = u.id and registry.holds(o.since, o.until, $2)
             where u.compound_id = $1
             group by u.id, b.name
            """);
        command.Parameters.AddWithValue(compoundId);
        command.Parameters.AddWithValue(day);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var units = new List<UnitForRoll>();
        while (await rows.ReadAsync(cancel))
        {
            units.Add(new UnitForRoll(
                rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5),
                Area(rows, 6), Area(rows, 7), Area(rows, 8), rows.GetFieldValue<string[]>(9)));
        }

        return units;
    }

    public async Task<PlaceName?> CompoundOf(string code, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select p.id, p.name, p.path from registry.places p join registry.compounds c on c.place_id = p.id where p.code = $1");
        command.Parameters.AddWithValue(code);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new PlaceName(row.GetGuid(0), PlaceKind.Compound, code, row.GetString(1), new PlacePath(row.GetString(2))) : null;
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesOf(IReadOnlyCollection<string> owners, CancellationToken cancel)
    {
        var ids = owners.Where(owner => Guid.TryParse(owner, out _)).Select(Guid.Parse).Distinct().ToArray();
        await using var command = database.CreateCommand(
            "select id::text, name from registry.people where id = any($1) union all select id::text, name from registry.organisations where id = any($1)");
        command.Parameters.AddWithValue(ids);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            names[rows.GetString(0)] = rows.GetString(1);
        }

        return names;
    }

    private static long? Area(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);
}
