using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

public class ComponentTests(LookHost host) : IClassFixture<LookHost>
{
    [Fact]
    public async Task TheSummarySaysWhatTheFieldsSayInTheirOrder()
    {
        using var client = host.NewClient();
        var page = await LookHost.GetAsync(client, "/design");

        var summary = page.QuerySelectorAll(".govuk-error-summary a").Select(link => (Id: link.GetAttribute("href")!.TrimStart('#'), Text: link.TextContent)).ToList();

        summary.Select(line => line.Id).ShouldBe(["Faulty_Place", "Faulty_Text", "Faulty_Phone", "Faulty_Contact", "Faulty_Agreed"]);
        foreach (var (id, text) in summary)
        {
            page.GetElementById(id).ShouldNotBeNull();
            page.GetElementById($"{id}-error")!.TextContent.ShouldEndWith(text);
        }
    }

    [Fact]
    public async Task EveryReferenceLeadsToAnElementAndNoIdIsUsedTwice()
    {
        using var client = host.NewClient();
        foreach (var path in new[] { "/design", "/design/phone", "/design/staff", "/menu" })
        {
            var page = await LookHost.GetAsync(client, path);
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
            ids.ShouldBeUnique();

            string[] references = ["for", "aria-describedby", "aria-labelledby"];
            var named = references.SelectMany(name => page.QuerySelectorAll($"[{name}]").SelectMany(element => element.GetAttribute(name)!.Split(' '))).ToList();
            named.Except(ids).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task NothingNeedsInlineStyleOrScript()
    {
        using var client = host.NewClient();
        var page = await LookHost.GetAsync(client, "/design");

        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ASecretIsNotSentBack()
    {
        using var client = host.NewClient();
        var page = await LookHost.GetAsync(client, "/design");

        page.QuerySelector("input[type=password]").ShouldNotBeNull().HasAttribute("value").ShouldBeFalse();
    }
}
