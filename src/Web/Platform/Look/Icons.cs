using System.Collections.Frozen;
using System.Text.Json;

namespace Linli.Web.Platform.Look;

/// <summary>The drawings of icons.json (built from Tabler, see Assets), by name.</summary>
internal static class Icons
{
    private static readonly FrozenDictionary<string, string> Shapes = Read();

    public static IReadOnlyCollection<string> Names => Shapes.Keys;

    public static string? Find(string name) => Shapes.GetValueOrDefault(name);

    /// <summary>A whole svg element that assistive technology passes over; it stands beside words.</summary>
    public static string Svg(string name) =>
        $"<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{Find(name) ?? throw new ArgumentException($"No icon is named '{name}'; add it to Assets/icons.txt and build.", nameof(name))}</svg>";

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("Linli.Web.Platform.Look.icons.json")
            ?? throw new InvalidOperationException("icons.json is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
