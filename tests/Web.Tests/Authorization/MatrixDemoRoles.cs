using Linli.Web.Demo.World;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Authorization;

/// <summary>The persons of the demo's sign-in page as roles of the matrix, one for each capacity that a person holds.</summary>
internal static class MatrixDemoRoles
{
    /// <summary>Names of all, known without a database.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<DemoRole>().Select(NameOf);

    public static async Task<IReadOnlyList<(string Name, Guid Person, Capacity? Capacity)>> Of(TestApp app)
    {
        var all = new List<(string, Guid, Capacity?)>();
        foreach (var role in Enum.GetValues<DemoRole>())
        {
            var person = await app.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", (int)role);
            var held = await app.Services.GetRequiredService<Capacities>().HeldBy(person, CancellationToken.None);
            if (held.Count == 0 != (role == DemoRole.EndedPost) || (role == DemoRole.SeveralPosts && held.Count < 4))
            {
                throw new Xunit.Sdk.XunitException($"{role} holds {held.Count} capacities, which is not what the sign-in page says.");
            }

            all.AddRange(held.Count == 0 ? [(NameOf(role), person, null)] : held.Select(capacity => (NameOf(role), person, (Capacity?)capacity)));
        }

        return all;
    }

    private static string NameOf(DemoRole role) => $"demo {DemoRoles.CodeOf(role)}";

    /// <summary>A compound that the capacity covers, and the nearest one that it does not: next door where there is one.</summary>
    public static async Task<(Guid Own, Guid Foreign)> Compounds(TestApp app, Capacity? capacity, Guid far)
    {
        var home = capacity is null ? null : await app.Scalar<string>("select path from registry.places where id = $1", capacity.PlaceId);
        var own = await app.Scalar<Guid?>(
            """
            select c.place_id from registry.compounds c join registry.places p on p.id = c.place_id
             where $1 like p.path || '%' or p.path like $1 || '%' order by p.name = '康桥生活公园' desc, p.path limit 1
            """,
            home ?? "-");
        own ??= await app.Scalar<Guid>("select id from registry.places where name = '康桥生活公园'");
        var ownPath = await app.Scalar<string>("select path from registry.places where id = $1", own.Value);
        var foreign = await app.Scalar<Guid?>(
            """
            select c.place_id from registry.compounds c join registry.places p on p.id = c.place_id
             where p.path not like $1 || '%' and c.place_id <> $2 and c.place_id <> $3
             order by (select max(n) from generate_series(1, length($4)) n where left(p.path, n) = left($4, n)) desc nulls last, p.path limit 1
            """,
            home ?? "-", own.Value, far, ownPath!);
        return (own.Value, foreign ?? far);
    }
}
