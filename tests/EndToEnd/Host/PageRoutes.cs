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
        ["/accounts/{id:guid}"] = "select person_id::text from platform.demo_persons where position = 1",
        ["/grid/compounds/{code}"] = Compound,
        ["/grid/places/{code}"] = Compound,
        ["/grid/grids/{id:guid}"] = "select g.id::text from grid.grids g join registry.places p on p.id = g.place_id join registry.places c on p.path like c.path || '%' where c.name = '康桥生活公园' and g.ended_on is null order by g.name limit 1",
        ["/grid/hand-overs/{id:guid}"] = "select id::text from grid.hand_overs limit 1",
        ["/grid/care/{code}"] = "select u.code from grid.care_marks m join registry.units u on u.id = m.unit_id order by u.code limit 1",
        ["/grid/households/{code}"] = "select u.code from grid.charges c join registry.units u on u.id = c.unit_id join registry.posts p on p.id = c.post_id join platform.demo_persons d on d.person_id = p.person_id where d.position = 18 and c.until is null order by u.code limit 1",
        ["/grid/leaders/{id:guid}"] = "select l.post_id::text from grid.leaders l join registry.posts p on p.id = l.post_id join platform.demo_persons d on d.person_id = p.person_id where d.position = 18",
        ["/grid/letters/{id:guid}"] = "select id::text from grid.feedback_letters limit 1",
        ["/grid/members/{id:guid}"] = "select id::text from grid.double_registrations order by id limit 1",
        ["/grid/services/{id:guid}"] = "select id::text from grid.service_records where state = 'Recorded' order by id limit 1",
        ["/registry/agreements/{id:guid}"] = "select a.id::text from registry.agreements a where a.title like '康桥%'",
        ["/registry/alliances/{id:guid}"] = "select organisation_id::text from registry.associations a join registry.organisations o on o.id = a.organisation_id where o.name = '长城社区红色物业联盟'",
        ["/registry/party/memberships/{id:guid}"] = "select m.id::text from registry.party_memberships m join registry.organisations o on o.id = m.organisation_id where o.name like '棠城社区第一网格%' order by m.id limit 1",
        ["/registry/party/organisations/{id:guid}"] = "select id::text from registry.organisations where name like '棠城社区第一网格%' limit 1",
        ["/registry/party/places/{code}"] = Community,
        ["/registry/party/places/{code}/coverage/{measure}"] = "select v from (values (1, (select code from registry.places where name = '棠城社区')), (2, 'Compounds')) t (n, v) order by n",
        ["/registry/party/posts/{id:guid}"] = "select p.id::text from registry.posts p join platform.demo_persons d on d.person_id = p.person_id where d.position = 8 limit 1",
        ["/calendar/{year:int}"] = "select '2026'",
        ["/q/{code}"] = "select 'no-such-code'",
        ["/tickets/sheets/{place:guid}"] = "select s.place_id::text from tickets.place_sheets s join registry.places p on p.id = s.place_id where s.voided_at is null order by p.path limit 1",
        ["/tickets/followed/{number}"] = "select t.number from tickets.follows f join tickets.tickets t on t.id = f.ticket_id join platform.demo_persons d on d.person_id = f.person_id where d.position = 1 order by t.number limit 1",
        ["/tickets/{number}/exclusion"] = "select t.number from tickets.exclusions e join tickets.tickets t on t.id = e.ticket_id join registry.places p on p.id = t.compound_id where p.name = '康桥生活公园' order by e.ended_at nulls first, e.second_at nulls first limit 1",
        ["/visits/{id:guid}"] = "select v.id::text from tickets.return_visits v join registry.places p on p.id = v.compound_id where p.name = '康桥生活公园' order by v.state = 'Open' desc, v.drawn_at limit 1",
        ["/compounds/{code}/votes/prepare"] = Compound,
        ["/votes/{id:guid}"] = Vote,
        ["/votes/{id:guid}/mine"] = Vote,
        ["/votes/{id:guid}/desk"] = Vote,
        ["/votes/{id:guid}/papers"] = Vote,
        ["/mediation/mine/{id:guid}"] = "select y.case_id::text from tickets.mediation_parties y join platform.demo_persons d on d.person_id = y.person_id where d.position = 1 limit 1",
        ["/mediation/cases/{id:guid}"] = MediationCase,
        ["/mediation/cases/{id:guid}/do/{act}"] = $"select v from (values (1, ({MediationCase})), (2, 'DraftAgreement')) t (n, v) order by n",
        ["/mediation/refer/{number}"] = "select number from tickets.tickets t join platform.demo_persons d on d.person_id = t.reporter_id where d.position = 1 order by number limit 1",
        ["/tickets/{number}/follow-up"] = "select t.number from tickets.follow_up_steps s join tickets.tickets t on t.id = s.ticket_id where s.kind = 'Listing' order by t.number limit 1",
        ["/tickets/{number}/handle/{act}"] = "select v from (values (1, (select number from tickets.tickets t join registry.places p on p.id = t.compound_id where p.name = '康桥生活公园' and t.state = 'Handling' order by number limit 1)), (2, 'NoteInternally')) t (n, v) order by n",
        ["/tickets/{number}"] = "select number from tickets.tickets t join platform.demo_persons d on d.person_id = t.reporter_id where d.position = 1 order by number limit 1",
    };

    private const string MediationCase = "select c.id::text from tickets.mediation_cases c join tickets.mediation_mediators m on m.case_id = c.id join platform.demo_persons d on d.person_id = m.person_id where d.position = 19 and c.state = 'InMediation'";
    private const string Vote = "select v.id::text from decisions.votes v join registry.places p on p.id = v.compound_id where p.name = '康桥生活公园' and v.state = 'Voting'";
    private const string Compound = "select code from registry.places where name = '康桥生活公园'";
    private const string Covenant = "select v from (values (1, (select code from registry.places where name = '康桥生活公园')), (2, 'covenant')) t (n, v) order by n";
    private const string Community = "select code from registry.places where name = '棠城社区'";

    /// <summary>Pages that none of the demo's persons can open as it is walked here, and why.</summary>
    public static IReadOnlyDictionary<string, string> OpensToNobody { get; } = new Dictionary<string, string>
    {
        ["/q/{code}"] = "codes are signed by the installation's own key; SheetTests open them",
        ["/documents"] = "leads on to the compound's own address",
        ["/registry/compounds/{code}/export-numbers"] = "only a subdistrict's housing clerk may; the demo has none",
    };

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
