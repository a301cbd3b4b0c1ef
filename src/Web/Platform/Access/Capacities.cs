using Linli.Domain.Kernel;
using Npgsql;

namespace Linli.Web.Platform.Access;

/// <summary>Reads the capacities that people hold today, with what each allows.</summary>
internal sealed class Capacities(NpgsqlDataSource database, TimeProvider clock)
{
    private const string EndedOfSession = $"""
        select {CapacityRows.Columns}, c.to_day
          from platform.sessions s
          join registry.capacities c on c.person_id = s.person_id and c.to_day < $1
         where s.id = $2 and ($3 or (c.kind = s.capacity_kind and c.id = s.capacity_id))
         order by c.to_day desc, c.id limit 1
        """;

    private const string OfPerson = $"""
        select {CapacityRows.Columns} from registry.capacities c
         where c.person_id = $2 and {CapacityRows.HoldsToday}
           and not (c.kind = 'Resident' and exists (select 1 from registry.ownerships w
                where w.unit_id = c.unit_id and w.person_id = c.person_id and registry.holds(w.since, w.until, $1)))
         order by c.kind = 'Resident', c.kind = 'Owner', c.place_path, c.unit_label, c.id
        """;

    /// <summary>The capacity that the session had taken up and that has ended since, with its last day; with <paramref name="any"/>, the last to end of all.</summary>
    public async Task<(Capacity Capacity, DateOnly LastDay)?> EndedOne(Guid sessionId, bool any, CancellationToken cancel)
    {
        await using var command = Command(EndedOfSession, ChinaTime.DayOf(clock.GetUtcNow()), sessionId, any);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (CapacityRows.Read(reader, 0)!, reader.GetFieldValue<DateOnly>(CapacityRows.Count)) : null;
    }

    /// <summary>All that the person may act as today: posts first, then own units, then where they only live.</summary>
    public async Task<IReadOnlyList<Capacity>> HeldBy(Guid personId, CancellationToken cancel)
    {
        await using var command = Command(OfPerson, ChinaTime.DayOf(clock.GetUtcNow()), personId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var held = new List<Capacity>();
        while (await reader.ReadAsync(cancel))
        {
            held.Add(CapacityRows.Read(reader, 0)!);
        }

        return held;
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
