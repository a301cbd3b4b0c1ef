using System.Text.RegularExpressions;

namespace Linli.Domain.Tickets.Intake;

/// <summary>A text without long numbers: phone numbers, identity numbers and the numbers of dwellings stand in it as stars.</summary>
public static partial class NumbersHidden
{
    /// <summary>Runs of three digits and more, also with spaces or hyphens in them, become stars.</summary>
    public static string In(string text) => LongNumber().Replace(Kernel.PlainText.HalfWidth(text), "***");

    [GeneratedRegex(@"\d(?:[\s-]?\d){2,}[Xx]?", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
