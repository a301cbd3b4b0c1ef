using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Leaders;

/// <summary>
/// A hand-over list for those who manage the grid, the predecessor and the successor. Who lives in a household is shown to the two of them and on
/// their paper only, and to the predecessor no longer once it is signed off.
/// </summary>
internal sealed class ShowHandOver(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Lines = """
        select i.id, u.label,
               coalesce((select string_agg(distinct q.name, ' ' order by q.name) from registry.people q where exists (
                   select from registry.residencies r where r.person_id = q.id and r.unit_id = u.id and r.until is null)), ''),
               (select count(*) from grid.household_notes n where n.unit_id = u.id and n.role = h.role and n.keep_until >= @today)::int, i.waits, i.signed_at
          from grid.hand_over_items i join grid.hand_overs h on h.id = i.hand_over_id join registry.units u on u.id = i.unit_id
         where h.id = @id order by u.label collate natural_order, u.code
        """;

    public async Task<HandOverView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var found = (await database.Read(
            "select c.code, c.name, c.path, h.from_post, h.to_post, h.closed_at from grid.hand_overs h join registry.places c on c.id = h.place_id where h.id = @id",
            row => new
            {
                Code = row.GetString(0), Name = row.GetString(1), Path = row.GetString(2), From = row.GetGuid(3), To = row.GetGuid(4),
                ClosedAt = row.IsDBNull(5) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(5),
            }, cancel, ("id", id))).SingleOrDefault();
        if (found is null)
        {
            return null;
        }

        var manages = Scope.Of(actor, Permission.ManageGrid).Covers(found.Path);
        var keeps = Scope.Of(actor, Permission.LookAfterHouseholds).Covers(found.Path);
        var (isFrom, isTo) = (keeps && actor.Capacity!.Id == found.From, keeps && actor.Capacity!.Id == found.To);
        if (!manages && !isFrom && !isTo)
        {
            return null;
        }

        var list = (await database.Read(ShowLeaders.HandOversSql + " where h.id = @id", ShowLeaders.HandOver, cancel, ("id", id), ("today", today))).Single();
        var lines = await database.Read(Lines, row =>
        {
            var line = new HandOverLine(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));
            return isTo || (isFrom && line.Waits) ? line : line with { Residents = string.Empty };
        }, cancel, ("id", id), ("today", today));
        var open = list.State == HandOverState.Open;
        return new HandOverView(list, found.Code, found.Name, found.ClosedAt, lines, isTo && open, manages && open);
    }
}
