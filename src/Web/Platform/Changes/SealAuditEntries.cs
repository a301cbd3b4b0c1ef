using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Platform.Changes;

/// <summary>
/// Chains new audit entries, seconds after they were written. Doing it apart from the change keeps changes from waiting
/// for each other; what is not yet sealed is listed by the verification.
/// </summary>
internal sealed class SealAuditEntries(NpgsqlDataSource database) : IScheduledJob
{
    private const int BatchSize = 2000;

    public static string Name => "seal-audit-entries";

    public static TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        while (await SealBatch(now, cancel) == BatchSize)
        {
        }
    }

    private async Task<int> SealBatch(DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var only = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('linli.audit'))", connection))
        {
            await only.ExecuteNonQueryAsync(cancel);
        }

        var (position, hash) = await Head(connection, cancel);
        var seals = new List<(long Position, Guid Entry, byte[] Hash)>();
        await using (var pending = new NpgsqlCommand(
            // Ids grow with time; taking the oldest first keeps the join from reading the whole trail.
            $"""
            select {AuditChain.EntryColumns} from (select entry_id from platform.audit_unsealed order by entry_id limit {BatchSize}) u
              cross join lateral (select * from platform.audit_entries where id = u.entry_id offset 0) e
             order by e.id
            """,
            connection))
        await using (var row = await pending.ExecuteReaderAsync(cancel))
        {
            while (await row.ReadAsync(cancel))
            {
                hash = AuditChain.Link(hash, row, 0);
                seals.Add((++position, row.GetGuid(0), hash));
            }
        }

        await using (var write = new NpgsqlCommand(
            "insert into platform.audit_seals (position, entry_id, hash, sealed_at) select p, e, h, $4 from unnest($1::bigint[], $2::uuid[], $3::bytea[]) as t(p, e, h)", connection))
        {
            write.Parameters.AddWithValue(seals.Select(s => s.Position).ToArray());
            write.Parameters.AddWithValue(seals.Select(s => s.Entry).ToArray());
            write.Parameters.AddWithValue(seals.Select(s => s.Hash).ToArray());
            write.Parameters.AddWithValue(now);
            await write.ExecuteNonQueryAsync(cancel);
        }

        await using (var clear = new NpgsqlCommand("delete from platform.audit_unsealed where entry_id = any($1)", connection))
        {
            clear.Parameters.AddWithValue(seals.Select(s => s.Entry).ToArray());
            await clear.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return seals.Count;
    }

    private static async Task<(long Position, byte[] Hash)> Head(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var head = new NpgsqlCommand("select position, hash from platform.audit_seals order by position desc limit 1", connection);
        await using var row = await head.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, AuditChain.Beginning);
    }
}
