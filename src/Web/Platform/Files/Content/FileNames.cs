using System.Globalization;
using System.Text;

namespace Linli.Web.Platform.Files;

/// <summary>Makes a name that somebody's device sent fit to be shown. It never decides what a file is or where it is kept.</summary>
internal static class FileNames
{
    /// <summary>In UTF-16 units, so that a column of as many characters always holds it.</summary>
    internal const int LimitCharacters = 100;
    private const int LongestExtension = 10;

    /// <summary>The last part of the path, without control, direction and other invisible characters; null when nothing is left.</summary>
    internal static string? ForShowing(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var visible = Visible(name);
        var last = visible[(visible.LastIndexOfAny(['/', '\\']) + 1)..].Trim(' ', '.');
        return last.Length == 0 ? null : Shortened(last);
    }

    /// <summary>The name as above, ending as the content demands: a PDF sent as <c>a.exe</c> is shown as <c>a.exe.pdf</c>.</summary>
    internal static string? ForShowing(string? name, FileKind kind)
    {
        var shown = ForShowing(name);
        if (shown is null || EndsAs(shown, kind))
        {
            return shown;
        }

        return Shortened(shown + kind.Extension);
    }

    private static bool EndsAs(string name, FileKind kind) =>
        name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase)
        || (kind == FileKind.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase));

    private static string Visible(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                text.Append(' ');
            }
            else if (rune != Rune.ReplacementChar
                && category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                text.Append(rune);
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Cuts the stem and keeps the ending; never cuts inside what is seen as one character.</summary>
    private static string Shortened(string name)
    {
        if (name.Length <= LimitCharacters)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot >= 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var stem = name[..^extension.Length];
        var length = 0;
        while (StringInfo.GetNextTextElementLength(stem, length) is > 0 and var next && length + next <= LimitCharacters - extension.Length)
        {
            length += next;
        }

        return stem[..length].TrimEnd(' ', '.') + extension;
    }
}
