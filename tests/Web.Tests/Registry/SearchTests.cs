using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

public class SearchTests(EmptyHost host) : EmptyHostTests(host)
{
    [Theory]
    [InlineData("青柳", true)]
    [InlineData("柳苑", true)]
    [InlineData("QLY", true)]
    [InlineData("qly", true)]
    [InlineData("白杨", false)]
    [InlineData("%", false)]
    [InlineData("_", false)]
    [InlineData("'; drop table registry.places; --", false)]
    public async Task Two_characters_initials_and_codes_find_what_lies_in_scope(string text, bool found)
    {
        var here = await App.World.Compound("青柳苑小区");
        await App.Execute("update registry.places set initials = 'QLYXQ' where id = $1", here);
        await App.World.Compound("白杨树小区");
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, here);
        using var worker = await App.ApiAs(person);
        var answer = (await worker.Get($"/api/v1/registry/search?text={Uri.EscapeDataString(text)}")).ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("places").GetArrayLength().ShouldBe(found ? 1 : 0);
    }
}
