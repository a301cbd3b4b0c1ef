using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>A year of the 三多. Null where nothing is known, which is not nought.</summary>
/// <param name="Year">The year.</param>
/// <param name="Complaints">业主投诉.</param>
/// <param name="Disputes">矛盾纠纷.</param>
/// <param name="Security">治安案件.</param>
/// <param name="Compounds">Compounds of which something is known.</param>
/// <param name="IsRunning">Whether the year is not over.</param>
/// <param name="Sources">Where entered figures come from.</param>
public sealed record ThreeManyYear(int Year, int? Complaints, int? Disputes, int? Security, int Compounds, bool IsRunning, IReadOnlyList<string> Sources)
{
    public int? Of(ThreeMany one) => one switch { ThreeMany.Complaints => Complaints, ThreeMany.Disputes => Disputes, _ => Security };

    /// <summary>All three, where all are known.</summary>
    public int? Total => Complaints + Disputes + Security;
}

/// <summary>The 三多 of a place over years, oldest first.</summary>
public sealed record ThreeManyView(FindingPlace Place, FindingRules Rules, IReadOnlyList<ThreeManyYear> Years, bool MayEnter);

/// <summary>
/// Counts the 三多 of a place by years: tickets, and where somebody entered the figure of a year that is over, that figure in their
/// place. A compound's years before its first ticket are unknown, and so is the year in which it began.
/// </summary>
internal sealed class ShowThreeMany(NpgsqlDataSource database, TimeProvider clock)
{
    internal const string CountTickets = """
        select p.id, b.began, c.year, c.of, c.count
          from registry.places p
         cross join lateral (select extract(year from min(received_at) at time zone 'Asia/Shanghai')::int as began from tickets.tickets where compound_id = p.id) b
          left join lateral (
               select extract(year from t.received_at at time zone 'Asia/Shanghai')::int as year,
                      case when t.category = any(@security) or t.category in (select code from tickets.category_rules where parent = any(@security)) then 'Security'
                           when t.kind = any(@disputes) then 'Disputes' else 'Complaints' end as of, count(*)::int as count
                 from tickets.tickets t
                where t.compound_id = p.id and t.received_at >= @from and t.state <> 'Withdrawn'
                  and (t.kind = any(@disputes) or t.kind = any(@complaints) or t.category = any(@security)
                       or t.category in (select code from tickets.category_rules where parent = any(@security)))
                group by 1, 2) c on true
         where p.kind = 'Compound' and p.path like @here
        """;

    private const string ReadEntered = """
        select distinct on (f.compound_id, f.year, f.of) f.compound_id, f.year, f.of, f.count, f.source
          from tickets.three_many_figures f join registry.places p on p.id = f.compound_id
         where p.path like @here and f.year >= @first order by f.compound_id, f.year, f.of, f.mark desc
        """;

    public async Task<Outcome<ThreeManyView>> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await FindingAccess.Find(connection, code, actor, cancel) is not { } place)
        {
            return new NotFound();
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var rules = FindingRules.On(today);
        var first = today.Year - rules.ThreeMany.Years + 1;
        var known = await Count(connection, place, rules.ThreeMany, first, today.Year, cancel);
        var sources = await Enter(connection, place, first, known, cancel);
        return new ThreeManyView(
            place, rules, [.. Enumerable.Range(first, rules.ThreeMany.Years).Select(year => YearOf(year, known, sources[year], year == today.Year))],
            place.Kind == PlaceKind.Compound && Scope.Of(actor, Permission.ManageFindings).Covers(place.Path));
    }

    private static ThreeManyYear YearOf(int year, Dictionary<(Guid Compound, int Year, ThreeMany Of), int> known, IEnumerable<string> sources, bool isRunning)
    {
        var of = known.Where(one => one.Key.Year == year).ToList();
        int? Sum(ThreeMany what) => of.Exists(one => one.Key.Of == what) ? of.Where(one => one.Key.Of == what).Sum(one => one.Value) : null;
        return new(year, Sum(ThreeMany.Complaints), Sum(ThreeMany.Disputes), Sum(ThreeMany.Security), of.Select(one => one.Key.Compound).Distinct().Count(), isRunning, [.. sources.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static async Task<Dictionary<(Guid Compound, int Year, ThreeMany Of), int>> Count(
        NpgsqlConnection connection, FindingPlace place, ThreeManySettings rules, int first, int last, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(CountTickets, connection);
        command.Parameters.AddWithValue("here", place.Path + "%");
        command.Parameters.AddWithValue("from", ChinaTime.StartOf(new DateOnly(first, 1, 1)).ToUniversalTime());
        command.Parameters.AddWithValue("security", TicketCategory.All.Where(c => rules.SecurityCategories.Contains(c.Parent ?? c.Code)).Select(c => c.Code).ToArray());
        command.Parameters.AddWithValue("disputes", rules.Disputes.Select(kind => kind.ToString()).ToArray());
        command.Parameters.AddWithValue("complaints", rules.Complaints.Select(kind => kind.ToString()).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var known = new Dictionary<(Guid, int, ThreeMany), int>();
        while (await row.ReadAsync(cancel))
        {
            var (compound, began) = (row.GetGuid(0), row.IsDBNull(1) ? (int?)null : row.GetInt32(1));
            // Once there are tickets, a year without one is nought.
            for (var year = Math.Max(first, began is { } start ? Math.Min(start + 1, last) : int.MaxValue); year <= last; year++)
            {
                foreach (var of in Enum.GetValues<ThreeMany>())
                {
                    known.TryAdd((compound, year, of), 0);
                }
            }

            if (!row.IsDBNull(2) && (row.GetInt32(2) > began || row.GetInt32(2) == last))
            {
                known[(compound, row.GetInt32(2), Enum.Parse<ThreeMany>(row.GetString(3)))] = row.GetInt32(4);
            }
        }

        return known;
    }

    private static async Task<ILookup<int, string>> Enter(
        NpgsqlConnection connection, FindingPlace place, int first, Dictionary<(Guid Compound, int Year, ThreeMany Of), int> known, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ReadEntered, connection);
        command.Parameters.AddWithValue("here", place.Path + "%");
        command.Parameters.AddWithValue("first", first);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var sources = new List<(int Year, string Source)>();
        while (await row.ReadAsync(cancel))
        {
            known[(row.GetGuid(0), row.GetInt32(1), Enum.Parse<ThreeMany>(row.GetString(2)))] = row.GetInt32(3);
            sources.Add((row.GetInt32(1), row.GetString(4)));
        }

        return sources.ToLookup(one => one.Year, one => one.Source);
    }
}
