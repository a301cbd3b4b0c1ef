using Linli.Domain.Kernel;
using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>Counts days of the three rates beforehand, all but the last two, so that a district's year is read and not counted.</summary>
internal sealed class CountRateDays(NpgsqlDataSource database) : IScheduledJob
{
    public static string Name => "count-rate-days";

    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(RateDays.Count);
        // The first run of an installation that is years old takes its time.
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue("through", ChinaTime.DayOf(now).AddDays(-2));
        command.Parameters.AddWithValue("at", now);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
