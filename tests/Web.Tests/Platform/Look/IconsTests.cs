using System.Text.RegularExpressions;
using Linli.Web.Platform.Look;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

public partial class IconsTests
{
    [Fact]
    public void EveryIconNamedInThePagesIsDrawn()
    {
        var web = WebFolder();
        var used = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(path => IconName().Matches(File.ReadAllText(path)).Select(match => (Page: Path.GetFileName(path), Name: match.Groups[1].Value)))
            .ToList();

        used.ShouldNotBeEmpty();
        used.Where(icon => Icons.Find(icon.Name) is null).ShouldBeEmpty();
    }

    [Fact]
    public void AnUnknownIconIsRefused() => Should.Throw<ArgumentException>(() => Icons.Svg("no-such-icon"));

    // Names that are computed (with @) are met when the page is rendered.
    [GeneratedRegex("<(?:icon name|cell [^>]*icon|empty-state icon)=\"([a-z0-9-]+)\"")]
    private static partial Regex IconName();

    private static string WebFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Linli.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository root was not found.");
        }
        return Path.Combine(folder.FullName, "src", "Web");
    }
}
