using Linli.Domain.Registry.Privacy;
using Npgsql;

namespace Linli.Web.Registry.Privacy.Register;

/// <summary>Why a table holds what it holds, for telling people about their own data; read once, because a running program's schema does not change.</summary>
internal sealed class TablePurposes(NpgsqlDataSource database)
{
    private IReadOnlyDictionary<string, IReadOnlyList<PurposeNote>>? known;

    internal async Task<IReadOnlyList<PurposeNote>> Of(string table, CancellationToken cancel)
    {
        known ??= (await Purposes.Columns(database, cancel)).Where(c => c.Purpose is not null).GroupBy(c => $"{c.Schema}.{c.Table}")
            .ToDictionary(of => of.Key, of => (IReadOnlyList<PurposeNote>)[.. of.Select(c => c.Purpose!).Distinct()]);
        return known.TryGetValue(table, out var notes) ? notes : [];
    }
}
