using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Contract;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Households;

internal sealed class HouseholdKeepers(NpgsqlDataSource database, TimeProvider clock) : IHouseholdKeepers
{
    private static readonly string Sql = $"""
        select l.role, l.deputy_of is not null, p.name, o.short_name, l.contact_phone
          from grid.charges c
          join grid.leaders l on l.post_id = c.post_id or l.deputy_of = c.post_id
          join registry.posts h on h.id = l.post_id
          join registry.people p on p.id = h.person_id
          join registry.organisations o on o.id = h.organisation_id
         where c.unit_id = @unit and c.until is null and {GridSql.IsHeld("h")}
         order by l.role, l.deputy_of is not null, p.name, l.post_id
        """;

    public async Task<IReadOnlyList<HouseholdKeeper>> Of(Actor actor, CancellationToken cancel) =>
        actor.Capacity is { IsHousehold: true, UnitId: { } unit } && !Scope.Of(actor, Permission.ViewOwnTickets).IsNothing
            ? await database.Read(
                Sql, row => new HouseholdKeeper(Enum.Parse<LeaderRole>(row.GetString(0)), row.GetBoolean(1), row.GetString(2), row.GetString(3), row.TextOrNull(4)), cancel,
                ("unit", unit), ("today", ChinaTime.DayOf(clock.GetUtcNow())))
            : [];

    public async Task<bool> IsPartyMember(Actor actor, CancellationToken cancel) =>
        actor.Capacity is { IsHousehold: true } && !Scope.Of(actor, Permission.ViewOwnTickets).IsNothing
        && (await database.Read(
            "select 1 where registry.is_known_member(@id, @today) or exists (select from grid.double_registrations where person_id = @id and ended_on is null)",
            _ => true, cancel, ("id", actor.PersonId), ("today", ChinaTime.DayOf(clock.GetUtcNow())))).Count > 0;
}
