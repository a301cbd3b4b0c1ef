using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Npgsql;

namespace Linli.Web.Insight;

/// <summary>What a place's tickets come to in a period. Open and overdue are as of now, the rest of the period.</summary>
public sealed record TicketFigures
{
    public required long Received { get; init; }

    public required long Open { get; init; }

    public required long Overdue { get; init; }

    public required long Done { get; init; }

    public required long Rated { get; init; }

    /// <summary>Rated satisfied or basically satisfied.</summary>
    public required long Satisfied { get; init; }

    /// <summary>Fewer ratings than this are too few to tell a rate (peers-lessons §4.10).</summary>
    public const int FewestRatings = 5;

    /// <summary>满意率 in percent, HALF_UP, one decimal; null with too few ratings.</summary>
    public decimal? SatisfiedRate => Rated < FewestRatings ? null : Math.Round(Satisfied * 100m / Rated, 1, MidpointRounding.AwayFromZero);

    public static TicketFigures Sum(IEnumerable<TicketFigures> parts)
    {
        var all = parts.ToList();
        return new TicketFigures
        {
            Received = all.Sum(f => f.Received), Open = all.Sum(f => f.Open), Overdue = all.Sum(f => f.Overdue),
            Done = all.Sum(f => f.Done), Rated = all.Sum(f => f.Rated), Satisfied = all.Sum(f => f.Satisfied),
        };
    }
}

/// <summary>A place of the overview with its figures.</summary>
public sealed record OverviewRow(Guid PlaceId, string Code, string Name, PlaceKind Kind, int Compounds, TicketFigures Figures);

/// <summary>The overview of a place: its parts, and all of them together.</summary>
public sealed record OverviewOf(
    Guid PlaceId, string Code, string Name, PlaceKind Kind, IReadOnlyList<OverviewStep> Way, IReadOnlyList<OverviewRow> Parts, TicketFigures Total,
    IReadOnlyList<TypeCount> Types, IReadOnlyList<ReportedFigure> Reported);

/// <summary>A place on the way down to here.</summary>
public sealed record OverviewStep(string Code, string Name);

/// <summary>How many compounds of a type lie here.</summary>
public sealed record TypeCount(CompoundType Type, long Compounds);

/// <summary>A figure that a source reports of the place.</summary>
public sealed record ReportedFigure(string Indicator, long Value, DateOnly AsOf, string Source);

/// <summary>
/// Counts the tickets of a place by its parts, live. That is right for a subdistrict; daily snapshots for cities and provinces
/// come with Insight proper (docs/decisions).
/// </summary>
internal sealed class Overview(NpgsqlDataSource database, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Code of a place in the actor's scope; the scope's own place without it.</summary>
        public string? Place { get; init; }

        public required DateOnly From { get; init; }

        /// <summary>Last day, itself included.</summary>
        public required DateOnly To { get; init; }
    }

    private const string FindPlace = """
        select p.id, p.code, p.name, p.kind, p.path from registry.places p
         where p.path like @scope and (p.code = @code or (@code is null and p.id = @own))
        """;

    private const string FindWay = "select code, name from registry.places where path = any(@prefixes) and path like @scope order by length(path)";

    private const string CountParts = """
        select part.id, part.code, part.name, part.kind, count(distinct c.place_id)::int,
               count(t.id) filter (where t.received_at >= @from and t.received_at < @until),
               count(t.id) filter (where t.state not in ('Closed', 'Withdrawn')),
               count(t.id) filter (where t.state not in ('Closed', 'Withdrawn', 'Replied') and t.resolve_due_at < @now),
               count(t.id) filter (where t.state = 'Closed' and t.closed_at >= @from and t.closed_at < @until),
               count(t.id) filter (where t.satisfaction is not null and t.closed_at >= @from and t.closed_at < @until),
               count(t.id) filter (where t.satisfaction in ('Satisfied', 'Basic') and t.closed_at >= @from and t.closed_at < @until)
          from registry.places part
          left join registry.places below on below.path like part.path || '%' and below.kind = 'Compound'
          left join registry.compounds c on c.place_id = below.id
          left join tickets.tickets t on t.compound_id = c.place_id
                and (t.state not in ('Closed', 'Withdrawn') or t.received_at >= @from or t.closed_at >= @from)
         where (part.parent_id = @place and part.kind in ('City', 'District', 'Subdistrict', 'Community', 'Compound')) or (part.id = @place and part.kind = 'Compound')
         group by part.id
         order by count(t.id) desc, part.path
        """;

    private const string CountTypes = """
        select c.type, count(*) from registry.places p join registry.compounds c on c.place_id = p.id
         where p.path like @here group by c.type order by min(array_position(array['PropertyManaged', 'ThreeNo', 'Resettlement', 'BusinessGrid'], c.type)), c.type
        """;

    private const string ReadFigures = "select indicator, value, as_of, source from registry.place_figures where place_id = @place order by indicator, as_of";

    public async Task<Outcome<OverviewOf>> Execute(Input input, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewOverview);
        if (scope.SqlPattern is not { } pattern)
        {
            return new NotAllowedInThisCapacity();
        }

        await using var connection = await database.OpenConnectionAsync(cancel);
        var places = await Read(connection, FindPlace, r => (Id: r.GetGuid(0), Code: r.GetString(1), Name: r.GetString(2), Kind: Enum.Parse<PlaceKind>(r.GetString(3)), Path: r.GetString(4)),
            cancel, ("scope", pattern), ("code", string.IsNullOrWhiteSpace(input.Place) ? null : input.Place.Trim()), ("own", actor.Capacity!.PlaceId));
        if (places is not [var place])
        {
            return new NotFound();
        }

        var parts = await Read(connection, CountParts, ReadPart, cancel, ("place", place.Id), ("now", clock.GetUtcNow()),
            ("from", ChinaTime.StartOf(input.From).ToUniversalTime()), ("until", ChinaTime.EndOf(input.To).ToUniversalTime()));
        return new OverviewOf(
            place.Id, place.Code, place.Name, place.Kind,
            await Read(connection, FindWay, r => new OverviewStep(r.GetString(0), r.GetString(1)), cancel,
                ("prefixes", new PlacePath(place.Path).SelfAndAncestors().Select(p => p.Value).ToArray()), ("scope", pattern)),
            parts, TicketFigures.Sum(parts.Select(p => p.Figures)),
            await Read(connection, CountTypes, r => new TypeCount(Enum.Parse<CompoundType>(r.GetString(0)), r.GetInt64(1)), cancel, ("here", place.Path + "%")),
            await Read(connection, ReadFigures, r => new ReportedFigure(r.GetString(0), r.GetInt64(1), r.GetFieldValue<DateOnly>(2), r.GetString(3)), cancel, ("place", place.Id)));
    }

    private static OverviewRow ReadPart(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetString(2), Enum.Parse<PlaceKind>(r.GetString(3)), r.GetInt32(4), new TicketFigures
        {
            Received = r.GetInt64(5), Open = r.GetInt64(6), Overdue = r.GetInt64(7), Done = r.GetInt64(8), Rated = r.GetInt64(9), Satisfied = r.GetInt64(10),
        });

    private static async Task<IReadOnlyList<T>> Read<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(value is null ? new NpgsqlParameter(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = DBNull.Value } : new NpgsqlParameter(name, value));
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
