using Linli.Domain.Registry;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

/// <summary>What holds on a day is said once in Domain and once in SQL; here they are held against each other, day by day around every edge.</summary>
public class TermsTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static IEnumerable<DateOnly> Around => Enumerable.Range(-2, 5).Select(Day.AddDays);

    private static IEnumerable<DateOnly?> AroundOrNone => Around.Select(d => (DateOnly?)d).Append(null);

    [Fact]
    public async Task Sql_and_domain_agree_on_every_edge()
    {
        var cases = from first in Around from last in AroundOrNone from day in Around select (first, last, day);
        foreach (var (first, last, day) in cases)
        {
            (await App.Scalar<bool>("select registry.holds($1, $2::date, $3)", first, (object?)last ?? DBNull.Value, day))
                .ShouldBe(Post.IsHeldOn(first, last, day), $"{first} – {last}, {day}");
            (await App.Scalar<bool>("select registry.not_over($1::date, $2)", (object?)last ?? DBNull.Value, day)).ShouldBe(Terms.NotOver(last, day));
        }
    }

    [Fact]
    public async Task A_post_is_held_in_the_same_days_by_query_by_view_and_by_domain()
    {
        var compound = await App.World.Compound("任期小区");
        var person = await App.World.Person();
        foreach (var (ends, ended) in from ends in AroundOrNone from ended in AroundOrNone select (ends, ended))
        {
            var post = await App.World.Post(person, PostKinds.CommunityWorker.Code, compound, ends);
            await App.Execute("update registry.posts set ended_on = $2::date where id = $1", post, (object?)ended ?? DBNull.Value);
            var last = ends is null ? ended : ended is null || ends < ended ? ends : ended;
            foreach (var day in Around)
            {
                var expected = Post.IsHeldOn(new DateOnly(2026, 1, 1), last, day);
                (await App.WithDb(db => db.Set<PostHeld>().HeldOn(day).AnyAsync(p => p.Id == post))).ShouldBe(expected, $"{ends} {ended} on {day}");
                (await App.Count("registry.capacities", "id = $1 and registry.holds(from_day, to_day, $2)", post, day)).ShouldBe(expected ? 1 : 0);
            }
        }
    }

    [Fact]
    public async Task Whoever_gives_up_a_home_later_still_lives_there_until_then()
    {
        var compound = await App.World.Compound("交接小区");
        var person = await App.World.Person();
        var unit = await App.World.Unit(compound, "1栋101");
        await App.World.Resident(person, unit);
        var ownership = await App.World.Owner(person, unit);
        await App.Execute("update registry.ownerships set since = $2 where id = $1", ownership, Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(10));
        (await App.With<Web.Platform.Access.Capacities, IReadOnlyList<Web.Platform.Access.Capacity>>(c => c.HeldBy(person, CancellationToken.None)))
            .ShouldHaveSingleItem().Kind.ShouldBe(Web.Platform.Access.CapacityKind.Resident);
        App.Clock.Advance(TimeSpan.FromDays(10));
        (await App.With<Web.Platform.Access.Capacities, IReadOnlyList<Web.Platform.Access.Capacity>>(c => c.HeldBy(person, CancellationToken.None)))
            .ShouldHaveSingleItem().Kind.ShouldBe(Web.Platform.Access.CapacityKind.Owner);
    }
}
