using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Coverage;

/// <summary>Tells those who manage the grid, once a post, that a captain went and left households without a hand-over.</summary>
internal sealed class GapAlerts(LinliDb db, NpgsqlDataSource database, IPosts posts, Notifier notifier)
{
    /// <summary>Raises what has not been raised: for every post that has ended with charges standing. Who acts does not matter: the fact is the same.</summary>
    public async Task Raise(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var left = await database.Read(
            $"""
            select l.post_id, l.place_id, b.name, count(*)::int from grid.leaders l
              join registry.posts p on p.id = l.post_id
              join grid.charges c on c.post_id = l.post_id and c.until is null
              join registry.places b on b.id = l.place_id
             where not {GridSql.IsHeld("p")} and p.starts_on <= @today and b.path like @scope
               and not exists (select from grid.gap_alerts a where a.post_id = l.post_id)
             group by l.post_id, l.place_id, b.name
            """,
            row => (Post: row.GetGuid(0), Place: row.GetGuid(1), Name: row.GetString(2), Households: row.GetInt32(3)), cancel,
            ("today", ChinaTime.DayOf(now)), ("scope", Scope.Of(actor, Permission.ManageGrid).SqlPattern));
        foreach (var gap in left)
        {
            db.Add(new GapAlert { PostId = gap.Post, Households = gap.Households, RaisedAt = now });
            notifier.Tell(
                (await posts.HoldersAt(gap.Place, Permission.ManageGrid, cancel)).Select(holder => holder.PersonId), "HouseholdsLeft",
                new() { ["Place"] = gap.Name, ["Count"] = gap.Households.ToString(CultureInfo.InvariantCulture) }, $"/grid/leaders/{gap.Post}", now);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another node raised it at the same moment.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Finds terms that ran out with households standing.</summary>
internal sealed class RaiseGapAlerts(GapAlerts alerts) : IScheduledJob
{
    public static string Name => "raise-gap-alerts";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken cancel) => alerts.Raise(Actor.System, now, cancel);
}
