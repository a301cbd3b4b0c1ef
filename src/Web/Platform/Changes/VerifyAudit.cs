using Npgsql;

namespace Linli.Web.Platform.Changes;

/// <summary>What walking the chain showed.</summary>
internal sealed record AuditVerdict
{
    public required long Sealed { get; init; }

    public required long Unsealed { get; init; }

    public required string Head { get; init; }

    /// <summary>The first position that does not fit; null when all fit.</summary>
    public long? BrokenAt { get; init; }

    /// <summary>Whether the head noted down earlier is not in the chain: its tail was cut, or it is another chain.</summary>
    public bool LacksKnownHead { get; init; }

    /// <summary>Entries that are neither sealed nor waiting to be: somebody removed their seal or their place in the queue.</summary>
    public long Stray { get; init; }

    public bool IsWhole => BrokenAt is null && Stray == 0 && !LacksKnownHead;
}

/// <summary>
/// Recomputes the chain from its beginning. An entry changed, removed or put in between shows as the first position that
/// does not fit; a cut tail shows when the head is compared with one that was noted down earlier.
/// </summary>
internal sealed class VerifyAudit(NpgsqlDataSource database)
{
    /// <param name="knownHead">"position:hash" noted earlier, or null.</param>
    /// <param name="cancel">Stops the walk.</param>
    public async Task<AuditVerdict> Run(string? knownHead, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var unsealed = await Count(connection, "select count(*) from platform.audit_unsealed", cancel);
        var stray = await Count(connection, """
            select count(*) from platform.audit_entries e
             where not exists (select 1 from platform.audit_seals s where s.entry_id = e.id)
               and not exists (select 1 from platform.audit_unsealed u where u.entry_id = e.id)
            """, cancel);

        var hash = AuditChain.Beginning;
        long position = 0;
        long? broken = null;
        var known = knownHead is null;
        await using var walk = new NpgsqlCommand(
            $"select s.position, s.hash, {AuditChain.EntryColumns} from platform.audit_seals s left join platform.audit_entries e on e.id = s.entry_id order by s.position",
            connection);
        await using var row = await walk.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            position++;
            var fits = row.GetInt64(0) == position && !row.IsDBNull(2);
            hash = fits ? AuditChain.Link(hash, row, 2) : hash;
            if (!fits || !hash.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(1)))
            {
                broken = row.GetInt64(0);
                break;
            }

            known |= string.Equals(knownHead, Name(position, hash), StringComparison.OrdinalIgnoreCase);
        }

        return new AuditVerdict
        {
            Sealed = position,
            Unsealed = unsealed,
            Stray = stray,
            Head = Name(position, hash),
            BrokenAt = broken,
            LacksKnownHead = !known,
        };
    }

    private static string Name(long position, byte[] hash) => $"{position}:{Convert.ToHexStringLower(hash)}";

    private static async Task<long> Count(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
