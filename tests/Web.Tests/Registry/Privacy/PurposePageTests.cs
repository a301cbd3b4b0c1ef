using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>The register of purposes as the auditor sees it.</summary>
public class PurposePageTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task The_auditor_filters_and_takes_along_what_the_database_itself_says()
    {
        var compound = await App.World.Compound("测试小区");
        var auditor = await App.World.Person();
        await App.World.Post(auditor, PostKinds.HousingOfficer.Code, compound);
        using var browser = await App.SignInAs(auditor);
        var all = (await browser.Get("/privacy/purposes")).ShouldBe(HttpStatusCode.OK);
        all.All(".banner.is-danger").ShouldBeEmpty();
        var sensitive = await browser.Get("/privacy/purposes?sensitiveOnly=true&basis=Consent");
        sensitive.All("tbody tr").Count.ShouldBeInRange(1, all.All("tbody tr").Count - 1);
        sensitive.Text.ShouldContain("party_member");
        sensitive.Text.ShouldNotContain("audit_entries");
        (await browser.Get("/privacy/purposes?schema=nowhere")).All(".empty").ShouldNotBeEmpty();
        var csv = (await browser.Get("/privacy/purposes.csv?schema=tickets")).ShouldBe(HttpStatusCode.OK);
        csv.Text.ShouldContain("\"tickets\",\"tickets\",\"description\"");
        csv.Text.ShouldNotContain("\"registry\"");

        using var program = await App.ApiAs(auditor);
        var register = (await program.Get("/api/v1/privacy/purposes?basis=Consent")).ShouldBe(HttpStatusCode.OK).Json;
        register.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("column").GetString()).ShouldContain("party_member");
        register.GetProperty("rows").EnumerateArray().ShouldAllBe(r => r.GetProperty("basis").GetString() == "Consent");
        register.GetProperty("undeclared").GetArrayLength().ShouldBe(0);
        (await program.Get("/api/v1/privacy/retention")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_resident_does_not_see_it()
    {
        var compound = await App.World.Compound("测试小区");
        using var owner = await App.ApiAs(await App.World.OwnerIn(compound));
        (await owner.Get("/api/v1/privacy/purposes")).ShouldBe(HttpStatusCode.Forbidden);
    }
}
