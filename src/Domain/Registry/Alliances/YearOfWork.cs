namespace Linli.Domain.Registry.Alliances;

/// <summary>A planned piece of work as the year's report counts it.</summary>
/// <param name="Duty">Code of the duty.</param>
/// <param name="DueOn">Day by which it is to be done.</param>
/// <param name="IsDone">Whether an activity carried it out.</param>
public sealed record PlannedWork(string Duty, DateOnly DueOn, bool IsDone);

/// <summary>Work that was done, as the year's report counts it.</summary>
/// <param name="Duty">Code of the duty.</param>
/// <param name="Participants">How many took part, at least one.</param>
public sealed record WorkDone(string Duty, int Participants);

/// <summary>What a year brought for one duty.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Planned">Plan items.</param>
/// <param name="PlannedDone">Plan items carried out.</param>
/// <param name="Late">Plan items past their day and not carried out.</param>
/// <param name="Activities">Activities, planned or not.</param>
/// <param name="Participants">Attendances of all activities together: who came twice counts twice.</param>
public sealed record DutyYear(AssociationDuty Duty, int Planned, int PlannedDone, int Late, int Activities, long Participants)
{
    /// <summary>Nothing was done for this duty in the year.</summary>
    public bool IsWithoutWork => Activities == 0;
}

/// <summary>A year's work of an association, duty by duty (requirements A7: their work recorded).</summary>
public static class YearOfWork
{
    /// <summary>One row for each duty of the set, in its order, also for those without any work.</summary>
    public static IReadOnlyList<DutyYear> Of(DutySet duties, IReadOnlyCollection<PlannedWork> planned, IReadOnlyCollection<WorkDone> done, DateOnly today) =>
    [
        .. duties.Duties.Select(duty =>
        {
            var items = planned.Where(item => item.Duty == duty.Code).ToArray();
            var activities = done.Where(work => work.Duty == duty.Code).ToArray();
            return new DutyYear(
                duty, items.Length, items.Count(item => item.IsDone), items.Count(item => !item.IsDone && item.DueOn < today),
                activities.Length, activities.Sum(work => (long)work.Participants));
        }),
    ];
}
