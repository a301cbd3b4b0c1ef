using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>A list as it was sent.</summary>
internal sealed record HotlineList(string Name, byte[] Content);

/// <summary>Lists between preview and confirmation: kept for a day, for the one who sent them.</summary>
internal sealed class HotlineUploads(NpgsqlDataSource database, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task<Guid> Keep(HotlineList list, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var upload = Guid.CreateVersion7(now);
        await using var insert = database.CreateCommand("insert into tickets.hotline_uploads (id, person_id, name, content, created_at) select $1, $2, $3, $4, $5 where $6");
        foreach (var value in new object[] { upload, actor.PersonId, list.Name, list.Content, now, !Scope.Of(actor, Permission.TakeReports).IsNothing })
        {
            insert.Parameters.AddWithValue(value);
        }

        await insert.ExecuteNonQueryAsync(cancel);
        return upload;
    }

    public async Task<HotlineList?> Read(Guid upload, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select name, content from tickets.hotline_uploads where id = $1 and person_id = $2 and created_at >= $3 and $4");
        foreach (var value in new object[] { upload, actor.PersonId, clock.GetUtcNow() - Life, !Scope.Of(actor, Permission.TakeReports).IsNothing })
        {
            command.Parameters.AddWithValue(value);
        }

        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new HotlineList(row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>What was taken over need not be kept.</summary>
    public async Task Remove(Guid upload, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("delete from tickets.hotline_uploads where id = $1 and person_id = $2 and $3");
        foreach (var value in new object[] { upload, actor.PersonId, !Scope.Of(actor, Permission.TakeReports).IsNothing })
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }
}
