using Npgsql;

namespace Linli.Web.Platform.Jobs;

/// <summary>
/// Runs one kind of job. The job's row is the lease: it is locked while the job runs, so other nodes pass it by, and a node
/// that dies lets go of it at once.
/// </summary>
internal sealed partial class JobRunner<TJob>(
    NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner<TJob>> log) : BackgroundService
    where TJob : class, IScheduledJob
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromTicks(Math.Min(TJob.Every.Ticks, TimeSpan.FromSeconds(30).Ticks));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunIfDue(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                DatabaseUnreachable(TJob.Name, e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs the job if it is due and no other node runs it; true when it ran.</summary>
    internal async Task<bool> RunIfDue(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await Execute(connection, "insert into platform.jobs (name, due_at) values ($1, $2) on conflict do nothing", cancel, TJob.Name, now);
        await using var lease = await connection.BeginTransactionAsync(cancel);
        if (await Execute(connection, "select 1 from platform.jobs where name = $1 and due_at <= $2 for update skip locked", cancel, TJob.Name, now) is null)
        {
            return false;
        }

        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TJob>().Run(now, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            error = e.Message;
            JobFailed(e, TJob.Name);
        }

        await Execute(
            connection, "update platform.jobs set due_at = $2, last_run_at = $3, last_error = $4 where name = $1",
            cancel, TJob.Name, now + TJob.Every, now, (object?)error ?? DBNull.Value);
        await lease.CommitAsync(cancel);
        return true;
    }

    private static async Task<object?> Execute(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is DBNull
                ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
                : new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed")]
    private partial void JobFailed(Exception error, string job);

    [LoggerMessage(LogLevel.Warning, "Job {Job} waits for the database: {Error}")]
    private partial void DatabaseUnreachable(string job, string error);
}

internal static class JobRegistration
{
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IScheduledJob =>
        services.AddScoped<TJob>().AddSingleton<JobRunner<TJob>>().AddHostedService(s => s.GetRequiredService<JobRunner<TJob>>());
}
