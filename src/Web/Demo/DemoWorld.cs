using System.Diagnostics;
using System.Globalization;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.World;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Store;
using Npgsql;

namespace Linli.Web.Demo;

/// <summary>Loads the demo world into a database in which nobody is yet: all of it or nothing, once, whichever node comes first.</summary>
internal static class DemoWorld
{
    // Any constant will do; it names this lock among PostgreSQL's advisory locks.
    private const long Lock = 0x11_7115_0001;

    public static async Task LoadOnce(IServiceProvider services, TextWriter progress, CancellationToken cancel)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        await using var scope = services.CreateAsyncScope();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, $"select pg_advisory_xact_lock({Lock})", cancel);
        if (await Execute(connection, "select exists (select from registry.people)", cancel) is true)
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        await progress.WriteLineAsync("正在装入演示世界 · Loading the demo world …");
        var roles = new DemoRoles();
        var world = Build(await WorldGround.Of(scope.ServiceProvider, "linli-demo", cancel), roles);
        LoadRecord.AddTo(world, "LoadDemo");
        await world.Write(scope.ServiceProvider.GetRequiredService<LinliDb>(), connection, cancel);
        await roles.Write(connection, cancel);
        await transaction.CommitAsync(cancel);
        // Without it, the first queries are planned for empty tables.
        await Execute(connection, "analyze", cancel);
        int Count<T>() => world.Rows.Of(typeof(T)).Count;
        await progress.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"演示世界已就绪 · The demo world is there after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s: {Count<Place>():N0} places, {Count<Unit>():N0} dwellings, {Count<Person>():N0} made-up people, {Count<Ticket>():N0} tickets."));
    }

    /// <summary>The world in memory; the same ground gives the same world.</summary>
    internal static WorldBuilder Build(WorldGround ground, DemoRoles roles)
    {
        var world = new WorldBuilder(ground);
        Divisions.Build(world);
        var kangqiao = Kangqiao.Build(world, roles);
        var shuren = ShurenCourtyard.Build(world);
        var zhongshanlu = Zhongshanlu.Build(world, roles, kangqiao.Compound, shuren);
        var others = LivedInCompounds.Build(world, [.. zhongshanlu.ToLiveIn], roles);
        var changcheng = Changcheng.Build(world, roles);
        var courtyard = Neighbourhoods.Build(world);
        GoverningBodies.Tell(world, changcheng);
        Alliances.Build(world);
        PartyTree.Build(world);
        GridWorld.Build(world, kangqiao.Compound, roles);
        new DoubleRegistrations(world, kangqiao.Compound).Build();
        GoverningDocuments.Build(world, kangqiao, shuren);

        var history = new TicketHistory(world, kangqiao.Compound, kangqiao.Team);
        history.Tell(110);
        KangqiaoStories.Tell(world, kangqiao, history);
        HandlingStories.Tell(world, kangqiao, roles);
        foreach (var (compound, team) in others)
        {
            new TicketHistory(world, compound, team).Tell(14);
        }

        new Supervision(world, roles).Build(kangqiao);
        new CourtyardPast(world, courtyard, roles).Tell();
        LocalCategories.Build(world, kangqiao.Compound.Place);
        QueueTools.Build(world, kangqiao.Team.Dispatcher, roles);
        Mediations.Build(world, roles, kangqiao.Compound);
        new Evaluations(world, roles).Build(kangqiao.Compound);
        EarlyFinding.Build(world, courtyard.Place, roles);
        PersonalData.Build(world, roles, kangqiao.Compound);
        Care.Build(world, roles, kangqiao.Compound);
        Intakes.Build(world, kangqiao, roles);
        Votes.Build(world, kangqiao.Compound, roles.People);
        return world;
    }

    private static async Task<object?> Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }
}
