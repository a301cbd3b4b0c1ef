using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Platform.Changes;

/// <summary>Whether an entry stands in the chain as it was sealed.</summary>
public enum SealState
{
    /// <summary>Its hash, computed again, is the one in its seal.</summary>
    Fits,

    /// <summary>Written seconds ago, waiting for its seal.</summary>
    Waiting,

    /// <summary>Sealed, and not as it was then; or neither sealed nor waiting.</summary>
    DoesNotFit,
}

/// <summary>An entry of the audit trail: who, when, in what capacity, what, why. Ids instead of personal data, and the name of who acted.</summary>
public sealed record AuditRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Process { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>Name of who acted; null for the platform itself.</summary>
    public string? PersonName { get; init; }

    public string? CapacityKind { get; init; }

    /// <summary>Code of the post's kind, when acted in a post.</summary>
    public string? PostKind { get; init; }

    public string? OrganisationName { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>What changed, as JSON.</summary>
    public required string Details { get; init; }

    public string? Reason { get; init; }

    public required SealState Seal { get; init; }
}

/// <summary>A page of the trail, newest first, and where its chain ends now.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, int Page, bool HasMore, long Sealed, string Head, long Waiting);

/// <summary>
/// Reads the audit trail, newest first. Each entry is held against its seal while it is read, by the same arithmetic as
/// <see cref="VerifyAudit"/>; the whole chain is walked by the operator's command.
/// </summary>
internal sealed class ListAudit(NpgsqlDataSource database)
{
    public const int PageSize = 50;

    // Further back one narrows by day.
    private const int LastPage = 200;

    // Outside of these there is no entry, and at the calendar's ends no day before or after.
    private const int FirstYear = 2000;
    private const int LastYear = 9998;

    internal sealed record Filter
    {
        /// <summary>Part of the name of who acted, or the person's id.</summary>
        public string? Person { get; init; }

        public string? Process { get; init; }

        /// <summary>A day of China's calendar.</summary>
        public DateOnly? Day { get; init; }

        public int Page { get; init; } = 1;
    }

    private const string Sql = $"""
        select {AuditChain.EntryColumns}, s.hash, before.hash, u.entry_id is not null, s.position, p.name, po.kind, o.short_name
          from platform.audit_entries e
          left join platform.audit_seals s on s.entry_id = e.id
          left join platform.audit_seals before on before.position = s.position - 1
          left join platform.audit_unsealed u on u.entry_id = e.id
          left join registry.people p on p.id = e.person_id
          left join registry.posts po on e.capacity_kind = 'Post' and po.id = e.capacity_id
          left join registry.organisations o on o.id = po.organisation_id
         where (@process::text is null or e.process = @process)
           and (@from::timestamptz is null or e.at >= @from and e.at < @to)
           and (@id::uuid is null or e.person_id = @id)
           and (@name::text is null or e.person_id in (select n.id from registry.people n where n.name like @name))
         order by e.id desc limit @most offset @skip
        """;

    private const string HeadSql = """
        select coalesce(s.position, 0), encode(s.hash, 'hex'), (select count(*) from platform.audit_unsealed)
          from (select 1) one left join (select position, hash from platform.audit_seals order by position desc limit 1) s on true
        """;

    public async Task<Outcome<AuditPage>> Execute(Filter filter, Actor actor, CancellationToken cancel)
    {
        // The trail belongs to the whole installation.
        if (!Scope.Of(actor, Permission.ViewAudit).Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        var page = Math.Clamp(filter.Page, 1, LastPage);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await Rows(connection, filter, page, cancel);
        await using var head = new NpgsqlCommand(HeadSql, connection);
        await using var row = await head.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new AuditPage(
            [.. rows.Take(PageSize)], page, rows.Count > PageSize && page < LastPage, row.GetInt64(0), row.IsDBNull(1) ? string.Empty : row.GetString(1), row.GetInt64(2));
    }

    private static async Task<List<AuditRow>> Rows(NpgsqlConnection connection, Filter filter, int page, CancellationToken cancel)
    {
        if (filter.Day is { Year: < FirstYear or > LastYear })
        {
            return [];
        }

        await using var command = new NpgsqlCommand(Sql, connection);
        PlainText.TryClean(filter.Person, severalLines: false, out var person);
        var id = Guid.TryParse(person, out var known) ? known : (Guid?)null;
        Add(command, "process", NpgsqlDbType.Text, string.IsNullOrWhiteSpace(filter.Process) ? null : filter.Process.Trim());
        Add(command, "from", NpgsqlDbType.TimestampTz, filter.Day is { } first ? ChinaTime.StartOf(first).ToUniversalTime() : null);
        Add(command, "to", NpgsqlDbType.TimestampTz, filter.Day is { } last ? ChinaTime.EndOf(last).ToUniversalTime() : null);
        Add(command, "id", NpgsqlDbType.Uuid, id);
        Add(command, "name", NpgsqlDbType.Text, id is null && person is { Length: > 0 } ? $"%{LikeText.Escaped(person)}%" : null);
        Add(command, "most", NpgsqlDbType.Integer, PageSize + 1);
        Add(command, "skip", NpgsqlDbType.Integer, (page - 1) * PageSize);
        var rows = new List<AuditRow>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            rows.Add(Read(row));
        }

        return rows;
    }

    private static AuditRow Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        At = row.GetFieldValue<DateTimeOffset>(1),
        Process = row.GetString(2),
        PersonId = row.IsDBNull(3) ? null : row.GetGuid(3),
        CapacityKind = Text(row, 4),
        SubjectKind = row.GetString(6),
        SubjectId = row.GetGuid(7),
        Details = row.GetString(8),
        Reason = Text(row, 9),
        Seal = SealOf(row),
        PersonName = Text(row, 15),
        PostKind = Text(row, 16),
        OrganisationName = Text(row, 17),
    };

    // The first seal stands on the chain's beginning; any other one needs the seal before it.
    private static SealState SealOf(NpgsqlDataReader row)
    {
        if (row.IsDBNull(11))
        {
            return row.GetBoolean(13) ? SealState.Waiting : SealState.DoesNotFit;
        }

        var before = !row.IsDBNull(12) ? row.GetFieldValue<byte[]>(12) : row.GetInt64(14) == 1 ? AuditChain.Beginning : null;
        return before is not null && AuditChain.Link(before, row, 0).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(11)) ? SealState.Fits : SealState.DoesNotFit;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}
