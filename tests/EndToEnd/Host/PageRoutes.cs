using System.Reflection;
using System.Text.RegularExpressions;
using Linli.Web.Platform;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Linli.EndToEnd.Host;

/// <summary>Every page of the product, read from the compiled pages themselves, so that none can be forgotten.</summary>
internal static partial class PageRoutes
{
    /// <summary>
    /// What stands in the holes of addresses, as a query of the demo world that gives the values in the order of the holes. A new page
    /// with a hole fails the tests until it is listed here.
    /// </summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["/registry/compounds/{code}"] = Compound,
        ["/registry/compounds/{code}/documents/{kind}"] = Covenant,
        ["/compounds/{code}"] = Compound,
        ["/compounds/{code}/documents/{kind}"] = Covenant,
        ["/registry/places/{code}"] = Community,
        ["/registry/units/{code}"] = "select u.code from registry.units u join registry.ownerships o on o.unit_id = u.id join platform.demo_persons d on d.person_id = o.person_id where d.position = 1 order by u.code limit 1",
        ["/registry/organisations/{id:guid}"] = "select p.organisation_id::text from registry.posts p join platform.demo_persons d on d.person_id = p.person_id where d.position = 4 limit 1",
        ["/registry/people/{id:guid}"] = "select person_id::text from platform.demo_persons where position = 1",
        ["/privacy/requests/{id:guid}"] = "select id::text from registry.rights_requests where state = 'Open' limit 1",
        ["/me/privacy/requests/{id:guid}"] = "select r.id::text from registry.rights_requests r join platform.demo_persons d on d.person_id = r.person_id where d.position = 3 limit 1",
        ["/tickets/{number}"] = "select number from tickets.tickets t join platform.demo_persons d on d.person_id = t.reporter_id where d.position = 1 order by number limit 1",
    };

    private const string Compound = "select code from registry.places where name = '康桥生活公园'";
    private const string Covenant = "select v from (values (1, (select code from registry.places where name = '康桥生活公园')), (2, 'covenant')) t (n, v) order by n";
    private const string Community = "select code from registry.places where name = '棠城社区'";

    /// <summary>Addresses beside the pages' own that look different: what is not found, lists that are empty, long, or wrongly asked for.</summary>
    private static readonly string[] More =
    [
        "/no-such-page", "/work?tab=All", "/work?text=zzzz", "/registry/search?q=kq", "/registry/search?q=zzzz", "/overview?period=7", "/registry?at=9999",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(LinliHost).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Where(item => item.Kind == "mvc.1.0.razor-page")
            .SelectMany(item => item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>())
            .Where(metadata => metadata.Key == "RouteTemplate").Select(metadata => metadata.Value).Order(StringComparer.Ordinal),
        .. More,
    ];

    /// <summary>Pages with a hole for which nobody has said what stands in it.</summary>
    public static IReadOnlyList<string> WithoutValue => [.. All.Where(page => page.Contains('{', StringComparison.Ordinal) && ValueOf(page) is null)];

    public static async Task<string> AddressOf(string page, TestDatabase database)
    {
        if (ValueOf(page) is not { } sql)
        {
            return page;
        }

        foreach (var value in await database.Query(sql, row => row.GetString(0)))
        {
            page = Hole().Replace(page, Uri.EscapeDataString(value), 1);
        }

        return page;
    }

    // The longest entry that the page's address begins with.
    private static string? ValueOf(string page) => !page.Contains('{', StringComparison.Ordinal)
        ? null
        : Values.Where(v => page.StartsWith(v.Key, StringComparison.Ordinal)).OrderByDescending(v => v.Key.Length).Select(v => v.Value).FirstOrDefault();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
