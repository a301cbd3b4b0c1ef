using Linli.Web.Platform;
using Linli.Web.Platform.Store;
using Npgsql;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Which part of the house may know which (docs/architecture.md).</summary>
public class WallsTests
{
    /// <summary>
    /// What a module may know beyond itself, Platform and its neighbours' Contract. A new line here is a decision that wants
    /// a reason.
    /// </summary>
    private static readonly (string From, string To, string Why)[] Allowed =
    [
        ("Linli.Web.Platform.Operation", "Linli.Web.", "The command line is a second composition root: it starts what the modules offer."),
        ("Linli.Web.Demo", "Linli.Web.Registry", "The demo world fills the registry's tables."),
        ("Linli.Web.Demo", "Linli.Web.Decisions", "The demo world has votes, drawn up, hung into the tree and counted by the product's own rules."),
        ("Linli.Web.Demo", "Linli.Web.Grid", "The demo world has captains, grids and registered members."),
        ("Linli.Web.Demo", "Linli.Web.Tickets", "The demo world lets its people report and handle tickets."),
    ];

    /// <summary>Domain is layered: everything may know the kernel and the registry's types, nothing else knows its neighbour.</summary>
    private static readonly string[] KnownToAllOfDomain = ["Kernel", "Registry"];

    [Fact]
    public void Domain_knows_nothing_but_the_base_library() => Violations.ShouldBeNone(
        House.Domain.GetReferencedAssemblies(),
        a => a.Name!.StartsWith("System.", StringComparison.Ordinal) || a.Name == "netstandard" ? [] : [a.Name!]);

    [Fact]
    public void A_module_of_domain_knows_kernel_and_registry_only() => Violations.ShouldBeNone(
        House.TypesOf(House.Domain),
        type => TypeReferences.Of(type)
            .Where(other => other.Assembly == House.Domain && AreaOf(other) is { } area && area != AreaOf(type) && !MayKnow(AreaOf(type), area))
            .Select(other => $"{type.FullName} → {other.FullName}"),
        atLeast: 30);

    [Fact]
    public void A_module_knows_itself_the_platform_and_its_neighbours_contracts() => Violations.ShouldBeNone(
        House.TypesOf(House.Web).Where(t => House.ModuleOf(t) is not null).ToList(),
        type => Neighbours(type).Where(other => !House.IsContract(other) && !IsAllowed(type, other)).Select(other => $"{type.FullName} → {other.FullName}"),
        atLeast: 100);

    [Fact]
    public void No_module_knows_the_composition() => Violations.ShouldBeNone(
        House.TypesOf(House.Web).Where(t => House.ModuleOf(t) is not null && t != typeof(LinliHost)).ToList(),
        type => TypeReferences.Of(type).Where(other => other == typeof(Modules)).Select(_ => type.FullName!),
        atLeast: 100);

    [Fact]
    public void Modules_do_not_know_each_other_in_a_circle()
    {
        var edges = House.TypesOf(House.Web)
            .Where(t => House.ModuleOf(t) is { } m && m != "Platform")
            .SelectMany(t => Neighbours(t).Select(other => (From: House.ModuleOf(t)!, To: House.ModuleOf(other)!)))
            .Where(e => e.To != "Platform").Distinct().ToList();
        Violations.ShouldBeNone(edges, edge => Reaches(edges, edge.To, edge.From, []) ? [$"{edge.From} → {edge.To} → … → {edge.From}"] : []);
    }

    [Fact]
    public void Pages_and_the_api_ask_use_cases_and_queries_never_the_database() => Violations.ShouldBeNone(
        House.TypesOf(House.Web).Where(IsPageOrApi).ToList(),
        type => TypeReferences.Of(type)
            .Where(other => other == typeof(LinliDb) || other == typeof(NpgsqlDataSource) || other == typeof(NpgsqlConnection) || (House.IsStore(other) && !other.IsEnum))
            .Select(other => $"{type.FullName} → {other.FullName}"),
        atLeast: 5);

    private static bool IsPageOrApi(Type type) =>
        House.IsRazorPage(type) || type.Namespace?.Split('.').Contains("Pages") == true || type.Name.EndsWith("Api", StringComparison.Ordinal);

    private static IEnumerable<Type> Neighbours(Type type)
    {
        var own = House.ModuleOf(type);
        return TypeReferences.Of(type).Where(other => other.Assembly == House.Web && House.ModuleOf(Outermost(other)) is { } module
            && module != own && module != "Platform");
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsAllowed(Type from, Type to) => Allowed.Any(edge =>
        from.FullName!.StartsWith(edge.From, StringComparison.Ordinal) && to.FullName!.StartsWith(edge.To, StringComparison.Ordinal));

    private static string? AreaOf(Type type) => type.Namespace?.Split('.') is ["Linli", "Domain", var area, ..] ? area : null;

    private static bool MayKnow(string? from, string to) => KnownToAllOfDomain.Contains(to) && !(from == "Kernel") && !(from == "Registry" && to != "Kernel");

    private static bool Reaches(List<(string From, string To)> edges, string from, string goal, HashSet<string> seen) =>
        from == goal || (seen.Add(from) && edges.Any(e => e.From == from && Reaches(edges, e.To, goal, seen)));
}
