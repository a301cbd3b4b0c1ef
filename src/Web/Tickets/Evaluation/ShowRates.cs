using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Contract;
using Npgsql;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>The three rates of a place and its parts, in one statement: days that are counted beforehand, and live what changed since.</summary>
internal sealed class ShowRates(NpgsqlDataSource database, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Code of a place in the actor's scope; the scope's own place without it.</summary>
        public string? Place { get; init; }

        public required RatePeriod Period { get; init; }

        public RateGrouping By { get; init; } = RateGrouping.Parts;
    }

    private const string FindPlace = """
        select p.id, p.code, p.name, p.kind, p.path from registry.places p
         where p.path like @scope and p.kind not in ('Building', 'Entrance') and (p.code = @code or (@code::text is null and p.id = @own))
        """;

    private const string FindWay = "select code, name from registry.places where path = any(@prefixes) and path like @scope order by length(path)";

    // The next step of the path below the place names the part in which a compound lies.
    internal static readonly string CountPlaces = $"""
        {RateDays.CountedWhole},
        sums as (select compound_id, sum(orders) as orders, sum(excluded) as excluded, sum(to_contact) as c, sum(in_time) as d, sum(solved_answers) as e, sum(solved) as f,
                        sum(satisfaction_answers) as g, sum(satisfied) as h from counted group by compound_id),
        parts as (
          select s.*, case when b.path = @here or @compounds then b.path else @here || split_part(substr(b.path, length(@here) + 1), '/', 1) || '/' end as path
            from sums s join compounds b on b.id = s.compound_id)
        select p.code, p.name, p.kind, null::uuid, sum(orders)::bigint, sum(excluded)::bigint, sum(c)::bigint, sum(d)::bigint, sum(e)::bigint, sum(f)::bigint, sum(g)::bigint, sum(h)::bigint
          from parts join registry.places p on p.path = parts.path
         group by p.id having sum(orders) > 0 order by p.path
        """;

    internal static readonly string CountCompanies = $"""
        {RateDays.Counted}
        select null, o.short_name, null, o.id, sum(r.orders::int), sum(r.excluded::int), sum(r.to_contact::int), sum(r.in_time::int), sum(r.solved_answers::int),
               sum(r.solved::int), sum(r.satisfaction_answers::int), sum(r.satisfied::int)
          from counted r
          join registry.services s on s.compound_id = r.compound_id and r.day >= s.starts_on and (s.ends_on is null or r.day <= s.ends_on)
          join registry.organisations o on o.id = s.organisation_id
         group by o.id having sum(r.orders) > 0 order by o.short_name, o.id
        """;

    public async Task<Outcome<RatesView>> Execute(Input input, Actor actor, CancellationToken cancel)
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

        var places = await database.Read(FindPlace, r => (Code: r.GetString(1), Name: r.GetString(2), Kind: Enum.Parse<PlaceKind>(r.GetString(3)), Path: r.GetString(4)),
            cancel, ("scope", pattern), ("code", string.IsNullOrWhiteSpace(input.Place) ? null : input.Place.Trim()), ("own", actor.Capacity?.PlaceId ?? Guid.Empty));
        if (places is not [var place])
        {
            return new NotFound();
        }

        var at = clock.GetUtcNow();
        var rules = RateRules.On(input.Period.To);
        var rows = await database.Read(input.By == RateGrouping.Companies ? CountCompanies : CountPlaces, r => Row(r, rules), cancel, [
            .. Asked(place.Path, input.Period, at),
            .. input.By == RateGrouping.Companies ? Array.Empty<(string, object)>() : [("compounds", input.By == RateGrouping.Compounds)]]);
        // What no company served stands under none of them, so the whole is counted by place.
        var whole = input.By == RateGrouping.Companies
            ? await database.Read(CountPlaces, r => RateSql.Read(r, 4), cancel, [.. Asked(place.Path, input.Period, at), ("compounds", false)])
            : [.. rows.Select(row => row.Rates.Tally)];
        var ranks = RateRanking.Of([.. rows.Select(row => row.Rates)]);
        return new RatesView
        {
            Code = place.Code,
            Name = place.Name,
            Kind = place.Kind,
            Way = await database.Read(FindWay, r => new RatePlace(r.GetString(0), r.GetString(1)), cancel,
                ("prefixes", new PlacePath(place.Path).SelfAndAncestors().Select(p => p.Value).ToArray()), ("scope", pattern)),
            From = input.Period.From,
            To = input.Period.To,
            At = at,
            By = input.By,
            Rule = RateRuleView.Of(rules),
            Total = RatesOf.Of(new ThreeRates(whole.Aggregate(RateTally.Empty, (sum, one) => sum + one), rules)),
            Rows = place.Kind == PlaceKind.Compound && input.By != RateGrouping.Companies
                ? []
                : [.. rows.Zip(ranks, (row, rank) => row.Shown with { Rank = rank }).OrderBy(row => row.Rank is null).ThenBy(row => row.Rank).ThenByDescending(row => row.Rates.Orders)],
        };
    }

    private static (string Name, object Value)[] Asked(string path, RatePeriod period, DateTimeOffset at) =>
    [
        ("here", path), ("at", at), ("from", period.Begin.ToUniversalTime()), ("until", period.End.ToUniversalTime()), ("first", period.From), ("last", period.To),
    ];

    private sealed record Counted(ThreeRates Rates, RateRow Shown);

    private static Counted Row(NpgsqlDataReader r, RateRules rules)
    {
        var rates = new ThreeRates(RateSql.Read(r, 4), rules);
        return new(rates, new RateRow
        {
            Code = r.TextOrNull(0),
            Name = r.GetString(1),
            Kind = r.IsDBNull(2) ? null : Enum.Parse<PlaceKind>(r.GetString(2)),
            OrganisationId = r.IdOrNull(3),
            Rates = RatesOf.Of(rates),
            Rank = null,
        });
    }
}
