using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>
/// A mobile number of the mainland: 11 digits, 13 to 19 in front (电信网编号计划, GB/T and MIIT numbering plan: 1[3-9]).
/// Writing it out gives the masked form, so that logs and messages never show it whole.
/// </summary>
public sealed partial record PhoneNumber
{
    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The whole number, 11 digits: for encryption, the blind index and the gateway only.</summary>
    public string Digits { get; }

    /// <summary>The form that pages show: 138****6021.</summary>
    public string Masked => $"{Digits[..3]}****{Digits[7..]}";

    /// <summary>Reads a number as typed: spaces, hyphens, +86, 0086 and full-width digits are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        var match = text is { Length: <= 60 } ? Shape().Match(Separators().Replace(PlainText.HalfWidth(text), string.Empty)) : Match.Empty;
        number = match.Success ? new PhoneNumber(match.Groups[1].Value) : null;
        return number is not null;
    }

    /// <summary>The number, or why it is refused.</summary>
    public static Outcome<PhoneNumber> Parse(string? text) =>
        TryParse(text, out var number) ? number
        : string.IsNullOrWhiteSpace(text) ? new PhoneNumberIsMissing()
        : new PhoneNumberIsNotAMobileNumber();

    /// <summary>The masked form.</summary>
    public override string ToString() => Masked;

    [GeneratedRegex(@"^(?:\+?86|0086)?(1[3-9][0-9]{9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"[\s\-()]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
