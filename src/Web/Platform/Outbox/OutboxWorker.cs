using System.Text.Json;
using Linli.Web.Platform.Personal;
using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>
/// Takes due messages with SKIP LOCKED, so that any number of web nodes share the work, sends them inside the claiming
/// transaction and deletes them. A failed one waits longer each time and keeps its error for the operator.
/// </summary>
internal sealed partial class OutboxWorker(
    NpgsqlDataSource database, ISmsGateway sms, PersonalCipher cipher, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendOne(stoppingToken))
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

    /// <summary>Sends the next due message; false when none is due.</summary>
    internal async Task<bool> SendOne(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var claim = new NpgsqlCommand(
            "select id, kind, payload, attempts from platform.outbox where due_at <= $1 order by due_at, id limit 1 for update skip locked", connection);
        var now = clock.GetUtcNow();
        claim.Parameters.AddWithValue(now);
        long id;
        string kind;
        string payload;
        int attempts;
        await using (var row = await claim.ExecuteReaderAsync(cancel))
        {
            if (!await row.ReadAsync(cancel))
            {
                return false;
            }

            (id, kind, payload, attempts) = (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3));
        }

        try
        {
            await Send(id, kind, payload, cancel);
            await Finish(connection, "delete from platform.outbox where id = $1", cancel, id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SendingFailed(id, kind, e.Message);
            await Finish(
                connection,
                "update platform.outbox set attempts = attempts + 1, last_error = $2, due_at = $3 where id = $1",
                cancel, id, e.Message, now + TimeSpan.FromSeconds(Math.Min(3600, 5 * (1 << Math.Min(attempts, 10)))));
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    private Task Send(long id, string kind, string payload, CancellationToken cancel)
    {
        if (kind != OutboxMessage.SmsKind)
        {
            throw new InvalidOperationException($"No sender for {kind}.");
        }

        var message = JsonSerializer.Deserialize<SmsPayload>(payload)!;
        return sms.Send(id, cipher.Decrypt(message.PhoneCipher), message.PhoneMasked, message.Text, cancel);
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
