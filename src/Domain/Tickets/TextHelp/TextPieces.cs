using System.Globalization;

namespace Linli.Domain.Tickets.TextHelp;

/// <summary>A piece of a text: one or two neighbouring characters, with the place where it stands in the text as typed.</summary>
/// <param name="Text">The characters, cleaned.</param>
/// <param name="At">Index of its first character in the text as typed.</param>
/// <param name="Length">Characters that it spans in the text as typed.</param>
public readonly record struct TextPiece(string Text, int At, int Length);

/// <summary>Cuts a text into single characters and pairs. Letters are made small, full-width forms plain, digits all one; signs and spaces separate.</summary>
public static class TextPieces
{
    /// <summary>The pieces in the order of the text.</summary>
    public static IReadOnlyList<TextPiece> Of(string text)
    {
        var pieces = new List<TextPiece>(text.Length * 2);
        var (last, lastAt) = ('\0', -1);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = Plain(text[i]);
            if (sign == '\0')
            {
                (last, lastAt) = ('\0', -1);
                continue;
            }

            if (last != '\0')
            {
                pieces.Add(new($"{last}{sign}", lastAt, i - lastAt + 1));
            }

            pieces.Add(new(sign.ToString(), i, 1));
            (last, lastAt) = (sign, i);
        }

        return pieces;
    }

    // Zero for what separates.
    private static char Plain(char sign)
    {
        if (sign is >= '\uFF01' and <= '\uFF5E')
        {
            sign = (char)(sign - 0xFEE0);
        }

        return char.IsDigit(sign) ? '0' : char.IsLetter(sign) ? char.ToLower(sign, CultureInfo.InvariantCulture) : '\0';
    }
}
