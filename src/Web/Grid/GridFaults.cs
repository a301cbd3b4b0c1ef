using System.Text.RegularExpressions;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Grid;

/// <summary>What can be wrong with an input of this module.</summary>
internal sealed partial class GridFaults : FaultList
{
    /// <summary>A number that is told to households: a mobile or a landline; empty is none.</summary>
    public string? ContactPhone(string? text)
    {
        var number = string.IsNullOrWhiteSpace(text) ? null : PlainText.HalfWidth(text.Trim());
        AddIf(number is not null && !PhoneShape().IsMatch(number), new Leaders.ContactPhoneIsNotUnderstood());
        return number;
    }

    /// <summary>A whole number within its range, or none.</summary>
    public int? OptionalNumber(string field, int? number, int least, int most)
    {
        AddIf(number < least || number > most, new CountIsOutOfRange(field, least, most));
        return number;
    }

    /// <summary>A day that must be given and lies within fifty years of today.</summary>
    public DateOnly Day(string field, DateOnly? day, DateOnly today)
    {
        AddIf(day is null, new GridDayIsMissing(field));
        return OptionalDay(field, day, today) ?? today;
    }

    public DateOnly? OptionalDay(string field, DateOnly? day, DateOnly today)
    {
        AddIf(day is { } d && (d < today.AddYears(-50) || d > today.AddYears(50)), new GridDayIsImplausible(field));
        return day;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{5,18}[0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneShape();
}
