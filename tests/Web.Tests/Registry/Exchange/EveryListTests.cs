using System.Net;
using System.Text.RegularExpressions;
using Linli.Web.Demo.World;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>Every list can be taken out as it is filtered; numbers of people stand whole in none of them.</summary>
public partial class EveryListTests(LinliHostFixture host)
{
    /// <summary>Downloads that are no list: what one may know about oneself.</summary>
    private static readonly string[] NoLists = ["/api/v1/me/"];

    [Fact]
    public async Task Every_export_is_a_workbook_without_a_whole_number()
    {
        var app = await host.Demo();
        using var worker = await app.ApiAs(await Person(app, DemoRole.CommunityWorker));
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal) && route.EndsWith("/export", StringComparison.Ordinal) && !NoLists.Any(route.StartsWith)).ToArray();
        routes.Length.ShouldBeGreaterThan(20);
        using var auditor = await app.ApiAs(await Person(app, DemoRole.HousingOfficer));
        var code = await app.Scalar<string>("select code from registry.places where name = '康桥生活公园'");
        var organisation = await app.Scalar<Guid>("select id from registry.organisations where name = '康桥生活公园业主委员会'");
        var handOver = await app.Scalar<Guid>("select h.id from grid.hand_overs h join registry.places c on c.id = h.place_id where c.code = $1", code!);
        foreach (var route in routes)
        {
            // The register of purposes is the auditor's alone.
            var (who, role) = route.Contains("/purposes/", StringComparison.Ordinal) ? (auditor, "住建") : (worker, "社区工作者");
            var address = route.Replace("{code}", code, StringComparison.Ordinal).Replace("{id:guid}", $"{(route.Contains("/hand-overs/", StringComparison.Ordinal) ? handOver : organisation)}", StringComparison.Ordinal).Replace("{measure}", "Buildings", StringComparison.Ordinal);
            address.ShouldNotContain("{", Case.Sensitive, route);
            var rows = Rows((await who.Get(address)).ShouldBe(HttpStatusCode.OK).Body);
            rows.ShouldNotBeEmpty(route);
            rows.Take(3).ShouldContain(row => row.Contains(role), route);
            rows.Where(row => Number().IsMatch(row)).ShouldBeEmpty(route);
        }
    }

    [Fact]
    public async Task Filters_hold_and_who_may_not_see_the_list_does_not_get_it()
    {
        var app = await host.Demo();
        var code = await app.Scalar<string>("select code from registry.places where name = '康桥生活公园'");
        using var other = await app.ApiAs(await Person(app, DemoRole.OtherCommunityWorker));
        async Task<List<string>> Lines(string address) => [.. Rows((await other.Get($"/api/v1/{address}")).ShouldBe(HttpStatusCode.OK).Body).Skip(2)];
        var handOver = await app.Scalar<Guid>("select h.id from grid.hand_overs h join registry.places c on c.id = h.place_id where c.code = $1", code!);
        (await Lines("registry/committees/export")).Count.ShouldBe(18);
        (await Lines("registry/committees/export?standing=Lapsed")).Count.ShouldBe(2);
        (await Lines("registry/party/places/510105005007/coverage/Compounds/export?covered=true")).Count
            .ShouldBe((int)await app.Scalar<long>("select count(distinct o.place_id) from registry.organisations o join registry.places p on p.id = o.place_id where p.kind = 'Compound' and p.path like (select path || '%' from registry.places where code = '510105005007') and o.kind in ('GridBranch', 'FunctionalBranch', 'CourtyardGeneralBranch')"));
        foreach (var foreign in new[] { $"grid/compounds/{code}/export", $"grid/members/export?place={code}", $"grid/places/{code}/unit-reports/export", $"grid/gaps/export?place={code}", $"registry/compounds/{code}/documents/export", $"registry/committees/export?place={code}",
            $"registry/party/places/{code}/seats/export", $"grid/compounds/{code}/hand-overs/export", $"grid/hand-overs/{handOver}/export" })
        {
            (await other.Get($"/api/v1/{foreign}")).Status.ShouldBe(HttpStatusCode.NotFound, foreign);
        }

        using var worker = await app.ApiAs(await Person(app, DemoRole.CommunityWorker));
        var before = await app.Count("platform.audit_entries", "process = 'ExportLists'");
        Rows((await worker.Get($"/api/v1/grid/members/export?place={code}")).Body).Skip(2).Count().ShouldBe(24);
        Rows((await worker.Get($"/api/v1/grid/compounds/{code}/export")).Body).Skip(2).Count().ShouldBeGreaterThan(20);
        var households = await app.Count("grid.hand_over_items", "hand_over_id = $1", handOver);
        Rows((await worker.Get($"/api/v1/grid/hand-overs/{handOver}/export")).Body).Skip(2).Count().ShouldBe((int)households);
        Rows((await worker.Get($"/api/v1/grid/compounds/{code}/hand-overs/export")).Body).Skip(2).Count().ShouldBe(1);
        var seats = Rows((await worker.Get($"/api/v1/registry/party/places/{code}/seats/export")).Body);
        seats.Skip(2).Count(row => row.Contains("业委会主任", StringComparison.Ordinal)).ShouldBe(1);
        var asked = await app.Count("registry.rights_requests", "state = 'Open'");
        Rows((await worker.Get("/api/v1/privacy/requests/export")).Body).Skip(2).Count().ShouldBe((int)asked);
        (await app.Count("platform.audit_entries", "process = 'ExportLists'")).ShouldBe(before + 6);
        using var auditor = await app.ApiAs(await Person(app, DemoRole.HousingOfficer));
        var purposes = Rows((await auditor.Get("/api/v1/privacy/purposes/export?schema=grid")).Body).Skip(2).ToList();
        purposes.Count.ShouldBeGreaterThan(3);
        purposes.ShouldAllBe(row => row.StartsWith("grid|", StringComparison.Ordinal));
        (await worker.Get("/api/v1/privacy/purposes/export")).ShouldBe(HttpStatusCode.Forbidden);
        Rows((await worker.Get($"/api/v1/grid/gaps/export?place={code}&kind=BuildingsWithout")).Body).Skip(2).Count().ShouldBe(3);
        using var dispatcher = await app.ApiAs(await Person(app, DemoRole.Dispatcher));
        (await dispatcher.Get($"/api/v1/grid/members/export?place={code}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Guid> Person(TestApp app, DemoRole role) => app.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", (int)role);

    private static List<string> Rows(byte[] workbook)
    {
        using var reader = WorkbookReader.Open(new MemoryStream(workbook)).Value;
        return [.. reader.Sheets.SelectMany(sheet => reader.Rows(sheet, []).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ToList())];
    }

    // A mobile number or an identity number that is not masked.
    [GeneratedRegex(@"(^|[^0-9])(1[3-9]\d{9}|\d{17}[0-9X])($|[^0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
