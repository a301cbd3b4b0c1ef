using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>
/// The number that people read out on the telephone: <c>KQ-2611-0317</c> = initials of the compound, year and month of receipt
/// in China, running number of at least four digits. Unique only together with the compound.
/// </summary>
public sealed partial record TicketNumber
{
    private TicketNumber(string initials, int year, int month, int sequence)
    {
        Initials = initials;
        Year = year;
        Month = month;
        Sequence = sequence;
    }

    /// <summary>1 to 8 capital letters or digits.</summary>
    public string Initials { get; }

    /// <summary>2000 to 2099.</summary>
    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>From 1.</summary>
    public int Sequence { get; }

    /// <summary>The number of a ticket received at the moment.</summary>
    /// <exception cref="ArgumentException">Initials, year or running number are out of range.</exception>
    public static TicketNumber Of(string initials, DateTimeOffset receivedAt, int sequence)
    {
        var day = ChinaTime.DayOf(receivedAt);
        return day.Year is >= 2000 and <= 2099 && sequence >= 1 && InitialsShape().IsMatch(initials)
            ? new TicketNumber(initials, day.Year, day.Month, sequence)
            : throw new ArgumentException($"No ticket number: {initials}, {day.Year}, {sequence}.", nameof(initials));
    }

    /// <summary>Reads a number as typed: small letters, full-width signs and spaces around it are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TicketNumber? number)
    {
        number = null;
        var match = text is { Length: <= 40 } ? Shape().Match(PlainText.HalfWidth(text).Trim().ToUpperInvariant()) : Match.Empty;
        if (!match.Success
            || !int.TryParse(match.Groups["sequence"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || sequence < 1)
        {
            return false;
        }

        var read = new TicketNumber(
            match.Groups["initials"].Value,
            2000 + int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture),
            sequence);
        // One number has one spelling: no extra leading zeros.
        number = read.ToString() == match.Value ? read : null;
        return number is not null;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Initials}-{Year % 100:00}{Month:00}-{Sequence:0000}");

    [GeneratedRegex(@"^[A-Z0-9]{1,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsShape();

    [GeneratedRegex(@"^(?<initials>[A-Z0-9]{1,8})-(?<year>[0-9]{2})(?<month>0[1-9]|1[0-2])-(?<sequence>[0-9]{4,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
