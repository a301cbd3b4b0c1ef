using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>Positions that stand open: those of the own compound and its community for a household, those in the place for who keeps them.</summary>
internal sealed class ListPositions(NpgsqlDataSource database, GridPlaces places)
{
    private const string Columns = """
        select o.id, o.title, c.name, o.place_text, o.skills, o.capacity,
               (select count(*) from grid.claims k where k.position_id = o.id and k.ended_on is null)::int, g.short_name,
               exists (select from grid.claims k join grid.double_registrations r on r.id = k.registration_id
                        where k.position_id = o.id and k.ended_on is null and r.person_id = @person), c.path
          from grid.positions o join registry.places c on c.id = o.place_id join registry.organisations g on g.id = o.organisation_id
         where o.closed_on is null and
        """;

    public async Task<IReadOnlyList<PositionRow>> ForHousehold(Actor actor, CancellationToken cancel) =>
        actor.Capacity is { IsHousehold: true } home && Scope.Of(actor, Permission.ReportTickets).Covers(home.Path)
            ? await Read(" @path like c.path || '%'", actor, home.Path, cancel)
            : [];

    public async Task<IReadOnlyList<PositionRow>?> Execute(string? code, Actor actor, CancellationToken cancel) =>
        await places.Find(code, actor, Permission.ManageGrid, cancel) is { } place
            ? await Read(" (c.path like @path || '%' or (@path like c.path || '%' and c.kind = 'Community'))", actor, place.Path, cancel)
            : null;

    private Task<IReadOnlyList<PositionRow>> Read(string where, Actor actor, PlacePath path, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ManageGrid);
        return database.Read(
            Columns + where + " order by length(c.path), o.title collate natural_order, o.id limit 500",
            row => new PositionRow(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.GetInt32(5), row.GetInt32(6), row.GetString(7), row.GetBoolean(8),
                scope.Covers(row.GetString(9))),
            cancel, ("person", actor.PersonId), ("path", path.Value));
    }
}
