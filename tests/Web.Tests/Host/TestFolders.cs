namespace Linli.Web.Tests.Host;

/// <summary>
/// Data folders (files and keys) of test hosts. All hold the same master key, so that a database copied from a template
/// can be read by every host; the demo template's files are kept beside it.
/// </summary>
internal static class TestFolders
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), $"linli-tests-{Environment.UserName}");

    public static string Make(string name)
    {
        var folder = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        var key = Path.Combine(folder, "keys", "master.key");
        if (!File.Exists(key))
        {
            File.WriteAllText(key, Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray()));
        }

        return folder;
    }

    /// <summary>A new folder with the files of the template.</summary>
    public static string CopyOf(string template)
    {
        var folder = Make($"run-{Guid.NewGuid():N}");
        var files = Path.Combine(Root, template, "files");
        if (Directory.Exists(files))
        {
            foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, "files", Path.GetRelativePath(files, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        return folder;
    }

    public static bool IsKept(string template) => Directory.Exists(Path.Combine(Root, template));

    public static void Keep(string made, string name)
    {
        Make(made);
        Remove(Path.Combine(Root, name));
        Directory.Move(Path.Combine(Root, made), Path.Combine(Root, name));
    }

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
