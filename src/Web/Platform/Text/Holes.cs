namespace Linli.Web.Platform.Text;

/// <summary>Fills the {Names} of a message with its arguments, in one pass: what a person typed is never read as a hole again.</summary>
internal static partial class Holes
{
    public static string Fill(string message, IReadOnlyDictionary<string, string> arguments) =>
        Hole().Replace(message, hole => arguments.TryGetValue(hole.Groups[1].Value, out var value) ? value : hole.Value);

    [System.Text.RegularExpressions.GeneratedRegex(@"\{(\w+)\}")]
    private static partial System.Text.RegularExpressions.Regex Hole();
}
