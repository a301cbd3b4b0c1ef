using Linli.Domain.Registry;
using Npgsql;

namespace Linli.Web.Platform.Access;

/// <summary>Reads the capacities that people hold today, with what each allows.</summary>
internal sealed class Capacities(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Columns =
        "c.kind, c.id, c.post_kind, c.organisation_id, c.organisation_name, c.place_id, c.place_name, c.place_path, c.unit_id, c.unit_label";

    private const string HoldsToday = "c.from_day <= @today and (c.to_day is null or c.to_day >= @today)";

    private const string OfSession = $"""
        select s.person_id, p.name, {Columns}
          from platform.sessions s
          join registry.people p on p.id = s.person_id
          left join lateral (select * from registry.capacities c
                where c.person_id = s.person_id and c.kind = s.capacity_kind and c.id = s.capacity_id and {HoldsToday}) c on true
         where s.id = @id and s.ended_at is null and s.expires_at > @now
        """;

    private const string OfToken = $"""
        select t.person_id, p.name, {Columns}
          from platform.access_tokens t
          join registry.people p on p.id = t.person_id
          left join lateral (select * from registry.capacities c
                where c.person_id = t.person_id and c.kind = t.capacity_kind and c.id = t.capacity_id and {HoldsToday}) c on true
         where t.token_hash = @hash and t.revoked_at is null and t.expires_at > @now
        """;

    private const string OfPerson = $"""
        select c.person_id, '', {Columns} from registry.capacities c
         where c.person_id = @person and {HoldsToday}
         order by c.kind = 'Resident', c.kind = 'Owner', c.place_path, c.unit_label, c.id
        """;

    /// <summary>The actor of a session, or null when the session has ended.</summary>
    public async Task<Actor?> ActorOfSession(Guid sessionId, CancellationToken cancel)
    {
        await using var command = Command(OfSession);
        command.Parameters.AddWithValue("id", sessionId);
        return await ReadActor(command, sessionId, cancel);
    }

    /// <summary>The actor of an access token, or null when it is unknown, expired or revoked.</summary>
    public async Task<Actor?> ActorOfToken(byte[] tokenHash, CancellationToken cancel)
    {
        await using var command = Command(OfToken);
        command.Parameters.AddWithValue("hash", tokenHash);
        return await ReadActor(command, null, cancel);
    }

    /// <summary>All that the person may act as today: posts first, then own units, then where they only live.</summary>
    public async Task<IReadOnlyList<Capacity>> HeldBy(Guid personId, CancellationToken cancel)
    {
        await using var command = Command(OfPerson);
        command.Parameters.AddWithValue("person", personId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var held = new List<Capacity>();
        while (await reader.ReadAsync(cancel))
        {
            held.Add(ReadCapacity(reader)!);
        }

        return held;
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = database.CreateCommand(sql);
        var now = clock.GetUtcNow();
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("today", LocalTime.DayOf(now));
        return command;
    }

    private static async Task<Actor?> ReadActor(NpgsqlCommand command, Guid? sessionId, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new Actor { PersonId = reader.GetGuid(0), Name = reader.GetString(1), SessionId = sessionId, Capacity = ReadCapacity(reader) }
            : null;
    }

    private static Capacity? ReadCapacity(NpgsqlDataReader row)
    {
        if (row.IsDBNull(2))
        {
            return null;
        }

        var kind = Enum.Parse<CapacityKind>(row.GetString(2));
        var postKind = row.IsDBNull(4) ? null : row.GetString(4);
        return new Capacity
        {
            Kind = kind,
            Id = row.GetGuid(3),
            PostKind = postKind,
            OrganisationId = row.IsDBNull(5) ? null : row.GetGuid(5),
            OrganisationName = row.IsDBNull(6) ? null : row.GetString(6),
            PlaceId = row.GetGuid(7),
            PlaceName = row.GetString(8),
            Path = new PlacePath(row.GetString(9)),
            UnitId = row.IsDBNull(10) ? null : row.GetGuid(10),
            UnitLabel = row.IsDBNull(11) ? null : row.GetString(11),
            Permissions = PermissionsOf(kind, postKind),
        };
    }

    // A post of a kind that the catalogue no longer knows allows nothing.
    private static Permission PermissionsOf(CapacityKind kind, string? postKind) => kind switch
    {
        CapacityKind.Post => PostKinds.Find(postKind)?.Permissions ?? Permission.None,
        _ => PostKinds.OfResidents,
    };
}
