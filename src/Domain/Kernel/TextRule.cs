namespace Linli.Domain.Kernel;

/// <summary>The rule of one text input.</summary>
/// <param name="Input">Name of the input, given back with a refusal.</param>
/// <param name="MaxLength">Most characters (code points) after cleaning.</param>
/// <param name="SeveralLines">Whether line breaks may stand in it.</param>
/// <param name="WhenMissing">The refusal of an empty text; null when it may be left empty.</param>
public sealed record TextRule(string Input, int MaxLength, bool SeveralLines, Refusal? WhenMissing)
{
    /// <summary>The cleaned text, or why it is refused.</summary>
    public Outcome<string> Check(string? text)
    {
        if (!PlainText.TryClean(text, SeveralLines, out var cleaned))
        {
            return new TextHasForbiddenCharacters(Input);
        }

        if (cleaned.Length == 0 && WhenMissing is not null)
        {
            return WhenMissing;
        }

        var length = PlainText.LengthOf(cleaned);
        return length > MaxLength ? new TextIsTooLong(Input, MaxLength, length) : cleaned;
    }
}
