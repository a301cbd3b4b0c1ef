using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Registry.Divisions;

/// <summary>Tables between preview and confirmation: kept for a day, for the one who sent them.</summary>
internal sealed class DivisionUploads(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task<Guid> Keep(Actor actor, IReadOnlyList<DivisionFile> files, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ImportDivisions).IsNothing)
        {
            return Guid.Empty;
        }

        var now = clock.GetUtcNow();
        var upload = Guid.CreateVersion7(now);
        await using var batch = database.CreateBatch();
        var purge = new NpgsqlBatchCommand("delete from registry.division_uploads where created_at < $1");
        purge.Parameters.AddWithValue(now - Life);
        batch.BatchCommands.Add(purge);
        for (var position = 0; position < files.Count; position++)
        {
            var insert = new NpgsqlBatchCommand("insert into registry.division_uploads (id, position, person_id, name, content, created_at) values ($1, $2, $3, $4, $5, $6)");
            insert.Parameters.AddWithValue(upload);
            insert.Parameters.AddWithValue(position);
            insert.Parameters.AddWithValue(actor.PersonId);
            insert.Parameters.AddWithValue(files[position].Name);
            insert.Parameters.AddWithValue(files[position].Content);
            insert.Parameters.AddWithValue(now);
            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return upload;
    }

    public async Task<IReadOnlyList<DivisionFile>> Read(Guid upload, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ImportDivisions).IsNothing)
        {
            return [];
        }

        await using var command = database.CreateCommand("select name, content from registry.division_uploads where id = $1 and person_id = $2 order by position");
        command.Parameters.AddWithValue(upload);
        command.Parameters.AddWithValue(actor.PersonId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var files = new List<DivisionFile>();
        while (await row.ReadAsync(cancel))
        {
            files.Add(new DivisionFile(row.GetString(0), row.GetFieldValue<byte[]>(1)));
        }

        return files;
    }
}
