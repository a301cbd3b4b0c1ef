using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Http;

/// <summary>What attackers send on purpose: refused as what it is, and never our failure.</summary>
public class HostileInputTests(EmptyHost host) : EmptyHostTests(host)
{
    [Theory]
    [InlineData("/work?Text=%00", 400)]
    [InlineData("/work?Category=a%00b", 400)]
    [InlineData("/overview?Place=%00", 404)]
    [InlineData("/work?Tab=Received&From=0001-01-01", 200)]
    [InlineData("/work?Tab=Done&To=9999-12-31", 200)]
    public async Task A_query_that_cannot_be_meant_does_not_break_a_list(string address, int status)
    {
        using var staff = await App.SignInAs(await Dispatcher());
        ((int)(await staff.Get(address)).Status).ShouldBe(status);
    }

    [Fact]
    public async Task The_largest_page_number_is_an_empty_page()
    {
        using var program = await App.ApiAs(await Dispatcher());
        (await program.Get("/api/v1/registry/places?page=2147483647")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("multipart/form-data", "x", 400)]
    [InlineData("multipart/form-data; boundary=AA", "--AA\r\n", 400)]
    [InlineData("application/x-www-form-urlencoded", "a=%00", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b", 415)]
    public async Task A_form_that_cannot_be_read_is_refused_though_nobody_is_signed_in(string type, string body, int status)
    {
        using var visitor = App.Visitor();
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        ((int)(await visitor.Send(new HttpRequestMessage(HttpMethod.Post, "/me/tokens") { Content = content })).Status).ShouldBe(status);
        (await App.Count("platform.parked_forms")).ShouldBe(0);
    }

    [Fact]
    public async Task An_address_with_other_letters_than_ascii_is_no_way_back()
    {
        var person = await Dispatcher();
        using var visitor = await App.SignInAs(person);
        var (cookie, field) = FormTokens.For(App, person);
        visitor.Cookies["linli.form"] = cookie;
        (await visitor.Post("/display/theme", [("value", "dark"), ("returnUrl", "/用"), ("__RequestVerificationToken", field)])).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_page_without_a_form_takes_none()
    {
        var person = await Dispatcher();
        using var visitor = await App.SignInAs(person);
        var (cookie, field) = FormTokens.For(App, person);
        visitor.Cookies["linli.form"] = cookie;
        (await visitor.Post("/me", [("__RequestVerificationToken", field)])).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task No_photos_may_be_said_as_null()
    {
        using var program = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("空照片小区")));
        (await program.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "lift", placeText = "1栋", description = "电梯坏了", photos = (Guid[]?)null }))
            .ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_used_request_id_says_nothing_of_another_ticket()
    {
        var compound = await App.World.Compound("两单小区");
        var reporter = await App.World.OwnerIn(compound);
        using var owner = await App.ApiAs(reporter);
        var numbers = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var made = await owner.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "lift", placeText = "1栋", description = "电梯坏了" });
            numbers.Add(made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("number").GetString()!);
        }

        var once = new { requestId = Guid.NewGuid() };
        (await owner.Post($"/api/v1/tickets/{numbers[0]}/withdraw", once)).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post($"/api/v1/tickets/{numbers[0]}/withdraw", once)).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post($"/api/v1/tickets/{numbers[1]}/withdraw", once)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("RequestIdIsUsed");
    }

    [Fact]
    public async Task Nobody_appoints_oneself_to_see_more()
    {
        var compound = await App.World.Compound("自任小区");
        var person = await App.World.Person();
        var post = await App.World.Post(person, PostKinds.CommunitySecretary.Code, compound);
        var organisation = await App.Scalar<Guid>("select organisation_id from registry.posts where id = $1", post);
        await App.Execute("update registry.organisations set kind = 'ResidentsCommittee' where id = $1", organisation);
        using var secretary = await App.ApiAs(person);
        var address = $"/api/v1/registry/organisations/{organisation}/posts";
        object Appointment(Guid? who, string? name) => new { requestId = Guid.NewGuid(), postKind = PostKinds.CommunityWorker.Code, personId = who, name, firstDay = "2020-01-01" };
        (await secretary.Post(address, Appointment(person, null))).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("PostGivesMoreThanYouHold");
        (await secretary.Post(address, Appointment(null, "测试新人"))).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<Guid> Dispatcher()
    {
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.PropertyDispatcher.Code, await App.World.Compound("来客小区"));
        return person;
    }
}
