using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>Counted figures of 双报到 in a place and its parts, and what a source reports of it, apart.</summary>
public sealed record MemberOverview(GridPlace Place, IReadOnlyList<GridPlace> Way, MemberTotals Total, IReadOnlyList<MemberTotals> Parts, ReportedCount? Reported, bool MayManage);

/// <summary>A figure that a source reports; never added to what is counted here.</summary>
public sealed record ReportedCount(long Value, DateOnly AsOf, string Source);

/// <summary>How many registered, how many have confirmed hours (numerator), how many minutes are confirmed. Names are not among it.</summary>
internal sealed class MemberFigures(NpgsqlDataSource database, GridPlaces places)
{
    /// <summary>Fewer than this could be told apart; only the branch and the community see such figures.</summary>
    public const int FewestShown = 5;

    private const string Sql = """
        with here as (
          select r.id, c.path, coalesce((select sum(s.minutes) from grid.service_records s where s.registration_id = r.id and s.state = 'Confirmed'), 0)::int as minutes,
                 (select count(*) from grid.service_records s where s.registration_id = r.id and s.state = 'Recorded')::int as waiting
            from grid.double_registrations r join registry.places c on c.id = r.compound_id
           where c.path like @path || '%' and r.ended_on is null)
        select p.code, p.name, p.kind, count(h.id)::int, (count(h.id) filter (where h.minutes > 0))::int, coalesce(sum(h.minutes), 0)::int, coalesce(sum(h.waiting), 0)::int,
               (select count(*) from grid.unit_reports u join registry.places a on a.id = u.community_id where a.path like p.path || '%')::int, p.path
          from registry.places p left join here h on h.path like p.path || '%'
         where p.id = @place or (p.parent_id = @place and p.kind <> 'Building' and p.kind <> 'Entrance')
         group by p.id order by p.id <> @place, p.name collate natural_order
        """;

    public async Task<MemberOverview?> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        var permission = actor.May(Permission.ManageGrid) ? Permission.ManageGrid : Permission.ViewOverview;
        if (await places.Find(code, actor, permission, cancel) is not { } place)
        {
            return null;
        }

        var manages = Scope.Of(actor, Permission.ManageGrid);
        var rows = await database.Read(Sql, row =>
        {
            var few = row.GetInt32(3) is > 0 and < FewestShown && !manages.Covers(row.GetString(8));
            int? Shown(int column) => few ? null : row.GetInt32(column);
            return new MemberTotals(row.GetString(0), row.GetString(1), row.GetString(2) == nameof(PlaceKind.Compound), Shown(3), Shown(4), Shown(5), Shown(6), row.GetInt32(7));
        }, cancel, ("place", place.Id), ("path", place.Path.Value));
        return new MemberOverview(
            place, await places.Way(place, actor, permission, cancel), rows[0], [.. rows.Skip(1)], await Reported(place.Id, "double-registrations", cancel), manages.Covers(place.Path));
    }

    private async Task<ReportedCount?> Reported(Guid place, string indicator, CancellationToken cancel) => (await database.Read(
        "select value, as_of, source from registry.place_figures where place_id = @place and indicator = @indicator order by as_of desc limit 1",
        row => new ReportedCount(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2)), cancel, ("place", place), ("indicator", indicator))).FirstOrNone();
}

/// <summary>Organisations that reported to the communities of a place.</summary>
internal sealed class ListUnitReports(NpgsqlDataSource database, GridPlaces places)
{
    public async Task<IReadOnlyList<UnitReportRow>?> Execute(string? code, Actor actor, CancellationToken cancel) =>
        await places.Find(code, actor, Permission.ManageGrid, cancel) is { } place
            ? await database.Read(
                """
                select u.id, u.name, u.contact, u.members,
                       (select count(*) from grid.double_registrations r join registry.places c on c.id = r.compound_id
                         where r.unit_report_id = u.id and r.ended_on is null and c.path like @pattern)::int, u.reported_on
                  from grid.unit_reports u join registry.places a on a.id = u.community_id
                 where a.path like @pattern or @path like a.path || '%' order by u.name collate natural_order limit 500
                """,
                row => new UnitReportRow(row.GetGuid(0), row.GetString(1), row.TextOrNull(2), row.NumberOrNull(3), row.GetInt32(4), row.GetFieldValue<DateOnly>(5)),
                cancel, ("pattern", place.Path.Value + "%"), ("path", place.Path.Value))
            : null;
}
