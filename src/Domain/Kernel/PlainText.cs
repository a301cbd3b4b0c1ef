using System.Globalization;
using System.Text;

namespace Linli.Domain.Kernel;

/// <summary>What a person typed, made fit to be stored and compared: line breaks as \n, composed form NFC, no white space at the ends; nothing to be seen is nothing.</summary>
public static class PlainText
{
    /// <summary>
    /// Cleans a text. False when it cannot be stored or would deceive: half of a surrogate pair, a control character
    /// (a line break is one too, unless several lines are allowed), or a mark that turns the direction of reading.
    /// </summary>
    /// <param name="text">The text as typed; null is empty.</param>
    /// <param name="severalLines">Whether line breaks may stand in it.</param>
    /// <param name="cleaned">The text to keep; empty when it is refused.</param>
    public static bool TryClean(string? text, bool severalLines, out string cleaned)
    {
        cleaned = string.Empty;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        var composed = text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();
        if (composed.Any(letter => TurnsDirection(letter) || (char.IsControl(letter) && !(severalLines && letter == '\n'))))
        {
            return false;
        }

        cleaned = composed.All(IsInvisible) ? string.Empty : composed;
        return true;
    }

    /// <summary>The number of characters as people and PostgreSQL count them: code points.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>Full-width digits, letters and signs (the usual slip of a Chinese keyboard) as plain ASCII; the rest as it is.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
                '\u3000' => ' ',
                var other => other,
            };
        }
    });

    // Spaces of no width, joiners, and the letters that are drawn as nothing: the Hangul fillers and the empty Braille cell.
    private static bool IsInvisible(char letter) =>
        char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format || letter is '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0';

    private static bool TurnsDirection(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
