using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Households;

/// <summary>我联系的住户: the households that the post in which one acts was given, or the post whose deputy one is. No others.</summary>
internal sealed class MyHouseholds(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>The charges of the actor's post @post or of whom it deputises, inside @scope.</summary>
    internal const string Mine = """
        from grid.leaders l
          join grid.leaders m on m.post_id = coalesce(l.deputy_of, l.post_id)
          join grid.charges c on c.post_id = m.post_id and c.until is null
          join registry.units u on u.id = c.unit_id
          join registry.places k on k.id = u.compound_id
          join registry.places e on e.id = u.place_id
          join registry.places b on b.id = case when e.kind = 'Entrance' then e.parent_id else e.id end
         where l.post_id = @post and k.path like @scope
        """;

    private const string Rows = $"""
        select u.code, u.label, b.name,
               coalesce((select string_agg(distinct q.name, ' ' order by q.name) from registry.people q where q.restricted_at is null and exists (
                   select from registry.residencies r where r.person_id = q.id and r.unit_id = u.id and r.until is null)), ''),
               (select count(*) from grid.household_notes n where n.unit_id = u.id and n.role = c.role and n.keep_until >= @today)::int, c.since, count(*) over ()
          {Mine} and (@text::text is null or u.label ilike '%' || @text || '%')
         order by b.path, u.label collate natural_order, u.code limit @limit offset @offset
        """;

    public async Task<MyHouseholdsView?> Execute(string? text, int at, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.LookAfterHouseholds);
        if (scope.IsNothing || LeaderRoles.Of(actor.Capacity!.PostKind) is not { } role)
        {
            return null;
        }

        at = Paging.At(at);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var total = 0;
        var rows = await database.Read(
            Rows,
            row =>
            {
                total = (int)row.GetInt64(6);
                return new HouseholdRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<DateOnly>(5));
            },
            cancel, ("post", actor.Capacity.Id), ("scope", scope.SqlPattern), ("today", today), ("limit", GridPage.Size), ("offset", GridPage.Offset(at)),
            ("text", string.IsNullOrWhiteSpace(text) ? null : Platform.Store.LikeText.Escaped(text.Trim())));
        var main = (await database.Read(
            "select p.name from grid.leaders l join registry.posts h on h.id = l.deputy_of join registry.people p on p.id = h.person_id where l.post_id = @post",
            row => row.GetString(0), cancel, ("post", actor.Capacity.Id))).FirstOrNone();
        var handOvers = await database.Read(
            ShowLeaders.HandOversSql + " where (h.from_post = @post or h.to_post = @post) order by h.state <> 'Open', h.begun_on desc limit 10",
            ShowLeaders.HandOver, cancel, ("post", actor.Capacity.Id), ("today", today));
        var phone = (await database.Read(
            "select contact_phone from grid.leaders where post_id = @post", row => row.TextOrNull(0), cancel, ("post", actor.Capacity.Id))).FirstOrNone();
        return new MyHouseholdsView(role, main is not null, main, total, rows, at, Math.Max(1, (total + GridPage.Size - 1) / GridPage.Size), handOvers, phone);
    }
}
