using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

/// <summary>What was recorded with a first day gets its last one; nothing hangs on an organisation that is gone.</summary>
public class EndingTests(EmptyHost host) : EmptyHostTests(host)
{
    private async Task<(ApiClient Worker, Guid Compound, string Code)> Desk(string name)
    {
        var compound = await App.World.Compound(name);
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        return (await App.ApiAs(person), compound, (await App.Scalar<string>("select code from registry.places where id = $1", compound))!);
    }

    [Fact]
    public async Task A_service_ends_on_its_last_day_and_an_organisation_only_when_nothing_hangs_on_it()
    {
        var (worker, compound, code) = await Desk("退场小区");
        var made = await worker.Post("/api/v1/registry/organisations", new { kind = "PropertyCompany", name = "测试退场物业", placeCode = code });
        var company = made.ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        await worker.Post($"/api/v1/registry/compounds/{code}/services", new { organisationId = company, since = "2025-01-01" });
        var last = Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(30);
        (await worker.Post($"/api/v1/registry/organisations/{company}/end", new { lastDay = last })).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("OrganisationStillHas");
        (await worker.Post($"/api/v1/registry/compounds/{code}/services/end", new { organisationId = company, lastDay = "2024-12-31" })).Problem.ShouldBe("EndLiesBeforeBeginning");
        (await worker.Post($"/api/v1/registry/compounds/{code}/services/end", new { organisationId = company, lastDay = last })).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post($"/api/v1/registry/compounds/{code}/services/end", new { organisationId = company, lastDay = last.AddDays(1) })).Problem.ShouldBe("EndIsNotPutOff");
        (await worker.Post($"/api/v1/registry/organisations/{company}/end", new { lastDay = last.AddDays(-1) })).Problem.ShouldBe("OrganisationStillHas");
        (await worker.Post($"/api/v1/registry/organisations/{company}/end", new { lastDay = last })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.services", "compound_id = $1 and ends_on = $2", compound, last)).ShouldBe(1);
    }

    [Fact]
    public async Task A_name_is_corrected_in_ones_own_scope_with_a_reason_and_names_stay_out_of_the_trail()
    {
        var (worker, compound, _) = await Desk("更名小区");
        var owner = await App.World.OwnerIn(compound);
        var (stranger, _, _) = await Desk("别处");
        var right = new { name = "测试正名", reason = "登记时写错一字" };
        (await stranger.Post($"/api/v1/registry/people/{owner}/correct", right)).ShouldBe(HttpStatusCode.NotFound);
        (await worker.Post($"/api/v1/registry/people/{owner}/correct", right with { reason = "错" })).Problem.ShouldBe("ReasonIsTooShort");
        (await worker.Post($"/api/v1/registry/people/{owner}/correct", right)).ShouldBe(HttpStatusCode.NoContent);
        (await App.Scalar<string>("select name from registry.people where id = $1", owner)).ShouldBe("测试正名");
        (await App.Count("platform.audit_entries", "process = 'CorrectPerson' and subject_id = $1 and details like '%正名%'", owner)).ShouldBe(0);
    }

    [Fact]
    public async Task A_share_given_up_is_free_from_the_day_after()
    {
        var (worker, compound, _) = await Desk("过户小区");
        var unit = await App.World.Unit(compound, "1栋101");
        var code = await App.Scalar<string>("select code from registry.units where id = $1", unit);
        var seller = await App.World.Owner(await App.World.Person(), unit);
        var last = Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(10);
        (await worker.Post($"/api/v1/registry/ownerships/{seller}/end", new { lastDay = last })).ShouldBe(HttpStatusCode.NoContent);
        object Buyer(DateOnly since) => new { name = "测试买家", since };
        (await worker.Post($"/api/v1/registry/units/{code}/ownerships", Buyer(last))).Problem.ShouldBe("SharesExceedTheWhole");
        (await worker.Post($"/api/v1/registry/units/{code}/ownerships", Buyer(last.AddDays(1)))).ShouldBe(HttpStatusCode.OK);
    }
}
