using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>The last day of something that was recorded with its first day.</summary>
public abstract record LastDayInput : ChangeInput
{
    public DateOnly? LastDay { get; init; }
}

/// <summary>Nothing but the last day.</summary>
public sealed record EndInput : LastDayInput;

internal static class Ending
{
    /// <summary>The last day that is told for a term: not of one that is over, not before its beginning, and a known end may be brought forward but not put off.</summary>
    public static DateOnly LastDay(this Faults faults, LastDayInput input, DateOnly first, DateOnly? known, DateOnly today)
    {
        faults.AddIf(!Terms.NotOver(known, today), new HasEndedAlready());
        var last = faults.Day(nameof(input.LastDay), input.LastDay, today);
        faults.AddIf(input.LastDay is not null && last < first, new EndLiesBeforeBeginning(nameof(input.LastDay)));
        if (!faults.Any && known is { } end && last > end)
        {
            faults.Add(new EndIsNotPutOff(end));
        }

        return last;
    }
}
