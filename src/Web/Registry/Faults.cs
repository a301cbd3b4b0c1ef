using System.Diagnostics.CodeAnalysis;
using Linli.Domain.Kernel;

namespace Linli.Web.Registry;

/// <summary>Gathers all that is wrong with an input, so that it is told at once.</summary>
internal sealed class Faults
{
    private readonly List<Refusal> refusals = [];

    public bool Any => refusals.Count > 0;

    public IReadOnlyList<Refusal> All => refusals;

    public void Add(Refusal refusal) => refusals.Add(refusal);

    public void AddIf(bool wrong, Refusal refusal)
    {
        if (wrong)
        {
            refusals.Add(refusal);
        }
    }

    /// <summary>The value, or its default after noting why it is refused.</summary>
    [return: MaybeNull]
    public T Take<T>(Outcome<T> outcome)
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

    /// <summary>A text of several lines that may be left empty.</summary>
    public string? OptionalText(string field, string? text, int most) =>
        Take(new TextRule(field, most, SeveralLines: true, null).Check(text)) is { Length: > 0 } line ? line : null;

    /// <summary>A choice that must be made.</summary>
    public T Choice<T>(string field, T? choice)
        where T : struct, Enum
    {
        AddIf(choice is null || !Enum.IsDefined(choice.Value), new ChoiceIsMissing(field));
        return choice ?? default;
    }

    /// <summary>An area in m², kept in 0.01 m²; empty is none.</summary>
    public long? OptionalArea(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var understood = Area.TryParse(PlainText.HalfWidth(text.Trim()), out var area);
        AddIf(!understood || area == Area.Zero, new AreaIsNotUnderstood(field));
        return understood ? area.Hundredths : null;
    }

    /// <summary>A number within its range, or none.</summary>
    public int? OptionalNumber(string field, int? number, int least, int most)
    {
        AddIf(number < least || number > most, new NumberIsOutOfRange(field, least, most));
        return number;
    }

    /// <summary>A day that must be given and lies between 1900 and a hundred years from now.</summary>
    public DateOnly Day(string field, DateOnly? day, DateOnly today)
    {
        if (day is null)
        {
            Add(new DayIsMissing(field));
        }

        return OptionalDay(field, day, today) ?? default;
    }

    public DateOnly? OptionalDay(string field, DateOnly? day, DateOnly today)
    {
        AddIf(day is { } d && (d.Year < 1900 || d > today.AddYears(100)), new DayIsImplausible(field));
        return day;
    }
}
