using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>When somebody served: whole minutes, begin included, end not included. Two services that touch do not overlap.</summary>
public sealed record ServiceTime
{
    private ServiceTime(DateTimeOffset startsAt, DateTimeOffset endsAt) => (StartsAt, EndsAt) = (startsAt, endsAt);

    /// <summary>Begin, on a whole minute.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>End, on a whole minute.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>How long, in whole minutes; nothing is rounded.</summary>
    public int Minutes => checked((int)((EndsAt - StartsAt).Ticks / TimeSpan.TicksPerMinute));

    /// <summary>The time, or why it cannot be recorded. Seconds are cut off, not rounded.</summary>
    /// <param name="startsAt">Begin.</param>
    /// <param name="endsAt">End.</param>
    /// <param name="registeredOn">First day of the registration.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="rules">The bounds.</param>
    public static Outcome<ServiceTime> Of(DateTimeOffset startsAt, DateTimeOffset endsAt, DateOnly registeredOn, DateTimeOffset now, GridRules rules)
    {
        var time = new ServiceTime(WholeMinute(startsAt), WholeMinute(endsAt));
        List<Refusal> refusals = [];
        void RefuseIf(bool wrong, Refusal refusal)
        {
            if (wrong)
            {
                refusals.Add(refusal);
            }
        }

        RefuseIf(time.EndsAt <= time.StartsAt, new ServiceEndsBeforeItBegins());
        RefuseIf(time.EndsAt - time.StartsAt > TimeSpan.FromMinutes(rules.LongestServiceMinutes.Value), new ServiceIsTooLong(rules.LongestServiceMinutes.Value / 60));
        RefuseIf(time.EndsAt > now, new ServiceIsNotOver());
        RefuseIf(ChinaTime.DayOf(time.StartsAt) < registeredOn, new ServiceIsBeforeRegistration());
        RefuseIf(time.EndsAt < now.AddDays(-rules.OldestServiceDays.Value), new ServiceIsTooOld(rules.OldestServiceDays.Value));
        return refusals.Count > 0 ? Outcome<ServiceTime>.Refused(refusals) : time;
    }

    /// <summary>Whether both take up some of the same time.</summary>
    public bool Overlaps(ServiceTime other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    private static DateTimeOffset WholeMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerMinute));
}
