using Npgsql;
using Xunit;

namespace Linli.EndToEnd.Host;

/// <summary>An empty database of its own; the product migrates it when it starts.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string superuser;
    private readonly string name = $"linli_e_{Guid.NewGuid():N}";

    private TestDatabase(string superuser) => this.superuser = superuser;

    public string Connection => new NpgsqlConnectionStringBuilder(superuser) { Database = name, MaxPoolSize = 30 }.ConnectionString;

    /// <summary>The product's data folder, kept over restarts.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("linli-e2e-").FullName;

    public static async Task<TestDatabase> Make()
    {
        if (Environment.GetEnvironmentVariable("LINLI_TEST_DATABASE") is not { Length: > 0 } superuser)
        {
            Assert.Skip("LINLI_TEST_DATABASE is not set: these tests need PostgreSQL 15 or newer; ./test brings one.");
            throw new InvalidOperationException();
        }

        var database = new TestDatabase(superuser);
        await database.RunAsSuperuser($"create database {database.name}");
        return database;
    }

    public async Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await row.ReadAsync())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        await RunAsSuperuser($"drop database if exists {name} with (force)");
        Directory.Delete(Folder, recursive: true);
    }

    private async Task RunAsSuperuser(string sql)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
