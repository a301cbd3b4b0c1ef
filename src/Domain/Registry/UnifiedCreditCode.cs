using System.Diagnostics.CodeAnalysis;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): 18 signs, the last a check sign modulo 31. It is public.</summary>
public sealed record UnifiedCreditCode
{
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedCreditCode(string value) => Value = value;

    /// <summary>The 18 signs.</summary>
    public string Value { get; }

    /// <summary>The code, or why it is refused. Spaces, small letters and full-width signs are forgiven.</summary>
    public static Outcome<UnifiedCreditCode> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new CreditCodeIsMissing();
        }

        var value = text.Length <= 60 ? PlainText.HalfWidth(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() : string.Empty;
        if (value.Length != 18 || !value.All(Signs.Contains))
        {
            return new CreditCodeIsMalformed();
        }

        return value[17] == CheckSign(value) ? new UnifiedCreditCode(value) : new CreditCodeIsMistyped();
    }

    /// <summary>Reads a code; false where <see cref="Parse"/> refuses.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedCreditCode? code) => Parse(text).Succeeded(out code);

    /// <inheritdoc />
    public override string ToString() => Value;

    // The weight of the i-th sign is 3 to the power of i, modulo 31.
    private static char CheckSign(string value)
    {
        var sum = 0;
        var weight = 1;
        foreach (var sign in value.AsSpan(0, 17))
        {
            sum += weight * Signs.IndexOf(sign, StringComparison.Ordinal);
            weight = weight * 3 % 31;
        }

        return Signs[(31 - sum % 31) % 31];
    }
}
