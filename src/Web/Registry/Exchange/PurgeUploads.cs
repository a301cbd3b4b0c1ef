using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Registry.Exchange;

/// <summary>Removes workbooks that nobody confirmed within a day: they hold whole numbers.</summary>
internal sealed class PurgeUploads(NpgsqlDataSource database) : IScheduledJob
{
    public static string Name => "purge-workbooks";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("delete from registry.exchange_uploads where created_at < $1");
        command.Parameters.AddWithValue(now - ExchangeUploads.Life);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
