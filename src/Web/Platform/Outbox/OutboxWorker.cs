using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>
/// Takes due messages with SKIP LOCKED, so that any number of web nodes share the work, sends them inside the claiming
/// transaction and deletes them. A failed one waits longer each time and keeps its error for the operator.
/// </summary>
internal sealed partial class OutboxWorker(
    NpgsqlDataSource database, IEnumerable<IOutboxSender> senders, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendSome(stoppingToken) is { More: true })
                {
                }
            }
            catch (NpgsqlException e)
            {
                DatabaseUnreachable(e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends the next due messages of each kind; tells how many were tried, and whether more may be due.</summary>
    internal async Task<(int Tried, bool More)> SendSome(CancellationToken cancel)
    {
        var (tried, more) = (0, false);
        foreach (var sender in senders)
        {
            // What fails together is tried one by one, so that the faulty message alone waits.
            var count = await Send(sender, sender.AtOnce, cancel) ?? await Send(sender, 1, cancel) ?? 0;
            tried += count;
            // A batch that was not full emptied the queue; what came since can wait for the next turn and go together.
            more |= count == sender.AtOnce || (count == 1 && sender.AtOnce > 1);
        }

        return (tried, more);
    }

    // Null when several failed together and nothing was changed.
    private async Task<int?> Send(IOutboxSender sender, int atOnce, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var messages = await Claim(sender.Kind, atOnce, connection, now, cancel);
        if (messages.Count == 0)
        {
            return 0;
        }

        try
        {
            await transaction.SaveAsync("sending", cancel);
            await sender.Send(messages, connection, cancel);
            await Finish(connection, "delete from platform.outbox where id = any($1)", cancel, messages.Select(m => m.Id).ToArray());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (messages.Count > 1)
            {
                return null;
            }

            await transaction.RollbackAsync("sending", cancel);
            SendingFailed(messages[0].Id, sender.Kind, e.Message);
            await Finish(
                connection,
                "update platform.outbox set attempts = attempts + 1, last_error = $2, due_at = $3 where id = $1",
                cancel, messages[0].Id, e.Message, now + TimeSpan.FromSeconds(Math.Min(3600, 5 * (1 << Math.Min(messages[0].Attempts, 10)))));
        }

        await transaction.CommitAsync(cancel);
        return messages.Count;
    }

    private static async Task<List<ClaimedMessage>> Claim(string kind, int atOnce, NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel)
    {
        await using var claim = new NpgsqlCommand(
            "select id, payload, attempts from platform.outbox where kind = $1 and due_at <= $2 order by due_at, id limit $3 for update skip locked", connection);
        claim.Parameters.AddWithValue(kind);
        claim.Parameters.AddWithValue(now);
        claim.Parameters.AddWithValue(atOnce);
        await using var row = await claim.ExecuteReaderAsync(cancel);
        var messages = new List<ClaimedMessage>();
        while (await row.ReadAsync(cancel))
        {
            messages.Add(new(row.GetInt64(0), row.GetString(1), row.GetInt32(2)));
        }

        return messages;
    }

    private static async Task Finish(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Outbox message {Id} ({Kind}) was not sent: {Error}")]
    private partial void SendingFailed(long id, string kind, string error);

    [LoggerMessage(LogLevel.Warning, "Outbox waits for the database: {Error}")]
    private partial void DatabaseUnreachable(string error);
}
