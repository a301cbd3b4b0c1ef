using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>Who registered, for the branch and the community of the place only.</summary>
internal sealed class ListMembers(NpgsqlDataSource database, GridPlaces places)
{
    internal const string Columns = """
        select r.id, p.name, c.code, c.name, r.work_unit, r.unit_report_id is not null, r.skills, r.services, r.hours_a_month, r.registered_on, r.ended_on,
               coalesce((select sum(s.minutes) from grid.service_records s where s.registration_id = r.id and s.state = 'Confirmed'), 0)::int,
               (select count(*) from grid.service_records s where s.registration_id = r.id and s.state = 'Recorded')::int, p.made_up
          from grid.double_registrations r
          join registry.people p on p.id = r.person_id
          join registry.places c on c.id = r.compound_id
        """;

    internal static MemberRow Row(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), row.TextOrNull(6), row.TextOrNull(7),
        row.NumberOrNull(8), row.GetFieldValue<DateOnly>(9), row.DayOrNull(10), row.GetInt32(11), row.GetInt32(12), row.GetBoolean(13));

    /// <summary>A page of those who registered in the place; null outside the scope.</summary>
    public async Task<GridPage<MemberRow>?> Execute(string? code, int at, Actor actor, CancellationToken cancel, int size = GridPage.Size)
    {
        if (await places.Find(code, actor, Permission.ManageGrid, cancel) is not { } place)
        {
            return null;
        }

        var rows = await database.Read(
            Columns + " where c.path like @pattern order by r.ended_on is not null, c.path, p.name collate natural_order, r.id limit @limit offset @offset",
            Row, cancel, ("pattern", place.Path.Value + "%"), ("limit", size + 1), ("offset", GridPage.Offset(at, size)));
        return GridPage.Of(rows, at, size);
    }
}

/// <summary>Records that wait for somebody's word in a place.</summary>
internal sealed class ListWaitingServices(NpgsqlDataSource database, GridPlaces places)
{
    public async Task<GridPage<ServiceRow>?> Execute(string? code, int at, Actor actor, CancellationToken cancel)
    {
        if (await places.Find(code, actor, Permission.ManageGrid, cancel) is not { } place)
        {
            return null;
        }

        var rows = await database.Read(
            ShowMember.ServiceColumns + " where c.path like @pattern and s.state = 'Recorded' order by s.starts_at, s.id limit @limit offset @offset",
            row => ShowMember.Service(row, actor, mayManage: true), cancel,
            ("pattern", place.Path.Value + "%"), ("limit", GridPage.Size + 1), ("offset", GridPage.Offset(at)));
        return GridPage.Of(rows, at);
    }
}
