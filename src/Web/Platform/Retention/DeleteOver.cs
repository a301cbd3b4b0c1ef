using Npgsql;

namespace Linli.Web.Platform.Retention;

/// <summary>Deletes the rows of a table that a condition finds over their time; $1 is the moment before which they are.</summary>
internal sealed class DeleteOver(NpgsqlDataSource database, string rule, string table, string over) : IRetentionTask
{
    public string Rule => rule;

    public string Subject => table;

    public async Task<long> CountOver(DateTimeOffset before, CancellationToken cancel)
    {
        await using var command = Command($"select count(*) from {table} where {over}", before);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command($"delete from {table} where {over}", before);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, DateTimeOffset before)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(before.ToUniversalTime());
        return command;
    }
}

internal static class RetentionRegistration
{
    public static IServiceCollection AddDeletion(this IServiceCollection services, string rule, string table, string over) =>
        services.AddScoped<IRetentionTask>(s => new DeleteOver(s.GetRequiredService<NpgsqlDataSource>(), rule, table, over));
}
