using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Registry.Exchange;

/// <summary>A workbook as it was sent.</summary>
internal sealed record UploadedWorkbook(string Name, byte[] Content);

/// <summary>Workbooks between preview and confirmation: kept for a day, for the one who sent them.</summary>
internal sealed class ExchangeUploads(NpgsqlDataSource database, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task<Guid> Keep(string compoundCode, UploadedWorkbook workbook, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var upload = Guid.CreateVersion7(now);
        await using var insert = database.CreateCommand(
            "insert into registry.exchange_uploads (id, person_id, compound_id, name, content, created_at) select $1, $2, id, $4, $5, $6 from registry.places where code = $3 and path like $7");
        foreach (var value in new object[] { upload, actor.PersonId, compoundCode, workbook.Name, workbook.Content, now, Scope.Of(actor, Permission.ManageRegistry).SqlPattern ?? (object)DBNull.Value })
        {
            insert.Parameters.AddWithValue(value);
        }

        await insert.ExecuteNonQueryAsync(cancel);
        return upload;
    }

    public async Task<UploadedWorkbook?> Read(Guid upload, string compoundCode, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("""
            select u.name, u.content from registry.exchange_uploads u join registry.places p on p.id = u.compound_id
             where u.id = $1 and u.person_id = $2 and p.code = $3 and p.path like $4 and u.created_at >= $5
            """);
        foreach (var value in new object[] { upload, actor.PersonId, compoundCode, Scope.Of(actor, Permission.ManageRegistry).SqlPattern ?? (object)DBNull.Value, clock.GetUtcNow() - Life })
        {
            command.Parameters.AddWithValue(value);
        }

        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new UploadedWorkbook(row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>What was imported need not be kept.</summary>
    public async Task Remove(Guid upload, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ManageRegistry).IsNothing)
        {
            return;
        }

        await using var command = database.CreateCommand("delete from registry.exchange_uploads where id = $1 and person_id = $2");
        command.Parameters.AddWithValue(upload);
        command.Parameters.AddWithValue(actor.PersonId);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
