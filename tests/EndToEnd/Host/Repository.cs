namespace Linli.EndToEnd.Host;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The web node of the same build as these tests.</summary>
    public static string BuiltWeb { get; } = Path.Combine(Root, "artifacts", "bin", "Web", new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>Whether the walk leaves a picture of every page in every size, for eyes: LINLI_PICTURES=on.</summary>
    public static bool TakesPictures { get; } = Environment.GetEnvironmentVariable("LINLI_PICTURES") == "on";

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screenshots")).FullName;

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
