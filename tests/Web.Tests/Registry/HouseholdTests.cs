using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

public class HouseholdTests(EmptyHost host) : EmptyHostTests(host)
{
    private async Task<(ApiClient Worker, string UnitCode, Guid Unit)> Desk(string compoundName)
    {
        var compound = await App.World.Compound(compoundName);
        var unit = await App.World.Unit(compound, "1栋101");
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        return (await App.ApiAs(person), (await App.Scalar<string>("select code from registry.units where id = $1", unit))!, unit);
    }

    private static object Owner(int numerator, int denominator, Guid requestId, string name = "测试业主", string? phone = null) =>
        new { name, phoneNumber = phone, shareNumerator = numerator, shareDenominator = denominator, since = "2020-01-01", requestId };

    [Fact]
    public async Task Shares_never_exceed_the_whole_and_a_form_sent_twice_records_one_owner()
    {
        var (worker, code, unit) = await Desk("份额小区");
        var address = $"/api/v1/registry/units/{code}/ownerships";
        var once = Owner(1, 3, Guid.NewGuid());
        (await worker.Post(address, once)).ShouldBe(HttpStatusCode.OK);
        (await worker.Post(address, once)).ShouldBe(HttpStatusCode.OK);
        (await App.Count("registry.ownerships", "unit_id = $1", unit)).ShouldBe(1);
        (await worker.Post(address, Owner(3, 4, Guid.NewGuid(), "测试业主二"))).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("SharesExceedTheWhole");
        (await worker.Post(address, Owner(2, 3, Guid.NewGuid(), "测试业主三"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_who_record_the_last_share_at_once_do_not_both_get_it()
    {
        var (worker, code, unit) = await Desk("同时小区");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            worker.Post($"/api/v1/registry/units/{code}/ownerships", Owner(1, 1, Guid.NewGuid(), $"测试业主{i}"))));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await App.Count("registry.ownerships", "unit_id = $1", unit)).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_known_under_another_name_is_refused_without_telling_whose()
    {
        var (worker, code, _) = await Desk("号码小区");
        var phone = App.World.Phone();
        var address = $"/api/v1/registry/units/{code}/ownerships";
        (await worker.Post(address, Owner(1, 4, Guid.NewGuid(), "测试甲某", phone))).ShouldBe(HttpStatusCode.OK);
        var refused = (await worker.Post(address, Owner(1, 4, Guid.NewGuid(), "测试乙某", phone))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problem.ShouldBe("PhoneNumberBelongsToAnotherPerson");
        refused.Text.ShouldNotContain("甲某");
    }

    [Fact]
    public async Task A_foreign_units_address_is_not_found()
    {
        var (_, code, _) = await Desk("别人的小区");
        var (worker, _, _) = await Desk("自己的小区");
        (await worker.Get($"/api/v1/registry/units/{code}")).ShouldBe(HttpStatusCode.NotFound);
        (await worker.Post($"/api/v1/registry/units/{code}/ownerships", Owner(1, 1, Guid.NewGuid()))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_look_at_a_number_is_logged_with_its_reason_and_a_used_request_opens_no_other_number()
    {
        var (worker, code, _) = await Desk("隐私小区");
        var phone = App.World.Phone();
        var address = $"/api/v1/registry/units/{code}/ownerships";
        await worker.Post(address, Owner(1, 2, Guid.NewGuid(), "测试丙某", phone));
        await worker.Post(address, Owner(1, 2, Guid.NewGuid(), "测试丁某", App.World.Phone()));
        var owners = (await worker.Get($"/api/v1/registry/units/{code}")).ShouldBe(HttpStatusCode.OK);
        owners.Text.ShouldNotContain(phone);
        var ids = owners.Json.GetProperty("owners").EnumerateArray().OrderBy(o => o.GetProperty("name").GetString() != "测试丙某")
            .Select(o => o.GetProperty("personId").GetGuid()).ToArray();
        string To(Guid id) => $"/api/v1/registry/people/{id}/unmask";

        (await worker.Post(To(ids[0]), new { field = "PhoneNumber", reason = "看" })).Problem.ShouldBe("ReasonIsTooShort");
        var look = new { field = "PhoneNumber", reason = "工单回访联系", requestId = Guid.NewGuid() };
        (await worker.Post(To(ids[0]), look)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(phone);
        (await worker.Post(To(ids[0]), look)).ShouldBe(HttpStatusCode.OK);
        (await worker.Post(To(ids[1]), look)).ShouldBe(HttpStatusCode.Conflict);
        (await App.Count("registry.unmaskings", "person_id = any($1)", ids)).ShouldBe(1);
        (await App.Count("platform.audit_entries", "process = 'Unmask' and reason = '工单回访联系' and subject_id = $1", ids[0])).ShouldBe(1);
    }

    [Fact]
    public async Task Powers_over_the_platform_are_given_only_by_those_who_hold_them()
    {
        var (worker, _, _) = await Desk("任命小区");
        var place = await App.Scalar<string>("select code from registry.places where name = '任命小区'");
        var made = (await worker.Post("/api/v1/registry/organisations", new { kind = "Operator", name = "冒充运营方", placeCode = place })).ShouldBe(HttpStatusCode.OK);
        var organisation = made.Json.GetProperty("value").GetGuid();
        (await worker.Post($"/api/v1/registry/organisations/{organisation}/posts", new { postKind = "platform-administrator", name = "测试某", firstDay = "2026-01-01" }))
            .ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("PostGivesMoreThanYouHold");
    }
}
