using System.Reflection;
using System.Runtime.CompilerServices;
using Linli.Domain.Kernel;
using Linli.Web.Platform;

namespace Linli.Web.Tests.Architecture;

/// <summary>The house as the tests see it: its two assemblies, its modules, its source files.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(Refusal).Assembly;
    public static readonly Assembly Web = typeof(LinliHost).Assembly;

    /// <summary>Types that somebody wrote, nested ones left out: they are seen with the type that they are nested in.</summary>
    public static IReadOnlyList<Type> TypesOf(Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => !t.IsNested && !IsGenerated(t) && t.Namespace?.StartsWith("Linli.", StringComparison.Ordinal) == true || IsRazorPage(t))];

    /// <summary>The module that a type of Web belongs to; null for the composition at the root.</summary>
    public static string? ModuleOf(Type type) => IsRazorPage(type)
        ? type.Name.TrimStart('_').Split('_')[0] is var first && type.Name.StartsWith('_') ? null : first
        : type.Namespace?.Split('.') is ["Linli", "Web", var module, ..] ? module : null;

    public static bool IsContract(Type type) => type.Namespace?.Split('.') is ["Linli", "Web", _, "Contract", ..];

    public static bool IsStore(Type type) => type.Namespace?.Split('.') is ["Linli", "Web", _, "Store", ..];

    public static bool IsRazorPage(Type type) => type.Namespace == "AspNetCoreGeneratedDocument" && !type.IsNested;

    public static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal);

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder of the repository, as paths from its root.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules"))
            .Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Linli.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie inside the repository.");
    }
}
