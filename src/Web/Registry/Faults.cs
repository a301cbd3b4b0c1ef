using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry;

/// <summary>What can be wrong with an input of the registry.</summary>
internal sealed class Faults : FaultList
{
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
