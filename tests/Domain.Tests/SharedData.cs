using System.Runtime.CompilerServices;

namespace Linli.Domain.Tests;

/// <summary>Files of the project's shared folder, which are read where they are and never copied into the repository.</summary>
internal static class SharedData
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared");

    public static IReadOnlyList<string> FilesOrSkip(string folder, string pattern)
    {
        var path = Path.Combine(Folder, "data", folder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, pattern) : [];
        Assert.SkipWhen(files.Length == 0, $"no data/{folder}/{pattern} in the shared folder (set LINLI_SHARED)");
        return [.. files.Order(StringComparer.Ordinal)];
    }

    public static string Fixture(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", path));

    private static string RepositoryRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
