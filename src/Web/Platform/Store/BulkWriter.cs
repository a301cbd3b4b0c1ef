using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Linli.Web.Platform.Store;

/// <summary>Writes many rows by binary COPY. Tables and columns come from the mapping, so a column added there is written here.</summary>
internal static class BulkWriter
{
    public static Task Insert(IEntityType entity, IReadOnlyList<object> rows, NpgsqlConnection connection, CancellationToken cancel) =>
        Copy(entity, TableOf(entity), rows, connection, cancel);

    /// <summary>Brings registered rows to what they are now: copied beside the table, then one update.</summary>
    public static async Task Update(IEntityType entity, IReadOnlyList<object> rows, NpgsqlConnection connection, CancellationToken cancel)
    {
        var names = Columns(entity).Select(column => column.GetColumnName()).ToArray();
        var key = entity.FindPrimaryKey()!.Properties.Select(column => column.GetColumnName()).ToArray();
        var beside = $"changed_{entity.GetTableName()}";
        await Run($"create temporary table {beside} on commit drop as select {string.Join(", ", names)} from {TableOf(entity)} with no data", connection, cancel);
        await Copy(entity, beside, rows, connection, cancel);
        await Run($"""
            update {TableOf(entity)} t set {string.Join(", ", names.Except(key).Select(name => $"{name} = c.{name}"))}
              from {beside} c where {string.Join(" and ", key.Select(name => $"t.{name} = c.{name}"))}
            """, connection, cancel);
    }

    private static string TableOf(IEntityType entity) => $"{entity.GetSchema()}.{entity.GetTableName()}";

    // PostgreSQL itself keeps the version of a row.
    private static IProperty[] Columns(IEntityType entity) => [.. entity.GetProperties().Where(property => property.ValueGenerated != ValueGenerated.OnAddOrUpdate)];

    private static async Task Copy(IEntityType entity, string table, IReadOnlyList<object> rows, NpgsqlConnection connection, CancellationToken cancel)
    {
        var columns = Columns(entity);
        var names = string.Join(", ", columns.Select(column => column.GetColumnName()));
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (Stored(column, row) is { } value)
                {
                    await copy.WriteAsync(value, column.GetColumnType(), cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private static object? Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        value = column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return value is DateTimeOffset moment ? moment.ToUniversalTime() : value;
    }

    private static async Task Run(string sql, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
