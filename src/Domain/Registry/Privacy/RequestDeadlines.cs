using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>By when a request has to be decided (<c>request-deadlines.json</c>).</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Version">From 1.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
/// <param name="WorkingDays">Working days after the day of the request.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Verification">How far that was checked.</param>
public sealed record RequestDeadline(RightsRequestKind Kind, int Version, DateOnly EffectiveFrom, int WorkingDays, string Source, Verification Verification)
    : IRuleVersion
{
    /// <summary>24:00 of the last day: the day of asking does not count (Civil Code 201), the last day ends at 24:00 (203).</summary>
    public DateTimeOffset DueAfter(DateTimeOffset asked, WorkCalendar calendar)
    {
        var day = ChinaTime.DayOf(asked);
        for (var left = WorkingDays; left > 0; left--)
        {
            day = calendar.WorkingDayFrom(day.AddDays(1));
        }

        return ChinaTime.EndOf(day);
    }
}

/// <summary>The deadlines that come with the product.</summary>
public static class RequestDeadlines
{
    /// <summary>All versions.</summary>
    public static readonly IReadOnlyList<RequestDeadline> BuiltIn = Read(RuleFile.Text("Registry/Privacy/request-deadlines.json"));

    /// <summary>The deadline of a kind as it holds on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None is in force yet.</exception>
    public static RequestDeadline On(RightsRequestKind kind, DateOnly day) => BuiltIn.Where(deadline => deadline.Kind == kind).On(day);

    /// <summary>Reads deadlines of 1 to 60 working days.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<RequestDeadline> Read(string json) => RuleFile.List<RequestDeadline>(json) is var all && all.All(d => d.WorkingDays is >= 1 and <= 60)
        ? all
        : throw new JsonException("A deadline lies outside 1 to 60 working days.");
}
