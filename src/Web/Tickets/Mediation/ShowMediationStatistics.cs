using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Mediation;

/// <summary>How many disputes of a year were brought before the committees of the actor's place, without names and without small figures.</summary>
public sealed record MediationStatisticsView
{
    public required string PlaceName { get; init; }

    public required int Year { get; init; }

    /// <summary>The smallest figure above nought that is shown.</summary>
    public required int Least { get; init; }

    public required SafeTable ByKind { get; init; }

    /// <summary>Those that have not ended are under <c>Open</c>.</summary>
    public required SafeTable ByResult { get; init; }

    public required SafeTable ByQuarter { get; init; }

    /// <summary>The places right below, by name.</summary>
    public required SafeTable ByPlace { get; init; }
}

/// <summary>
/// Counts cases for the place of the actor's post and no other, by whole years: who could ask for any place and any days could compute what is kept
/// back by taking one answer from another.
/// </summary>
internal sealed class ShowMediationStatistics(NpgsqlDataSource database, TimeProvider clock)
{
    private const int FirstYear = 2020;

    private const string Sql = """
        with cases as (
          select c.kind, coalesce(c.result, 'Open') as result, extract(quarter from c.applied_at at time zone 'Asia/Shanghai')::int as quarter, p.path
            from tickets.mediation_cases c join registry.places p on p.id = c.compound_id
           where p.path like @scope and c.applied_at >= @from and c.applied_at < @to)
        select 'kind', kind, count(*)::int from cases group by kind
        union all select 'result', result, count(*)::int from cases group by result
        union all select 'quarter', quarter::text, count(*)::int from cases group by quarter
        union all select 'place', b.name, (select count(*)::int from cases c where left(c.path, length(b.path)) = b.path)
          from registry.places b where b.parent_id = @place and b.kind in ('Province', 'City', 'District', 'Subdistrict', 'Community', 'Compound')
        """;

    public async Task<MediationStatisticsView> Execute(int? year, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewMediationStatistics);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var asked = Math.Clamp(year ?? today.Year, FirstYear, today.Year);
        var figures = await Figures(scope, asked, actor, cancel);
        var rules = MediationRules.On(today);
        var least = rules.SmallestCell.Value;
        return new MediationStatisticsView
        {
            PlaceName = actor.Capacity?.PlaceName ?? string.Empty,
            Year = asked,
            Least = least,
            ByKind = Safe("kind", rules.Kinds),
            ByResult = Safe("result", [.. Enum.GetNames<MediationResult>(), "Open"]),
            ByQuarter = Safe("quarter", ["1", "2", "3", "4"]),
            ByPlace = Safe("place", []),
        };

        // Every kind has its row, so that none is missed for being nought.
        SafeTable Safe(string dimension, IReadOnlyList<string> keys)
        {
            var counted = figures.Where(f => f.Dimension == dimension).ToArray();
            return SmallCells.Suppress(
                [.. keys.Concat(counted.Select(f => f.Key)).Distinct().Select(key => (key, counted.Where(f => f.Key == key).Sum(f => f.Count)))], least);
        }
    }

    private async Task<List<(string Dimension, string Key, int Count)>> Figures(Scope scope, int year, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("scope", (object?)scope.SqlPattern ?? DBNull.Value);
        command.Parameters.AddWithValue("from", ChinaTime.StartOf(new DateOnly(year, 1, 1)).ToUniversalTime());
        command.Parameters.AddWithValue("to", ChinaTime.StartOf(new DateOnly(year + 1, 1, 1)).ToUniversalTime());
        command.Parameters.AddWithValue("place", actor.Capacity?.PlaceId ?? Guid.Empty);
        var figures = new List<(string, string, int)>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            figures.Add((row.GetString(0), row.GetString(1), row.GetInt32(2)));
        }

        return figures;
    }
}
