using System.Globalization;
using Linli.Web.Platform.Text;

namespace Linli.Web.Registry.Pages;

/// <summary>Numbers and days as they are written on pages.</summary>
internal static class Words
{
    /// <summary>An area of so many 0.01 m² in m².</summary>
    public static string Area(long? hundredths) => hundredths is { } h ? (h / 100m).ToString("#,0.00", CultureInfo.InvariantCulture) + " ㎡" : "—";

    /// <summary>An area as it is typed.</summary>
    public static string? AreaToType(long? hundredths) => hundredths is { } h ? (h / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;

    public static string Number(long? number) => number is { } n ? n.ToString("#,0", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateOnly? day) => day is { } d ? Moments.Day(d) : "—";

    /// <summary>What is known of the parts, one after another.</summary>
    public static string Parts(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    public static string Share(int numerator, int denominator) => numerator == denominator ? "100%" : $"{numerator}/{denominator}";
}
