using System.Reflection;
using System.Text.RegularExpressions;
using Linli.Web.Platform.Changes;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Whoever looks for a use case or for the model of a page finds it by the name of a file.</summary>
public partial class OneIdeaAFileTests
{
    private static readonly HashSet<string> Files = [.. House.Files("src/Web", ".cs").Select(file => Path.GetFileName(file)!)];

    [Fact]
    public void A_use_case_has_a_file_of_its_own() => Violations.ShouldBeNone(
        House.TypesOf(House.Web).Where(IsUseCase).ToList(), type => Files.Contains($"{type.Name}.cs") ? [] : [type.FullName!], atLeast: 100);

    [Fact]
    public void A_page_has_one_model() => Violations.ShouldBeNone(
        House.Files("src/Web", ".cs").Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal)).ToList(),
        file => Models().Count(House.Read(file)) > 1 ? [file] : [],
        atLeast: 50);

    private static bool IsUseCase(Type type) => House.ModuleOf(type) is not (null or "Demo")
        && type.GetMethods(BindingFlags.Instance | BindingFlags.Public).Any(method => method.Name == "Execute" && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ProcessContext)));

    [GeneratedRegex(@"class \w+Model\b")]
    private static partial Regex Models();
}
