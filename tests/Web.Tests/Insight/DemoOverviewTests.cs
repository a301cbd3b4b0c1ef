using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Insight;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Insight;

/// <summary>The overview of the demo world: the figures of the article, and every count agrees with its list all the way down.</summary>
public class DemoOverviewTests(LinliHostFixture host) : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await host.New(demo: true);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_subdistrict_shows_the_figures_of_the_article_and_counts_down_to_the_compound()
    {
        var officer = await Holder(PostKinds.SubdistrictOfficer, "中山路街道");
        var whole = await Count(officer, null);
        whole.Types.Select(t => (t.Type, t.Compounds)).ShouldBe(
            [(CompoundType.PropertyManaged, 212), (CompoundType.ThreeNo, 412), (CompoundType.Resettlement, 11), (CompoundType.BusinessGrid, 6)]);
        var residents = whole.Reported.Single(f => f.Indicator == "residents");
        (residents.Value, residents.Source.ShouldNotBeNull().Length > 0).ShouldBe((426_000, true));
        whole.Parts.Count.ShouldBe(22);
        whole.Parts.Sum(p => p.Compounds).ShouldBe(641);
        whole.Total.Received.ShouldBeGreaterThan(50);
        await FiguresAndLists.ShouldAgree(app, officer, whole);
        foreach (var part in whole.Parts.Where(p => p.Figures.Received > 0).Take(3))
        {
            var community = await Count(officer, part.Code);
            community.Total.ShouldBe(part.Figures);
            community.Parts.Count.ShouldBe(part.Compounds);
            await FiguresAndLists.ShouldAgree(app, officer, community with { Parts = [.. community.Parts.Take(4)] });
        }
    }

    [Fact]
    public async Task The_company_of_a_compound_counts_its_compound_alone()
    {
        var dispatcher = await Holder(PostKinds.PropertyDispatcher, "康桥生活公园");
        var compound = await Count(dispatcher, null);
        (compound.Name, compound.Kind).ShouldBe(("康桥生活公园", PlaceKind.Compound));
        compound.Total.Open.ShouldBeGreaterThan(0);
        compound.Reported.Single(f => f.Indicator == "households").Value.ShouldBe(1504);
        await FiguresAndLists.ShouldAgree(app, dispatcher, compound);
    }

    private async Task<Actor> Holder(PostKind kind, string place)
    {
        var post = await app.Scalar<Guid>(
            """
            select p.id from registry.posts p join registry.places at on at.id = p.place_id
             where p.kind = $1 and at.name = $2 and p.starts_on <= $3 and coalesce(p.ended_on, p.ends_on, $3) >= $3 order by p.id limit 1
            """,
            kind.Code, place, ChinaTime.DayOf(app.Clock.Now));
        return await app.Actor(await app.Scalar<Guid>("select person_id from registry.posts where id = $1", post), post);
    }

    private async Task<OverviewOf> Count(Actor actor, string? code)
    {
        var period = OverviewPeriod.Chosen("90", ChinaTime.DayOf(app.Clock.Now));
        return (await app.With<Overview, Outcome<OverviewOf>>(o => o.Execute(new() { Place = code, Period = period }, actor, CancellationToken.None))).Value;
    }
}
