using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>Codes and names of the demo's divisions are those of the official table.</summary>
public class DemoCodesTests(LinliHostFixture host) : DemoTests(host)
{
    [Fact]
    public async Task Every_place_of_the_articles_has_its_official_code_name_and_parent()
    {
        var shared = Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.Combine(House.Root, "..", "shared");
        var table = Path.Combine(shared, "data", "divisions", "places-of-the-articles.csv");
        Assert.SkipUnless(File.Exists(table), "No data/divisions in the shared folder (set LINLI_SHARED).");
        var rows = (await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')).ToList();
        rows.Count.ShouldBeGreaterThan(30);
        foreach (var row in rows)
        {
            (await App.Scalar<string>(
                "select p.official_name || '/' || coalesce(nullif(u.code, '0'), '') from registry.places p left join registry.places u on u.id = p.parent_id where p.code = $1", row[0]))
                .ShouldBe($"{row[1]}/{row[3]}");
        }
    }
}
