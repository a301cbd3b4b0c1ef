using System.Net;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Party;

/// <summary>Coverage, trees and cross-appointments of the demo world as its persons see them.</summary>
public class PartyDemoTests(LinliHostFixture host) : DemoTests(host)
{
    private readonly Dictionary<int, ApiClient> clients = [];

    private const string Api = "/api/v1/registry/party";
    private const int CommunityWorker = 9;
    private const int SubdistrictOfficer = 10;
    private const int Administrator = 15;

    private async Task<JsonElement> Get(int role, string address) => (await Answer(role, address)).ShouldBe(HttpStatusCode.OK).Json;

    private async Task<Answer> Answer(int role, string address)
    {
        // A person has twenty tokens at most, and all tests share the demo's persons.
        if (!clients.TryGetValue(role, out var client))
        {
            clients[role] = client = await App.ApiAs(await App.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", role));
        }

        return await client.Get($"{Api}{address}");
    }

    private static JsonElement Figure(JsonElement coverage, string measure) =>
        coverage.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("measure").GetString() == measure);

    [Fact]
    public async Task Figures_agree_with_their_lists_and_with_the_rows_below()
    {
        var coverage = await Get(Administrator, "/places/500118001009/coverage");
        foreach (var figure in coverage.GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("measure").GetString() != "Units"))
        {
            var measure = figure.GetProperty("measure").GetString()!;
            var uncovered = await Get(Administrator, $"/places/500118001009/coverage/{measure}");
            uncovered.GetProperty("items").GetProperty("total").GetInt64().ShouldBe(figure.GetProperty("all").GetInt64() - figure.GetProperty("covered").GetInt64(), measure);
            var covered = await Get(Administrator, $"/places/500118001009/coverage/{measure}?covered=true");
            covered.GetProperty("items").GetProperty("total").GetInt64().ShouldBe(figure.GetProperty("covered").GetInt64(), measure);
        }

        foreach (var measure in new[] { "Compounds", "Buildings", "Units", "Committees" })
        {
            var rows = coverage.GetProperty("below").EnumerateArray().Select(row => Figure(row, measure)).ToArray();
            rows.Sum(row => row.GetProperty("all").GetInt64()).ShouldBe(Figure(coverage, measure).GetProperty("all").GetInt64(), measure);
            rows.Sum(row => row.GetProperty("covered").GetInt64()).ShouldBe(Figure(coverage, measure).GetProperty("covered").GetInt64(), measure);
        }

        Figure(coverage, "Units").GetProperty("all").GetInt64().ShouldBe(1504);
        Figure(coverage, "Buildings").GetProperty("all").GetInt64().ShouldBe(26);
    }

    [Fact]
    public async Task In_which_dwellings_members_live_is_told_to_those_who_do_party_work_only()
    {
        (await Answer(CommunityWorker, "/places/500118001009/coverage/Units")).ShouldBe(HttpStatusCode.OK);
        (await Answer(SubdistrictOfficer, "/places/500118001009/coverage/Units")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("51", "party-cities-with-industry-committee", 19)]
    [InlineData("51", "party-companies-with-organisation", 1668)]
    [InlineData("51", "party-companies", 8891)]
    [InlineData("5101", "party-compounds-with-organisation", 966)]
    [InlineData("5101", "party-companies-with-organisation", 249)]
    [InlineData("5101", "party-committees-with-organisation", 114)]
    public async Task Published_figures_stand_apart_with_their_source(string place, string indicator, long value)
    {
        var coverage = await Get(Administrator, $"/places/{place}/coverage");
        var figure = coverage.GetProperty("reported").EnumerateArray().Single(f => f.GetProperty("indicator").GetString() == indicator);
        figure.GetProperty("value").GetInt64().ShouldBe(value);
        figure.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task One_secretary_of_huifengting_is_four_in_one()
    {
        var rows = (await Get(Administrator, "/places/511902003001/seats")).GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("patterns").EnumerateArray().Any(pattern => pattern.GetString() == "FourInOne")).ToArray();
        rows.ShouldHaveSingleItem().GetProperty("cells").EnumerateArray().Count(cell => cell.GetProperty("isHead").GetBoolean()).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task The_courtyard_has_two_owners_branches_and_one_of_staff_whose_secretary_leads_the_project()
    {
        const string Below = "registry.organisations b join registry.organisations g on g.id = b.parent_id and g.kind = 'CourtyardGeneralBranch'";
        (await App.Count(Below, "b.kind = 'GridBranch'")).ShouldBe(2);
        (await App.Count(Below, "b.kind = 'ProjectBranch' and b.of_organisation_id is not null")).ShouldBe(1);
        (await App.Count(
            Below + " join registry.posts s on s.organisation_id = b.id join registry.posts l on l.person_id = s.person_id",
            "b.kind = 'ProjectBranch' and s.kind = 'branch-secretary' and l.kind = 'project-lead' and l.organisation_id = b.of_organisation_id")).ShouldBe(1);
    }

    [Fact]
    public async Task Kangqiao_has_both_ways_in_and_its_functional_branch_moved_nobody()
    {
        (await Get(CommunityWorker, "/places/500118001009001/seats")).GetProperty("isTwoWay").GetBoolean().ShouldBeTrue();
        (await App.Count("registry.party_memberships m join registry.organisations o on o.id = m.organisation_id", "o.kind = 'FunctionalBranch' and m.way = 'Formal'")).ShouldBe(0);
        (await App.Count("registry.party_memberships m join registry.organisations o on o.id = m.organisation_id", "o.name = '康桥生活公园小区功能型党支部'")).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Every_organisation_of_the_demo_stands_where_the_table_allows()
    {
        var wrong = new List<string>();
        var rows = await App.Scalar<string>(
            """
            select json_agg(json_build_object('kind', c.kind, 'path', cp.path, 'parent', p.kind, 'parentPath', pp.path, 'name', c.name))::text
              from registry.organisations c join registry.places cp on cp.id = c.place_id
              left join registry.organisations p on p.id = c.parent_id left join registry.places pp on pp.id = p.place_id
             where c.name not like '测试%'
            """);
        foreach (var row in JsonDocument.Parse(rows!).RootElement.EnumerateArray())
        {
            var kind = Enum.Parse<OrganisationKind>(row.GetProperty("kind").GetString()!);
            if (!kind.IsOfTheParty())
            {
                continue;
            }

            PartyNode? above = row.GetProperty("parent").GetString() is { } parent
                ? new(Enum.Parse<OrganisationKind>(parent), new PlacePath(row.GetProperty("parentPath").GetString()!))
                : null;
            wrong.AddRange(PartyTree.CheckParent(new(kind, new PlacePath(row.GetProperty("path").GetString()!)), above).Select(r => $"{row.GetProperty("name")}: {r.Code}"));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_in_the_demo_sits_on_both_sides_of_a_rule()
    {
        foreach (var place in await App.WithDb(_ => Task.FromResult(new[] { "500118001009001", "500118001009", "510106040007", "510106040007001", "511902003001", "510105005007" })))
        {
            (await Get(Administrator, $"/places/{place}/seats")).GetProperty("conflicts").GetArrayLength().ShouldBe(0, place);
        }
    }
}
