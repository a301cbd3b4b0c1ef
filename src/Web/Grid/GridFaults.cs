using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Web.Grid;

/// <summary>Gathers all that is wrong with an input of this module, so that it is told at once.</summary>
internal sealed partial class GridFaults
{
    private readonly List<Refusal> refusals = [];

    public bool Any => refusals.Count > 0;

    public IReadOnlyList<Refusal> All => refusals;

    public void AddIf(bool wrong, Refusal refusal)
    {
        if (wrong)
        {
            refusals.Add(refusal);
        }
    }

    /// <summary>The value, or its default after noting why it is refused.</summary>
    public T? Take<T>(Outcome<T> outcome)
    {
        if (!outcome.Succeeded(out var value))
        {
            refusals.AddRange(outcome.Refusals);
        }

        return value;
    }

    /// <summary>A line of text that must be there.</summary>
    public string Line(string field, string? text, int most) => Take(new TextRule(field, most, SeveralLines: false, new TextIsMissing(field)).Check(text)) ?? string.Empty;

    /// <summary>A line of text that may be left empty.</summary>
    public string? OptionalLine(string field, string? text, int most) =>
        Take(new TextRule(field, most, SeveralLines: false, null).Check(text)) is { Length: > 0 } line ? line : null;

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
