using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>
/// A citizen's identity number (GB 11643-1999): six digits of place, date of birth, running number, check digit by
/// ISO 7064 MOD 11-2. Writing it out gives the masked form.
/// </summary>
public sealed partial record IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdentityNumber(string value, DateOnly birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    /// <summary>The whole number, 18 characters, the last perhaps a capital X: for encryption and the blind index only.</summary>
    public string Value { get; }

    /// <summary>The date of birth that stands in it.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The form that pages show: first three and last four.</summary>
    public string Masked => $"{Value[..3]}***********{Value[14..]}";

    /// <summary>Reads a stored or typed number; whether the birth lies in the future is not asked here.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IdentityNumber? number) =>
        Read(text, DateOnly.MaxValue).Succeeded(out number);

    /// <summary>The number, or why it is refused.</summary>
    /// <param name="text">As typed: spaces, a small x and full-width signs are forgiven.</param>
    /// <param name="today">No birth lies after this day.</param>
    public static Outcome<IdentityNumber> Parse(string? text, DateOnly today) => Read(text, today);

    /// <summary>The masked form.</summary>
    public override string ToString() => Masked;

    private static Outcome<IdentityNumber> Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new IdentityNumberIsMissing();
        }

        var value = text.Length <= 60 ? PlainText.HalfWidth(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() : string.Empty;
        if (!Shape().IsMatch(value))
        {
            return new IdentityNumberIsMalformed();
        }

        // The identity card knows nobody born before 1900.
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            || birth.Year < 1900 || birth > today)
        {
            return new IdentityNumberHasNoValidBirthDate();
        }

        return value[17] == CheckDigit(value) ? new IdentityNumber(value, birth) : new IdentityNumberIsMistyped();
    }

    private static char CheckDigit(string value) => "10X98765432"[Weights.Select((weight, index) => weight * (value[index] - '0')).Sum() % 11];

    [GeneratedRegex(@"^[1-9][0-9]{16}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
