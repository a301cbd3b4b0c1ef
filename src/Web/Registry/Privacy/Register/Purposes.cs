using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Registry.Privacy.Register;

/// <summary>A column that holds personal data.</summary>
public sealed record PurposeRow(string Schema, string Table, string Column, string Type, string Purpose, LawfulBasis Basis, string Retention, bool Sensitive);

/// <summary>What the register is asked for; empty means all.</summary>
public sealed record PurposeFilter
{
    public string? Schema { get; set; }

    public string? Purpose { get; set; }

    public LawfulBasis? Basis { get; set; }

    public bool SensitiveOnly { get; set; }
}

/// <summary>The register of purposes, read from the comments in the database itself, with what is silent.</summary>
public sealed record PurposeRegister(IReadOnlyList<PurposeRow> Rows, IReadOnlyList<PurposeRow> All, IReadOnlyList<string> Undeclared);

/// <summary>Reads the register of purposes (PIPL 5 to 7, 13, 51, 54): every column that holds personal data, and why.</summary>
internal sealed class Purposes(NpgsqlDataSource database)
{
    private const string Sql = """
        select n.nspname, c.relname, a.attname, i.data_type,
               (select fn.nspname || '.' || fc.relname from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
                 where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any(k.conkey) limit 1),
               obj_description(c.oid, 'pg_class'), col_description(c.oid, a.attnum)
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join information_schema.columns i on i.table_schema = n.nspname and i.table_name = c.relname and i.column_name = a.attname
         where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
         order by n.nspname, c.relname, a.attnum
        """;

    public async Task<PurposeRegister?> Execute(PurposeFilter filter, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewPurposes).IsNothing)
        {
            return null;
        }

        var columns = await Columns(database, cancel);
        var all = columns.Where(c => c.Purpose is not null).Select(Row).ToList();
        return new PurposeRegister(
            [.. all.Where(row => Fits(row, filter))], all, [.. columns.Where(c => c.IsSilent || c.IsGarbled).Select(c => c.Address)]);
    }

    /// <summary>Every column of the database with what is said about it.</summary>
    internal static async Task<IReadOnlyList<DataColumn>> Columns(NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await ColumnsOf(connection, cancel);
    }

    internal static async Task<IReadOnlyList<DataColumn>> ColumnsOf(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        string? Text(int i) => row.IsDBNull(i) ? null : row.GetString(i);
        var columns = new List<DataColumn>();
        while (await row.ReadAsync(cancel))
        {
            columns.Add(new DataColumn(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(4), Text(5), Text(6)));
        }

        return columns;
    }

    private static PurposeRow Row(DataColumn c) =>
        new(c.Schema, c.Table, c.Name, c.Type, c.Purpose!.Purpose, c.Purpose.Basis, c.Purpose.Retention, c.Purpose.Sensitive);

    private static bool Fits(PurposeRow row, PurposeFilter filter) =>
        (string.IsNullOrEmpty(filter.Schema) || row.Schema == filter.Schema)
        && (string.IsNullOrEmpty(filter.Purpose) || row.Purpose == filter.Purpose)
        && (filter.Basis is null || row.Basis == filter.Basis)
        && (!filter.SensitiveOnly || row.Sensitive);
}
