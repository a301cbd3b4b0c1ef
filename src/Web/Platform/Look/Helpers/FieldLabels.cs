using Linli.Web.Platform.Text;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>The labels of the fields on this page, which the summary above them names where a message does not.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    // No field's name begins so.
    private const string Anywhere = "* ";

    public static void Add(HttpContext http, FieldIds field, string label) => Of(http)[field.Name] = label;

    /// <summary>A message that is said at any field, and so names none.</summary>
    public static void SaidAnywhere(HttpContext http, string message) => Of(http)[Anywhere + message] = message;

    /// <summary>The field's label without its question mark, where the message may be said at any field and does not speak of this one.</summary>
    public static string? ToName(HttpContext http, string field, string message)
    {
        var label = Of(http).GetValueOrDefault(field)?.TrimEnd('？', '?', '：', ':', ' ');
        var anywhere = Of(http).ContainsKey(Anywhere + message) || TextModule.IsSaidOfAnyValue(message);
        return !anywhere || string.IsNullOrEmpty(label) || SpeaksOf(message, label) ? null : label;
    }

    private static Dictionary<string, string> Of(HttpContext http) =>
        http.Items[Key] as Dictionary<string, string> ?? (Dictionary<string, string>)(http.Items[Key] = new Dictionary<string, string>());

    // Chinese has no spaces: two letters in a row are a word; elsewhere a word of the label begins the same.
    private static bool SpeaksOf(string message, string label) => label.All(char.IsAscii)
        ? label.Split(' ').Where(word => word.Length > 3).Any(word => message.Contains(word[..Math.Min(word.Length, 5)], StringComparison.OrdinalIgnoreCase))
        : Enumerable.Range(0, Math.Max(0, label.Length - 1)).Any(at => message.Contains(label.Substring(at, 2), StringComparison.Ordinal));
}
