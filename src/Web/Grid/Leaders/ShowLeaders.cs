using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Leaders;

/// <summary>Captains and grid leaders of a compound, and one of them, for those who manage the grid there.</summary>
internal sealed class ShowLeaders(NpgsqlDataSource database, GridPlaces places, TimeProvider clock)
{
    private static readonly string Leaders = $"""
        select l.post_id, l.role, p.name, o.short_name, h.starts_on, h.last_day, {GridSql.IsHeld("h")}, l.contact_phone, l.deputy_of, mp.name, g.name,
               (select count(*) from grid.charges c where c.post_id = l.post_id and c.until is null)::int,
               coalesce((select string_agg(distinct b.name, ' ' order by b.name) from grid.charges c join registry.units u on u.id = c.unit_id join registry.places e on e.id = u.place_id
                  join registry.places b on b.id = case when e.kind = 'Entrance' then e.parent_id else e.id end where c.post_id = l.post_id and c.until is null), ''), p.made_up
          from grid.leaders l
          join registry.posts h on h.id = l.post_id
          join registry.people p on p.id = h.person_id
          join registry.organisations o on o.id = h.organisation_id
          left join registry.posts m on m.id = l.deputy_of
          left join registry.people mp on mp.id = m.person_id
          left join grid.grids g on g.id = l.grid_id
        """;

    private const string HandOvers = """
        select h.id, h.role, fp.name, tp.name, h.reason, h.state, h.begun_on, h.due_on,
               (select count(*) from grid.hand_over_items i where i.hand_over_id = h.id)::int,
               (select count(*) from grid.hand_over_items i where i.hand_over_id = h.id and i.signed_at is not null)::int, h.state = 'Open' and h.due_on < @today
          from grid.hand_overs h
          join registry.posts f on f.id = h.from_post join registry.people fp on fp.id = f.person_id
          join registry.posts t on t.id = h.to_post join registry.people tp on tp.id = t.person_id
        """;

