using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>The builder that tests and demo share.</summary>
public class WorldBuilderTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_compound_with_an_owner_and_a_worker_is_a_few_lines()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var world = new WorldBuilder(await WorldGround.Of(scope.ServiceProvider, "few-lines", CancellationToken.None) with { FirstPhone = 9000 });
        var (owner, worker) = (world.Person(), world.Person());
        var compound = world.Compound("测试小区");
        compound.WithBuilding("1栋", entrances: 2).WithUnit("1204", entrance: 2, area: 89_50).OwnedBy(owner).LivedInBy(Relation.Owner, owner);
        var company = world.Company("测试物业");
        compound.ServedBy(company);
        world.Post(worker, PostKinds.RepairWorker, company, compound.Place);
        await world.Save(scope.ServiceProvider, CancellationToken.None);

        var capacities = App.Services.GetRequiredService<Capacities>();
        var own = (await capacities.HeldBy(owner.Id, CancellationToken.None)).ShouldHaveSingleItem();
        (own.Kind, own.UnitLabel, own.PlaceName).ShouldBe((CapacityKind.Owner, "1栋2单元1204", "测试小区"));
        (await capacities.HeldBy(worker.Id, CancellationToken.None)).ShouldHaveSingleItem().Path.ShouldBe(own.Path);
    }

    [Fact]
    public async Task Worlds_of_different_names_stand_side_by_side()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var paths = new List<string>();
        foreach (var (name, i) in new[] { "one", "other" }.Select((name, i) => (name, i)))
        {
            var world = new WorldBuilder(await WorldGround.Of(scope.ServiceProvider, name, CancellationToken.None) with { FirstPhone = 9100 + (i * 10) });
            var compound = world.Compound("同名小区");
            compound.WithBuilding("1栋").WithUnit("101").OwnedBy(world.Person());
            await world.Save(scope.ServiceProvider, CancellationToken.None);
            paths.Add(compound.Place.Path);
        }

        paths.ShouldBeUnique();
    }

    [Fact]
    public async Task A_post_that_its_organisation_does_not_have_is_a_mistake_of_the_test()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var world = new WorldBuilder(await WorldGround.Of(scope.ServiceProvider, "mistake", CancellationToken.None));
        var compound = world.Compound("测试小区");
        Should.Throw<InvalidOperationException>(() => world.Post(world.Person(), PostKinds.CommitteeChair, world.Company("测试物业"), compound.Place));
    }
}
