using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

/// <summary>The summary of faults names the field where the message, said at any field, does not.</summary>
public class SummaryTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_message_for_any_field_names_its_field_in_the_summary_and_one_that_does_is_left_alone()
    {
        var compound = await App.World.Compound("摘要小区");
        var clerk = await App.World.Person();
        await App.World.Post(clerk, PostKinds.CommunityWorker.Code, compound);
        using var visitor = await App.SignInAs(clerk);
        var code = await App.Scalar<string>("select code from registry.places where id = $1", compound);
        var page = await visitor.Get($"/registry/compounds/{code}/add-unit");
        var unread = await visitor.Submit(page, "form.stack", ("Input.Floor", "三楼"));
        unread.ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary li").TextContent.ShouldBe("楼层：这一项没有读懂，请重新填写。");
        var refused = (await visitor.Submit(page, "form.stack", ("Input.RegisteredArea", "很大"))).ShouldBe(HttpStatusCode.OK);
        var said = refused.All(".govuk-error-summary li").Select(m => m.TextContent).ToList();
        said.ShouldContain("房号：请填写这一项。");
        refused.One("#Input_Number-error").TextContent.ShouldEndWith("请填写这一项。");
        said.Count(m => m.Contains("面积", StringComparison.Ordinal)).ShouldBe(1);
        said.ShouldNotContain(m => m.StartsWith("登记面积", StringComparison.Ordinal));
    }
}