    internal static HandOverRow HandOver(NpgsqlDataReader row) => new(
        row.GetGuid(0), Enum.Parse<LeaderRole>(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4), Enum.Parse<HandOverState>(row.GetString(5)),
        row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7), row.GetInt32(8), row.GetInt32(9), row.GetBoolean(10));

    internal static string HandOversSql => HandOvers;

    /// <summary>A compound's captains, leaders, hand-overs; null outside the scope.</summary>
    public async Task<CompoundLeaders?> Execute(string code, Actor actor, CancellationToken cancel)
    {
        if (await places.Compound(code, actor, Permission.ManageGrid, cancel) is not { } compound)
        {
            return null;
        }

        var leaders = await database.Read(
            Leaders + " where l.place_id = @place order by not " + GridSql.IsHeld("h") + ", l.role, coalesce(mp.name, p.name) collate natural_order, l.deputy_of is not null, l.post_id",
            Leader, cancel, ("place", compound.Id), ("today", Today));
        var handOvers = await database.Read(
            HandOvers + " where h.place_id = @place order by h.state <> 'Open', h.begun_on desc, h.id limit 100", HandOver, cancel, ("place", compound.Id), ("today", Today));
        return new CompoundLeaders(compound, leaders, handOvers, await Buildings(compound, cancel), await Organisations(compound, cancel));
    }

    /// <summary>Every hand-over of a compound, the latest first; null outside the scope.</summary>
    public async Task<(GridPlace Compound, IReadOnlyList<HandOverRow> HandOvers)?> HandOversOf(string code, Actor actor, CancellationToken cancel) =>
        await places.Compound(code, actor, Permission.ManageGrid, cancel) is { } compound
            ? (compound, await database.Read(HandOvers + " where h.place_id = @place order by h.begun_on desc, h.id", HandOver, cancel, ("place", compound.Id), ("today", Today)))
            : null;

    /// <summary>One captain or leader; null outside the scope.</summary>
    public async Task<LeaderView?> One(Guid postId, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ManageGrid);
        var code = (await database.Read(
            "select c.code from grid.leaders l join registry.places c on c.id = l.place_id where l.post_id = @id and c.path like @scope", row => row.GetString(0), cancel,
            ("id", postId), ("scope", scope.SqlPattern))).FirstOrNone();
        if (code is null || await Execute(code, actor, cancel) is not { } all)
        {
            return null;
        }

        var leader = all.Leaders.Single(l => l.PostId == postId);
        var households = await database.Read(
            """
            select u.code, u.label, c.since, exists (select from grid.hand_over_items i where i.charge_id = c.id and i.waits)
              from grid.charges c join registry.units u on u.id = c.unit_id where c.post_id = @id and c.until is null order by u.label collate natural_order, u.code
            """,
            row => new LeaderHousehold(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetBoolean(3)), cancel, ("id", postId));
        var handOvers = await database.Read(
            HandOvers + " where h.from_post = @id or h.to_post = @id order by h.state <> 'Open', h.begun_on desc, h.id", HandOver, cancel, ("id", postId), ("today", Today));
        return new LeaderView(
            all.Compound, leader, [.. all.Leaders.Where(l => l.DeputyOf == postId)], households, handOvers,
            [.. all.Leaders.Where(l => l.PostId != postId && l.IsHeld && l.Role == leader.Role && l.DeputyOf is null)],
            await Changes(postId, cancel),
            (await database.Read("select xmin from grid.leaders where post_id = @id", row => row.GetFieldValue<uint>(0), cancel, ("id", postId))).Single());
    }

    private Task<IReadOnlyList<LeaderChangeRow>> Changes(Guid postId, CancellationToken cancel) => database.Read(
        """
        select c.what, c.old_term, c.new_term, c.reason, c.by_as, p.name, c.at from grid.leader_changes c join registry.people p on p.id = c.by_id
         where c.post_id = @id order by c.at desc, c.id desc limit 100
        """,
        row => new LeaderChangeRow(
            Enum.Parse<LeaderChangeKind>(row.GetString(0)), row.DayOrNull(1), row.DayOrNull(2), row.TextOrNull(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6)),
        cancel, ("id", postId));

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    private static LeaderRow Leader(NpgsqlDataReader row) => new(
        row.GetGuid(0), Enum.Parse<LeaderRole>(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.DayOrNull(5), row.GetBoolean(6),
        row.TextOrNull(7), row.IdOrNull(8), row.TextOrNull(9), row.TextOrNull(10), row.GetInt32(11), row.GetString(12), row.GetBoolean(13));

    private Task<IReadOnlyList<PlaceChoice>> Buildings(GridPlace compound, CancellationToken cancel) => database.Read(
        $"""
        select b.code, case when b.kind = 'Entrance' then a.name || b.name else b.name end, b.kind = 'Entrance', count(u.id)::int,
               (count(u.id) filter (where not exists (select from grid.charges c where c.unit_id = u.id and c.role = 'Captain' and c.until is null)))::int
          from registry.places b join registry.places a on a.id = b.parent_id
          left join registry.places p on p.path like b.path || '%'
          left join registry.units u on u.place_id = p.id and {HouseholdsOf.IsHousehold}
         where b.path like @path || '%' and b.kind in ('Building', 'Entrance')
         group by b.id, a.id
         order by case when b.kind = 'Entrance' then a.name else b.name end collate natural_order, b.kind = 'Entrance', b.name collate natural_order, b.path
        """,
        row => new PlaceChoice(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt32(3), row.GetInt32(4)), cancel, ("path", compound.Path.Value));

    private Task<IReadOnlyList<OrganisationChoice>> Organisations(GridPlace compound, CancellationToken cancel) => database.Read(
        """
        select o.id, o.name from registry.organisations o join registry.places p on p.id = o.place_id
         where o.ended_on is null and o.kind = any(@kinds) and (p.path like @path || '%' or (p.kind in ('Community', 'Compound') and @path like p.path || '%'))
         order by o.name collate natural_order, o.id limit 200
        """,
        row => new OrganisationChoice(row.GetGuid(0), row.GetString(1)), cancel,
        ("path", compound.Path.Value), ("kinds", PostKinds.BuildingCaptain.Organisations.Select(kind => kind.ToString()).ToArray()));
}
