using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>Whose data is only stored (处理受限, PIPL 47) is an owner or resident without a name wherever a household is shown.</summary>
public class RestrictedPeopleTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_units_page_tells_that_somebody_owns_and_lives_there_and_not_who()
    {
        var compound = await App.World.Compound("受限小区");
        var unit = await App.World.Unit(compound, "1栋101");
        var phone = App.World.Phone();
        var person = await App.World.Person(phone);
        await App.World.Owner(person, unit);
        await App.World.Resident(person, unit);
        await App.Execute("update registry.people set name = '测试受限人', restricted_at = now() where id = $1", person);
        var worker = await App.World.Person();
        await App.World.Post(worker, PostKinds.CommunityWorker.Code, compound);
        var code = await App.Scalar<string>("select code from registry.units where id = $1", unit);

        using var api = await App.ApiAs(worker);
        var told = (await api.Get($"/api/v1/registry/units/{code}")).ShouldBe(HttpStatusCode.OK);
        told.Text.ShouldNotContain("测试受限人");
        told.Text.ShouldNotContain(phone[^4..]);
        told.Text.ShouldNotContain(person.ToString());
        told.Json.GetProperty("owners").GetArrayLength().ShouldBe(1);
        told.Json.GetProperty("residents").GetArrayLength().ShouldBe(1);

        using var browser = await App.SignInAs(worker);
        var page = (await browser.Get($"/registry/units/{code}")).ShouldBe(HttpStatusCode.OK);
        page.All("ul.cells div.cell").Count(cell => cell.TextContent.Contains("只保存的人员", StringComparison.Ordinal)).ShouldBe(2);
        page.Text.ShouldNotContain("测试受限人");
        page.Text.ShouldNotContain(phone[^4..]);
    }
}
