using System.Reflection;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>What the rest of the world may touch: as little as Razor and the modules' contracts need.</summary>
public class VisibilityTests
{
    [Fact]
    public void Classes_are_sealed_unless_made_to_be_built_upon() => Violations.ShouldBeNone(
        Classes().Where(t => !t.IsAbstract).ToList(), type => type.IsSealed ? [] : [type.FullName!], atLeast: 100);

    [Fact]
    public void Classes_of_web_are_internal_unless_razor_or_a_neighbour_needs_them() => Violations.ShouldBeNone(
        Classes(), type => type.IsPublic && !MayBePublic(type) ? [type.FullName!] : [], atLeast: 100);

    private static List<Type> Classes() =>
        [.. House.TypesOf(House.Web).Where(t => t.IsClass && !House.IsRazorPage(t) && !typeof(Delegate).IsAssignableFrom(t) && House.ModuleOf(t) is not null)];

    private static bool MayBePublic(Type type) =>
        House.IsContract(type)
        || typeof(PageModel).IsAssignableFrom(type)
        || typeof(ITagHelper).IsAssignableFrom(type)
        || typeof(Attribute).IsAssignableFrom(type)
        || typeof(Refusal).IsAssignableFrom(type)
        || typeof(SqlMigration).IsAssignableFrom(type)
        || type == typeof(LinliPage)
        || type.Name.EndsWith("Module", StringComparison.Ordinal)
        // Addresses and markers of resources.
        || type.Name.EndsWith("Links", StringComparison.Ordinal)
        || type.Name.EndsWith("Texts", StringComparison.Ordinal)
        || type.Name.EndsWith("Words", StringComparison.Ordinal)
        // What the model binder fills in.
        || (type.Name.EndsWith("Form", StringComparison.Ordinal) && type.Namespace!.EndsWith(".Pages", StringComparison.Ordinal))
        // View records are what public page models show.
        || IsRecord(type);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public) is not null;
}
