using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.Calendar;

/// <summary>A stretch of days as the form asks for it; a single day is from itself to itself.</summary>
public sealed record CalendarStretch
{
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Name { get; set; }

    /// <summary>True: a make-up working day; false: off.</summary>
    public bool IsWorking { get; set; }
}

/// <summary>A year as it is entered: by stretches, or as a file in the form of holiday-cn.</summary>
public sealed record CalendarInput : ChangeInput
{
    /// <summary>Number of the State Council's notice, with its address.</summary>
    public string? Source { get; set; }

    public IReadOnlyList<CalendarStretch>? Days { get; set; }

    /// <summary>{"year":…,"papers":[…],"days":[{"name":…,"date":…,"isOffDay":…}]}; instead of the stretches.</summary>
    public string? Json { get; set; }
}

/// <summary>What entering a year changes.</summary>
/// <param name="Year">The year.</param>
/// <param name="Changes">Days that stand otherwise than before; none means that it is entered already.</param>
/// <param name="Off">Days off in all.</param>
/// <param name="Working">Make-up working days in all.</param>
public sealed record CalendarChanges(int Year, IReadOnlyList<CalendarDayChange> Changes, int Off, int Working);

/// <summary>
/// Enters the holiday arrangement of a year, or corrects it. There is one calendar for the whole installation, so only who runs it may.
/// A version is added; nothing is written over.
/// </summary>
internal sealed class EnterCalendarYear(LinliDb db, Changes.Changes changes, WorkCalendars calendars)
{
    private const string Process = nameof(EnterCalendarYear);

    public async Task<Outcome<CalendarChanges>> Execute(int year, CalendarInput input, ProcessContext context, CancellationToken cancel, bool previewOnly = false)
    {
        if (!Scope.Of(context.Actor, Permission.KeepCalendar).Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        context = context.On(year);
        if (!Read(year, input).Succeeded(out var given))
        {
            return Outcome<CalendarChanges>.Refused(Read(year, input).Refusals);
        }

        var last = await db.Set<CalendarEntry>().AsNoTracking().Where(e => e.Year == year).OrderByDescending(e => e.Version).FirstOrDefaultAsync(cancel);
        var before = last is null ? null : CalendarEntry.Read(year, last.Source, last.Days);
        var plan = new CalendarChanges(year, given.ChangesFrom(before), given.Days.Count(day => day.IsOff), given.Days.Count(day => !day.IsOff));
        if (previewOnly || await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return plan;
        }

        // The same again adds no version; a better source does.
        if (plan.Changes.Count == 0 && before?.Source == given.Source)
        {
            return plan;
        }

        var entry = new CalendarEntry
        {
            Id = context.RequestId, Year = year, Version = (last?.Version ?? 0) + 1, Source = given.Source, Days = CalendarEntry.Text(given),
            EnteredBy = context.Actor.PersonId, EnteredAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord,
            EnteredAt = context.At,
        };
        db.Add(entry);
        var saved = await changes.Save(context, Process, "CalendarYear", entry.Id, new { year, entry.Version, days = given.Days.Count, changed = plan.Changes.Count }, cancel);
        calendars.Forget();
        return saved.Then(_ => plan);
    }

    private static Outcome<CalendarYear> Read(int year, CalendarInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Json))
        {
            return CalendarStretches.Read(year, input.Source, input.Days ?? []);
        }

        var read = HolidayNotice.ReadYear(input.Json, input.Source);
        return read.Succeeded(out var given) && given.Year != year ? new CalendarFileIsOfAnotherYear(year, given.Year) : read;
    }
}
