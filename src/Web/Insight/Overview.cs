using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Contract;
using Npgsql;

namespace Linli.Web.Insight;

/// <summary>
/// Counts the tickets of a place by its parts, live. That is right for a subdistrict; daily snapshots for cities and provinces
/// come with Insight proper (docs/decisions/0009-overview-live-snapshots-later.md).
/// </summary>
internal sealed class Overview(NpgsqlDataSource database, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Code of a place in the actor's scope; the scope's own place without it.</summary>
        public string? Place { get; init; }

        public required OverviewPeriod Period { get; init; }
    }

    private const string FindPlace = """
        select p.id, p.code, p.name, p.kind, p.path from registry.places p
         where p.path like @scope and p.kind not in ('Building', 'Entrance') and (p.code = @code or (@code::text is null and p.id = @own))
        """;

    private const string FindWay = "select code, name from registry.places where path = any(@prefixes) and path like @scope order by length(path)";

    // Satisfaction follows the rule of the three rates: by receipt, without what is excluded.
    private static readonly string CountParts = $"""
        select part.id, part.code, part.name, part.kind, count(distinct c.place_id)::int,
               count(t.id) filter (where t.received_at >= @from and t.received_at < @until),
               count(t.id) filter (where t.state not in ('Closed', 'Withdrawn')),
               count(t.id) filter (where t.state not in ('Closed', 'Withdrawn', 'Replied') and t.resolve_due_at < @now),
               count(t.id) filter (where t.state = 'Closed' and t.closed_at >= @from and t.closed_at < @until),
               count(t.id) filter (where t.received_at >= @from and t.received_at < @until and {RateSql.Counts} and {RateSql.Of(RateCount.SatisfactionAnswers)}),
               count(t.id) filter (where t.received_at >= @from and t.received_at < @until and {RateSql.Counts} and {RateSql.Of(RateCount.Satisfied)})
          from registry.places part
          left join registry.places below on below.path like part.path || '%' and below.kind = 'Compound'
          left join registry.compounds c on c.place_id = below.id
          left join tickets.tickets t on t.compound_id = c.place_id
                and (t.state not in ('Closed', 'Withdrawn') or t.received_at >= @from or t.closed_at >= @from)
         where part.kind not in ('Building', 'Entrance') and (part.parent_id = @place or (part.id = @place and part.kind = 'Compound'))
         group by part.id
         order by 8 desc, 7 desc, count(t.id) desc, part.path
        """;

    private const string CountTypes = """
        select c.type, count(*) from registry.places p join registry.compounds c on c.place_id = p.id
         where p.path like @here group by c.type order by min(array_position(array['PropertyManaged', 'ThreeNo', 'Resettlement', 'BusinessGrid'], c.type)), c.type
        """;

    private const string ReadFigures = """
        select indicator, value, as_of, source
          from (select distinct on (indicator) indicator, value, as_of, source from registry.place_figures where place_id = @place order by indicator, as_of desc) reported
        union all
        select f.indicator, f.value, null, c.figures_from from registry.compounds c
         cross join lateral (values ('households', c.households::bigint), ('residents', c.residents)) f (indicator, value)
         where c.place_id = @place and f.value is not null
               and not exists (select from registry.place_figures p where p.place_id = @place and p.indicator = f.indicator)
         order by indicator
        """;

    public async Task<Outcome<OverviewOf>> Execute(Input input, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewOverview);
        if (scope.SqlPattern is not { } pattern)
        {
            return new NotAllowedInThisCapacity();
        }

        // PostgreSQL knows no such character, so no code holds it.
        if (input.Place?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return new NotFound();
        }

        var places = await database.Read(FindPlace, r => (Id: r.GetGuid(0), Code: r.GetString(1), Name: r.GetString(2), Kind: Enum.Parse<PlaceKind>(r.GetString(3)), Path: r.GetString(4)),
            cancel, ("scope", pattern), ("code", string.IsNullOrWhiteSpace(input.Place) ? null : input.Place.Trim()), ("own", actor.Capacity!.PlaceId));
        if (places is not [var place])
        {
            return new NotFound();
        }

        var rows = await database.Read(CountParts, ReadPart, cancel, ("place", place.Id), ("now", clock.GetUtcNow()),
            ("from", ChinaTime.StartOf(input.Period.From).ToUniversalTime()), ("until", ChinaTime.EndOf(input.Period.To).ToUniversalTime()));
        return new OverviewOf
        {
            PlaceId = place.Id,
            Code = place.Code,
            Name = place.Name,
            Kind = place.Kind,
            From = input.Period.From,
            To = input.Period.To,
            Way = await database.Read(FindWay, r => new OverviewStep(r.GetString(0), r.GetString(1)), cancel,
                ("prefixes", new PlacePath(place.Path).SelfAndAncestors().Select(p => p.Value).ToArray()), ("scope", pattern)),
            // A compound is counted as its own only row.
            Parts = place.Kind == PlaceKind.Compound ? [] : rows,
            Total = TicketFigures.Sum([.. rows.Select(p => p.Figures)]),
            Types = await database.Read(CountTypes, r => new TypeCount(Enum.Parse<CompoundType>(r.GetString(0)), r.GetInt64(1)), cancel, ("here", place.Path + "%")),
            Reported = await database.Read(ReadFigures, ReadFigure, cancel, ("place", place.Id)),
        };
    }

    private static ReportedFigure ReadFigure(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetInt64(1), r.DayOrNull(2), r.TextOrNull(3));

    private static OverviewRow ReadPart(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetString(2), Enum.Parse<PlaceKind>(r.GetString(3)), r.GetInt32(4), new TicketFigures
        {
            Received = r.GetInt64(5), Open = r.GetInt64(6), Overdue = r.GetInt64(7), Done = r.GetInt64(8), Rated = r.GetInt64(9), Satisfied = r.GetInt64(10),
        });
}
