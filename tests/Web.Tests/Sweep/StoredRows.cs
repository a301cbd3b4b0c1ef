using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Sweep;

/// <summary>How many rows each table holds, but for those that count what was tried.</summary>
internal static class StoredRows
{
    /// <summary>
    /// Sessions and keys of the tests themselves; tries and codes of signing in, which are counted because they were refused; the
    /// account behind a person, which is made when the person first comes to a page that needs one.
    /// </summary>
    private static readonly string[] Uncounted =
        ["platform.sessions", "platform.data_protection_keys", "platform.sign_in_codes", "platform.password_tries", "platform.outbox", "platform.accounts"];

    public static async Task<IReadOnlyDictionary<string, long>> Of(TestApp app)
    {
        var rows = await app.Scalar<string>(
            """
            select string_agg(schemaname || '.' || tablename || '=' || (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text, ';')
              from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
            """);
        return rows!.Split(';').Select(r => r.Split('=')).Where(r => !Uncounted.Contains(r[0]))
            .ToDictionary(r => r[0], r => long.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Tables that hold more or fewer rows than before.</summary>
    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) =>
        after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key);
}
