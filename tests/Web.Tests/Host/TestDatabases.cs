using System.Security.Cryptography;
using System.Text;
using Linli.Web.Platform;
using Npgsql;

namespace Linli.Web.Tests.Host;

/// <summary>
/// Makes databases for tests out of templates: the schema's is migrated once per state of the SQL files, the demo world's
/// is loaded once per build of the product.
/// </summary>
internal sealed class TestDatabases(string superuser)
{
    private const string Prefix = "linli_t_";

    /// <summary>A template with the schema alone.</summary>
    public Task<string> SchemaTemplate() => schema.Value;

    /// <summary>A template with the demo world.</summary>
    public Task<string> DemoTemplate() => demo.Value;

    private readonly Lazy<Task<string>> schema = new(() => Template(superuser, "schema", SchemaHash(), TestDemo.LoadNothing));

    private readonly Lazy<Task<string>> demo = new(() => Template(superuser, "demo", BuildHash(), TestDemo.Load));

    /// <summary>Connection string to a new database made from the template.</summary>
    public async Task<string> CopyOf(string template)
    {
        var name = $"{Prefix}run_{Guid.NewGuid():N}";
        // Two copies of one template at a time are refused by PostgreSQL.
        await Run(superuser, $"create database {name} template {template}", serialized: true);
        return ConnectionTo(superuser, name);
    }

    public async Task Drop(string database)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(database));
        await Run(superuser, $"drop database if exists {new NpgsqlConnectionStringBuilder(database).Database} with (force)", serialized: false);
    }

    private static async Task<string> Template(string superuser, string kind, string hash, Func<string, Task> fill)
    {
        var name = $"{Prefix}{kind}_{hash}";
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        // Test programs that run at the same time make one template, not two.
        await Execute(connection, $"select pg_advisory_lock({Lock(kind)})");
        await DropStale(connection, name);
        if (!await Exists(connection, name) || !TestFolders.IsKept(name))
        {
            await Execute(connection, $"drop database if exists {name} with (force)");
            await Execute(connection, $"drop database if exists {name}_making with (force)");
            await Execute(connection, $"create database {name}_making");
            var making = ConnectionTo(superuser, $"{name}_making");
            await fill(making);
            NpgsqlConnection.ClearPool(new NpgsqlConnection(making));
            await Execute(connection, $"alter database {name}_making rename to {name}");
            TestFolders.Keep($"{name}_making", name);
        }

        await Execute(connection, $"select pg_advisory_unlock({Lock(kind)})");
        return name;
    }

    // What killed runs and earlier builds left on a server that lives longer than one run.
    private static async Task DropStale(NpgsqlConnection connection, string current)
    {
        await using var list = new NpgsqlCommand(
            $"select datname from pg_database where datname like '{Prefix.Replace("_", "\\_", StringComparison.Ordinal)}%' and datname <> '{current}' "
            + "and (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '6 hours'", connection);
        var stale = new List<string>();
        await using (var row = await list.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                stale.Add(row.GetString(0));
            }
        }

        foreach (var name in stale)
        {
            await Execute(connection, $"drop database if exists {name} with (force)");
        }
    }

    private static async Task<bool> Exists(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task Run(string superuser, string sql, bool serialized)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        if (serialized)
        {
            await Execute(connection, $"select pg_advisory_lock({Lock("copy")})");
        }

        await Execute(connection, sql);
        if (serialized)
        {
            await Execute(connection, $"select pg_advisory_unlock({Lock("copy")})");
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    private static string ConnectionTo(string superuser, string database) =>
        new NpgsqlConnectionStringBuilder(superuser) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static long Lock(string kind) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Prefix + kind)));

    private static string SchemaHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = typeof(LinliHost).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var sql = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            sql.CopyTo(bytes);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes.ToArray());
        }

        return Short(hash.GetHashAndReset());
    }

    private static string BuildHash() => Short(SHA256.HashData(
        [.. typeof(LinliHost).Assembly.ManifestModule.ModuleVersionId.ToByteArray(),
         .. typeof(Linli.Domain.Kernel.Refusal).Assembly.ManifestModule.ModuleVersionId.ToByteArray()]));

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..16];
}
