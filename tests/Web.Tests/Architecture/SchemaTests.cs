using Linli.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Migrations are SQL that people write, the model is C# that people write: nothing but this test compares them.</summary>
public class SchemaTests(EmptyHost host) : EmptyHostTests(host)
{
    /// <summary>Schemas that every module's tables may point to.</summary>
    private static readonly string[] SharedSchemas = ["registry", "platform"];

    [Fact]
    public async Task Every_mapped_column_exists_with_its_type_and_nullability()
    {
        var columns = await Columns();
        var entities = await App.WithDb(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsMappedToJson()).ToList()));
        Violations.ShouldBeNone(entities, entity => Differences(entity, columns), atLeast: 10);
    }

    [Fact]
    public async Task A_table_lies_in_the_schema_of_its_module()
    {
        var entities = await App.WithDb(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsMappedToJson()).ToList()));
        Violations.ShouldBeNone(
            entities,
            entity => House.ModuleOf(entity.ClrType) is { } module && entity.GetSchema() != Of(module)
                ? [$"{entity.ClrType.FullName} → {entity.GetSchema()}"]
                : [],
            atLeast: 10);
    }

    [Fact]
    public async Task Foreign_keys_leave_a_schema_only_towards_registry_and_platform()
    {
        var keys = await Rows(
            """
            select f.nspname, t.nspname, c.conname from pg_constraint c
              join pg_class fc on fc.oid = c.conrelid join pg_namespace f on f.oid = fc.relnamespace
              join pg_class tc on tc.oid = c.confrelid join pg_namespace t on t.oid = tc.relnamespace
             where c.contype = 'f'
            """, row => (From: row.GetString(0), To: row.GetString(1), Name: row.GetString(2)));
        Violations.ShouldBeNone(
            keys,
            // Platform stands below the registry and cannot know it.
            key => key.From == key.To || (SharedSchemas.Contains(key.To) && key.From != "platform") ? [] : [$"{key.Name}: {key.From} → {key.To}"],
            atLeast: 10);
    }

    [Fact]
    public async Task No_column_rounds()
    {
        var columns = await Columns();
        Violations.ShouldBeNone(
            columns.ToList(), column => column.Value.Type is "real" or "double precision" or "money" ? [$"{column.Key}: {column.Value.Type}"] : [], atLeast: 50);
    }

    [Fact]
    public async Task Moments_carry_their_zone()
    {
        var columns = await Columns();
        Violations.ShouldBeNone(
            columns.ToList(), column => column.Value.Type == "timestamp without time zone" ? [column.Key.ToString()] : [], atLeast: 50);
    }

    private static IEnumerable<string> Differences(IEntityType entity, Dictionary<(string Schema, string Table, string Column), (string Type, bool Nullable)> columns)
    {
        var (schema, table) = (entity.GetSchema() ?? "public", entity.GetTableName()!);
        var here = StoreObjectIdentifier.Table(table, entity.GetSchema());
        foreach (var property in entity.GetProperties())
        {
            // A row version is PostgreSQL's own column.
            if (property.GetColumnName(here) is not { } name || name == "xmin")
            {
                continue;
            }

            if (!columns.TryGetValue((schema, table, name), out var column))
            {
                yield return $"{schema}.{table}.{name} is mapped by {entity.ClrType.Name} and not there";
                continue;
            }

            var mapped = TypeName(property.GetColumnType(here)!);
            if (mapped != column.Type)
            {
                yield return $"{schema}.{table}.{name} is {column.Type}, mapped as {mapped}";
            }

            // Identity calls nullable what its own code always fills; SQL may be stricter there.
            var stricter = property.DeclaringType.ClrType.Assembly != House.Web || property.PropertyInfo?.DeclaringType?.Assembly != House.Web;
            if (property.IsColumnNullable(here) != column.Nullable && !(stricter && !column.Nullable))
            {
                yield return $"{schema}.{table}.{name} is {(column.Nullable ? "nullable" : "not null")}, mapped the other way";
            }
        }

        // A JSON column carries the name of what is kept in it.
        foreach (var container in entity.GetNavigations().Select(n => n.TargetEntityType.GetContainerColumnName()).OfType<string>().Distinct())
        {
            if (!columns.ContainsKey((schema, table, container)))
            {
                yield return $"{schema}.{table}.{container} is mapped as JSON by {entity.ClrType.Name} and not there";
            }
        }

        // A column that must be filled and is not mapped would refuse every row that EF writes.
        var names = entity.GetProperties().Select(p => p.GetColumnName(here))
            .Concat(entity.GetNavigations().Select(n => n.TargetEntityType.GetContainerColumnName())).ToHashSet();
        foreach (var (key, _) in columns.Where(c => c.Key.Schema == schema && c.Key.Table == table && !c.Value.Nullable && !names.Contains(c.Key.Column)))
        {
            yield return $"{schema}.{table}.{key.Column} must be filled and is not mapped by {entity.ClrType.Name}";
        }
    }

    private static string TypeName(string mapped) => mapped.Split('(')[0] switch
    {
        "character varying" => "text",
        "text[]" or "uuid[]" => "ARRAY",
        var same => same,
    };

    private async Task<Dictionary<(string Schema, string Table, string Column), (string Type, bool Nullable)>> Columns() =>
        (await Rows(
            """
            select table_schema, table_name, column_name, data_type, is_nullable = 'YES'
              from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema') and (table_schema, table_name) in (select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE')
            """,
            row => (Key: (row.GetString(0), row.GetString(1), row.GetString(2)), Value: (row.GetString(3), row.GetBoolean(4)))))
        .ToDictionary(c => c.Key, c => c.Value);

    private async Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(App.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private static string Of(string module) => module.ToLowerInvariant();
}
