using System.Net;
using Linli.Web.Demo.World;

namespace Linli.EndToEnd.Host;

/// <summary>Asks for pages in the name of the demo's persons, without a browser: which open to whom, and what they weigh.</summary>
internal sealed class Entrance(DemoFixture demo) : IDisposable
{
    /// <summary>Who looks at pages in the layout of households, and who in that of posts, in the order in which they are asked.</summary>
    private static readonly DemoRole[][] Looks =
    [
        [DemoRole.Owner, DemoRole.Tenant],
        [
            DemoRole.Dispatcher, DemoRole.CommunityWorker, DemoRole.SubdistrictOfficer, DemoRole.HousingOfficer, DemoRole.CommitteeChair,
            DemoRole.BranchSecretary, DemoRole.ProjectLead, DemoRole.RepairWorker, DemoRole.SeveralPosts, DemoRole.PlatformAdministrator, DemoRole.Mediator,
            DemoRole.BuildingCaptain, DemoRole.OtherCommunityWorker, DemoRole.OtherSubdistrictOfficer,
        ],
    ];

    private readonly Dictionary<string, IReadOnlyList<DemoRole?>> known = [];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = demo.Address,
    };

    /// <summary>The first person of each layout to whom the page opens; nobody signed in where it opens to none of them.</summary>
    public async Task<IReadOnlyList<DemoRole?>> OpensTo(string address)
    {
        if (known.TryGetValue(address, out var before))
        {
            return before;
        }

        var found = new List<DemoRole?>();
        foreach (var look in Looks)
        {
            foreach (var role in look)
            {
                if ((await Get(address, role)).Status == HttpStatusCode.OK)
                {
                    found.Add(role);
                    break;
                }
            }
        }

        return known[address] = found.Count > 0 ? found : [null];
    }

    public async Task<(HttpStatusCode Status, byte[] Body)> Get(string address, DemoRole? role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (role is { } person)
        {
            request.Headers.Add("Cookie", string.Join("; ", (await demo.CookiesOf(person)).Select(c => $"{c.Name}={c.Value}")));
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();
}
