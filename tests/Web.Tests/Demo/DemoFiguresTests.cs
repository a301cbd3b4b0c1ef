using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>The figures of the articles, asked of the database (requirements A1, A2, A7, A9).</summary>
public class DemoFiguresTests(LinliHostFixture host) : DemoTests(host)
{
    private const string Zhongshanlu = "50/01/18/001/";
    private const string Kangqiao = "u.compound_id = (select id from registry.places where name = '康桥生活公园')";
    private const string Shuren = "u.compound_id = (select id from registry.places where name = '树人大院')";

    [Fact]
    public async Task The_subdistrict_has_16_communities_and_6_villages()
    {
        const string Below = "kind = 'Community' and path like '" + Zhongshanlu + "%' and official_name like ";
        (await App.Count("registry.places", Below + "'%居民委员会'")).ShouldBe(16);
        (await App.Count("registry.places", Below + "'%村民委员会'")).ShouldBe(6);
        (await App.Count("registry.places", $"path like '{Zhongshanlu}%' and kind = 'Community' and source like '示例代码%'")).ShouldBe(4);
    }

    [Theory]
    [InlineData("PropertyManaged", 212)]
    [InlineData("ThreeNo", 412)]
    [InlineData("Resettlement", 11)]
    [InlineData("BusinessGrid", 6)]
    public async Task Its_compounds_are_of_the_four_types(string type, long count) =>
        (await App.Count("registry.compounds c join registry.places p on p.id = c.place_id", $"p.path like '{Zhongshanlu}%' and c.type = $1", type)).ShouldBe(count);

    [Fact]
    public async Task Residents_of_its_compounds_sum_to_the_reported_figure()
    {
        (await App.Scalar<long>($"select sum(c.residents) from registry.compounds c join registry.places p on p.id = c.place_id where p.path like '{Zhongshanlu}%'")).ShouldBe(426_000);
        (await App.Scalar<long>($"select value from registry.place_figures f join registry.places p on p.id = f.place_id where p.path = '{Zhongshanlu}' and indicator = 'residents'")).ShouldBe(426_000);
    }

    [Fact]
    public async Task Every_property_managed_compound_is_served_and_has_a_name_of_its_own()
    {
        (await App.Count("registry.compounds c join registry.places p on p.id = c.place_id",
            $"p.path like '{Zhongshanlu}%' and c.type = 'PropertyManaged' and not exists (select from registry.services s where s.compound_id = c.place_id)")).ShouldBe(0);
        (await App.Scalar<long>($"select count(*) - count(distinct name) from registry.places where kind = 'Compound' and path like '{Zhongshanlu}%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Kangqiao_is_there_dwelling_by_dwelling()
    {
        (await App.Count("registry.units u", Kangqiao)).ShouldBe(1504);
        (await App.Count("registry.units u", Kangqiao + " and u.registered_area > 0 and u.kind = 'Dwelling'")).ShouldBe(1504);
        (await App.Count("registry.places", "kind = 'Building' and parent_id = (select id from registry.places where name = '康桥生活公园')")).ShouldBe(26);
        (await App.Count("registry.residencies r join registry.units u on u.id = r.unit_id", Kangqiao)).ShouldBeGreaterThan(3000);
        (await App.Count("registry.units u", Kangqiao + " and u.delivery = 'Unsold'")).ShouldBe(12);
        (await App.Count("registry.units u", Kangqiao + " and u.delivery = 'SoldNotDelivered'")).ShouldBe(8);
    }

    [Fact]
    public async Task Shares_of_every_dwelling_sum_to_one() =>
        (await App.Scalar<long>("select count(*) from (select unit_id from registry.ownerships where until is null group by 1 having sum(share_numerator::numeric / share_denominator) <> 1) wrong")).ShouldBe(0);

    [Fact]
    public async Task Owners_are_of_every_kind()
    {
        (await App.Scalar<long>($"select count(*) from (select o.unit_id from registry.ownerships o join registry.units u on u.id = o.unit_id where {Kangqiao} group by 1 having count(*) = 2) couples")).ShouldBeGreaterThan(200);
        (await App.Scalar<long>($"select count(*) from (select o.person_id from registry.ownerships o join registry.units u on u.id = o.unit_id where {Kangqiao} group by 1 having count(*) > 1) several")).ShouldBeGreaterThan(20);
        (await App.Count("registry.ownerships o join registry.units u on u.id = o.unit_id join registry.organisations d on d.id = o.organisation_id", Kangqiao + " and d.kind = 'Developer' and u.delivery = 'Unsold'")).ShouldBe(12);
    }

    [Fact]
    public async Task The_courtyard_has_4_entrances_47_households_and_89_people()
    {
        (await App.Count("registry.places", "kind = 'Entrance' and path like (select path || '%' from registry.places where name = '树人大院')")).ShouldBe(4);
        (await App.Count("registry.units u", Shuren)).ShouldBe(47);
        (await App.Count("registry.residencies r join registry.units u on u.id = r.unit_id", Shuren)).ShouldBe(89);
        (await App.Scalar<long>($"select count(distinct unit_id) from registry.residencies r join registry.units u on u.id = r.unit_id where {Shuren}")).ShouldBe(47);
    }

    [Theory]
    [InlineData("长城社区", 18, 13, 5, "Alliance")]
    [InlineData("回风亭社区", 14, 13, 10, "CommitteeAssociation")]
    public async Task The_other_communities_have_their_compounds_companies_and_committees(string community, long compounds, long companies, long committees, string body)
    {
        const string Within = " path like (select path || '%' from registry.places where name = $1 and kind = 'Community')";
        (await App.Count("registry.places", "kind = 'Compound' and" + Within, community)).ShouldBe(compounds);
        const string Bodies = "registry.organisations o join registry.places p on p.id = o.place_id";
        (await App.Count(Bodies, Within + " and o.kind = 'PropertyCompany'", community)).ShouldBe(companies);
        (await App.Count(Bodies, Within + " and o.kind = 'OwnersCommittee'", community)).ShouldBe(committees);
        (await App.Count(Bodies, Within + " and o.kind = $2", community, body)).ShouldBe(1);
    }

    [Fact]
    public async Task Thirteen_of_the_18_compounds_of_Changcheng_have_no_committee()
    {
        const string Compounds = "registry.places c where c.kind = 'Compound' and c.path like (select path || '%' from registry.places where code = '510105005007')";
        const string Without = " and not exists (select from registry.organisations o where o.place_id = c.id and o.kind = 'OwnersCommittee')";
        (await App.Scalar<long>($"select count(*) from {Compounds}{Without}")).ShouldBe(13);
        (await App.Scalar<long>($"select count(distinct s.organisation_id) from registry.services s where s.compound_id in (select c.id from {Compounds})")).ShouldBe(13);
    }

    [Fact]
    public async Task The_courtyard_of_xian_has_15_entrances_and_three_branches()
    {
        const string Within = "path like (select path || '%' from registry.places where name = '西岸观邸')";
        (await App.Count("registry.places", "kind = 'Entrance' and " + Within)).ShouldBe(15);
        (await App.Count("registry.organisations b join registry.organisations g on g.id = b.parent_id", "g.kind = 'CourtyardGeneralBranch'")).ShouldBe(3);
    }
}
