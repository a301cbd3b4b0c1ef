using Linli.Web.Demo;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.World;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>The demo world is loaded once, whole, and the same everywhere.</summary>
public class DemoLoadTests(LinliHostFixture host)
{
    [Fact]
    public async Task Two_nodes_that_start_at_once_load_it_once_and_a_later_one_not_again()
    {
        await using var app = await host.New();
        await Task.WhenAll(Load(app), Load(app));
        var people = await app.Count("registry.people");
        people.ShouldBeGreaterThan(3000);
        await Load(app);
        (await app.Count("registry.people")).ShouldBe(people);
        (await app.Count("platform.audit_entries", "process = 'LoadDemo'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_at_the_end_leaves_nothing_behind()
    {
        await using var app = await host.New();
        await app.Execute("drop table platform.demo_persons");
        var places = await app.Count("registry.places");
        await Should.ThrowAsync<PostgresException>(() => Load(app));
        (await app.Count("registry.people")).ShouldBe(0);
        (await app.Count("registry.places")).ShouldBe(places);
    }

    [Fact]
    public async Task A_database_in_use_is_left_alone()
    {
        await using var app = await host.New();
        await app.World.Person();
        await Load(app);
        (await app.Count("registry.people")).ShouldBe(1);
        (await app.Count("registry.compounds")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_ground_gives_the_same_world()
    {
        await using var app = await host.New();
        var ground = await WorldGround.Of(app.Services.CreateAsyncScope().ServiceProvider, "linli-demo", CancellationToken.None);
        var (one, other) = (DemoWorld.Build(ground, new DemoRoles()), DemoWorld.Build(ground, new DemoRoles()));
        // The cipher's nonces differ, everything else is alike.
        Told(one).ShouldBe(Told(other));
        other.Rows.Of<Person>().Select(person => (person.Id, person.Name)).ShouldBeUnique();
    }

    [Fact]
    public async Task Another_hour_changes_no_id()
    {
        await using var app = await host.New();
        var ground = await WorldGround.Of(app.Services.CreateAsyncScope().ServiceProvider, "linli-demo", CancellationToken.None);
        var (one, later) = (DemoWorld.Build(ground, new DemoRoles()), DemoWorld.Build(ground with { Now = ground.Now.AddHours(29.3) }, new DemoRoles()));
        Ids(one).ShouldBe(Ids(later));
    }

    private static string Ids(WorldBuilder world) => string.Join('\n',
        world.Rows.Of<Place>().Select(place => place.Id)
            .Concat(world.Rows.Of<Person>().Select(person => person.Id))
            .Concat(world.Rows.Of<Unit>().Select(unit => unit.Id))
            .Concat(world.Rows.Of<PostHeld>().Select(post => post.Id))
            .Concat(world.Rows.Of<Ticket>().Select(ticket => ticket.Id)));

    private static string Told(WorldBuilder world) => string.Join('\n',
        world.Rows.Of<Place>().Select(p => $"{p.Id} {p.Code} {p.Name}")
            .Concat(world.Rows.Of<Compound>().Select(c => $"{c.PlaceId} {c.Residents} {c.Households}"))
            .Concat(world.Rows.Of<Person>().Select(p => $"{p.Id} {p.Name} {p.PhoneMasked}"))
            .Concat(world.Rows.Of<Unit>().Select(u => $"{u.Id} {u.Code} {u.RegisteredArea}"))
            .Concat(world.Rows.Of<Ticket>().Select(t => $"{t.Id} {t.ReceivedAt:O} {t.State} {t.Description}")));

    private static Task Load(TestApp app) => DemoWorld.LoadOnce(app.Services, TextWriter.Null, CancellationToken.None);
}
