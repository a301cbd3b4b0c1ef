using Linli.Domain.Registry;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Registry.Divisions;

/// <summary>Writes a plan: COPY into a table of this transaction, then one statement for each kind of change.</summary>
internal static class DivisionWriter
{
    private const string Table = """
        create temporary table division_rows (
          id uuid primary key, is_new boolean not null, code text not null, code_before text, parent_code text, kind text not null,
          path text collate "C", name text not null, official_name text not null, initials text not null) on commit drop;
        create temporary table division_paths (path_before text collate "C" primary key, path_after text collate "C" not null) on commit drop;
        """;

    // Paths are unique: what moves steps aside first, so that two places may change places. Old codes are free by the plan's rules.
    private const string Apply = """
        analyze division_rows; analyze division_paths;

        -- A compound lies one segment below its division, a building two, an entrance three; divisions are named themselves.
        create temporary table division_moved on commit drop as
        select p.id, m.path_after || substr(p.path, length(m.path_before) + 1) as path_after
          from registry.places p
          join division_paths m on m.path_before = regexp_replace(p.path, case p.kind
               when 'Compound' then '([^/]+/){1}$' when 'Building' then '([^/]+/){2}$' when 'Entrance' then '([^/]+/){3}$' else '^$' end, '')
         where exists (select 1 from division_paths);
        update registry.places p set path = '*' || p.path from division_moved m where p.id = m.id;
        update registry.places p set path = m.path_after from division_moved m where p.id = m.id;

        update registry.units u set code = r.code || substr(u.code, length(r.code_before) + 1)
          from division_rows r where r.code_before <> r.code and split_part(u.code, '-', 1) = r.code_before;
        update registry.places p set code = r.code || substr(p.code, length(r.code_before) + 1)
          from division_rows r where r.code_before <> r.code and split_part(p.code, '-', 1) = r.code_before and p.code <> r.code_before;
        update registry.places p set code = r.code, name = r.name, official_name = r.official_name, initials = r.initials, source = @source
          from division_rows r where p.id = r.id and not r.is_new;

        insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
        select r.id, coalesce(n.id, e.id, root.id), r.kind, r.code, r.path, r.name, r.official_name, r.initials, @source
          from division_rows r
          left join division_rows n on n.code = r.parent_code
          left join registry.places e on e.code = r.parent_code
          join registry.places root on root.path = ''
         where r.is_new
         order by r.path;
        update registry.places p set parent_id = coalesce(above.id, root.id)
          from division_rows r
          left join registry.places above on above.code = r.parent_code
          join registry.places root on root.path = ''
         where p.id = r.id and not r.is_new;
        """;

    public static async Task Write(
        DivisionPlan plan, string source, DateTimeOffset now, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await Run(connection, transaction, Table, null, cancel);
        await CopyRows(plan, now, connection, cancel);
        await CopyPaths(plan, connection, cancel);
        await Run(connection, transaction, Apply, source, cancel);
    }

    private static async Task Run(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, string? source, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        if (source is not null)
        {
            command.Parameters.AddWithValue("source", source);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task CopyRows(DivisionPlan plan, DateTimeOffset now, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var rows = await connection.BeginBinaryImportAsync("copy division_rows from stdin (format binary)", cancel);
        foreach (var added in plan.Added)
        {
            await Row(rows, Guid.CreateVersion7(now), null, added.Row, added.Path.Value, cancel);
        }

        foreach (var changed in plan.Renamed.Concat(plan.Moved))
        {
            await Row(rows, changed.Before.Id, changed.Before.Code, changed.After, null, cancel);
        }

        await rows.CompleteAsync(cancel);
    }

    private static async Task Row(NpgsqlBinaryImporter rows, Guid id, string? codeBefore, DivisionRow row, string? path, CancellationToken cancel)
    {
        var name = DivisionName.Short(row.Name);
        await rows.StartRowAsync(cancel);
        await rows.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
        await rows.WriteAsync(codeBefore is null, NpgsqlDbType.Boolean, cancel);
        foreach (var text in new[] { row.Code, codeBefore, row.ParentCode, ((PlaceKind)row.Level).ToString(), path, name, row.Name, PinyinInitials.Of(name) })
        {
            await (text is null ? rows.WriteNullAsync(cancel) : rows.WriteAsync(text, NpgsqlDbType.Text, cancel));
        }
    }

    private static async Task CopyPaths(DivisionPlan plan, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var rows = await connection.BeginBinaryImportAsync("copy division_paths from stdin (format binary)", cancel);
        foreach (var change in plan.PathChanges)
        {
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync(change.From.Value, NpgsqlDbType.Text, cancel);
            await rows.WriteAsync(change.To.Value, NpgsqlDbType.Text, cancel);
        }

        await rows.CompleteAsync(cancel);
    }
}
