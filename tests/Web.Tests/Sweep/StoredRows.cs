using Linli.Web.Tests.Host;
using Shouldly;

namespace Linli.Web.Tests.Sweep;

/// <summary>Which tables hold more or fewer rows than before: a trigger notes it in the same transaction, so that what is rolled back is not noted.</summary>
internal static class StoredRows
{
    private const string Note = """
        create schema sweep;
        create unlogged table sweep.touched (name text);
        create function sweep.note() returns trigger language plpgsql as $$
          begin insert into sweep.touched values (tg_table_schema || '.' || tg_table_name); return null; end $$;
        do $$ declare t record; begin
          for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'sweep')
                      and n.nspname || '.' || c.relname <> all ($names$) loop
            execute format('create trigger sweep after insert or delete on %I.%I for each row execute function sweep.note()', t.nspname, t.relname);
          end loop; end $$;
        """;

    /// <summary>
    /// Sessions and keys of the tests themselves; tries and codes of signing in, which are counted because they were refused; the
    /// account behind a person, which is made when the person first comes to a page that needs one.
    /// </summary>
    private static readonly string[] Uncounted =
        ["platform.sessions", "platform.data_protection_keys", "platform.sign_in_codes", "platform.password_tries", "platform.outbox", "platform.accounts"];

    /// <summary>Begins to watch every table but for those that count what was tried.</summary>
    public static async Task Watch(TestApp app)
    {
        await app.Execute(Note.Replace("$names$", $"array[{string.Join(", ", Uncounted.Select(name => $"'{name}'"))}]", StringComparison.Ordinal));
        await app.World.Person();
        (await Touched(app)).ShouldBe(["registry.people"]);
    }

    /// <summary>Tables in which rows came or went since the last question.</summary>
    public static async Task<IReadOnlyList<string>> Touched(TestApp app) =>
        await app.Scalar<string[]>("with gone as (delete from sweep.touched returning name) select coalesce(array_agg(distinct name), '{}') from gone") ?? [];
}
