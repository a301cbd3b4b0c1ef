using Npgsql;

namespace Linli.Web.Platform.Store;

/// <summary>A plain statement with named values, read row by row into view records. A null among the values is a null of whatever type the statement says.</summary>
internal static class SqlRows
{
    public static async Task<IReadOnlyList<T>> Read<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await row.ReadAsync(cancel))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>The first row; nothing where there is none.</summary>
    public static T? FirstOrNone<T>(this IReadOnlyList<T> rows) => rows.Count == 0 ? default : rows[0];

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid? IdOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static DateOnly? DayOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static int? NumberOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
