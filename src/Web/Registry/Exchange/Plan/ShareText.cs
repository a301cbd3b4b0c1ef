using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>A share as people write it: 1/2, 50%, 0.5, 1.</summary>
internal static partial class ShareText
{
    public static (int Numerator, int Denominator)? Read(string? text, Faults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = PlainText.HalfWidth(text).Replace(" ", string.Empty, StringComparison.Ordinal);
        var share = Fraction().Match(plain) is { Success: true } fraction
            ? Of(decimal.Parse(fraction.Groups[1].Value, CultureInfo.InvariantCulture), decimal.Parse(fraction.Groups[2].Value, CultureInfo.InvariantCulture))
            : decimal.TryParse(plain.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100
                ? Of(number * 10_000, plain.EndsWith('%') ? 1_000_000 : 10_000)
                : null;
        faults.AddIf(share is not { } known || !Shares.IsFraction(known.Numerator, known.Denominator), new ShareIsNoFraction());
        return share;
    }

    public static string Write(int numerator, int denominator) => numerator == denominator ? "1" : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");

    // In lowest terms, whole numbers only.
    private static (int Numerator, int Denominator)? Of(decimal numerator, decimal denominator)
    {
        if (denominator == 0 || numerator != decimal.Truncate(numerator) || numerator <= 0)
        {
            return null;
        }

        var common = BigInteger.GreatestCommonDivisor((BigInteger)numerator, (BigInteger)denominator);
        return ((int)((BigInteger)numerator / common), (int)((BigInteger)denominator / common));
    }

    [GeneratedRegex(@"^(\d{1,7})/(\d{1,7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
