using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.Calendar;

/// <summary>A year in the list: entered, or not yet.</summary>
public sealed record CalendarYearRow(int Year, bool IsEntered, string? Source, int Off, int Working, DateTimeOffset? EnteredAt);

/// <summary>A version of a year.</summary>
public sealed record CalendarVersion(int Version, string Source, int Off, int Working, DateTimeOffset EnteredAt, string EnteredAs);

/// <summary>One year with its days and its history, newest first.</summary>
public sealed record CalendarYearView(int Year, string? Source, IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarVersion> Versions);

/// <summary>The calendar as it is kept. Holidays are public; who may see anything of the registry may see them.</summary>
internal sealed class ShowCalendar(LinliDb db, WorkCalendars calendars, TimeProvider clock)
{
    private static bool MaySee(Actor actor) => !Scope.Of(actor, Permission.KeepCalendar).IsNothing || !Scope.Of(actor, Permission.ViewRegistry).IsNothing;

    /// <summary>The years around now, and all that are entered; a missing one is a row too.</summary>
    public IReadOnlyList<CalendarYearRow> Years(Actor actor)
    {
        if (!MaySee(actor))
        {
            return [];
        }

        var now = ChinaTime.DayOf(clock.GetUtcNow()).Year;
        return [.. calendars.Years.Keys.Union(Enumerable.Range(now - 1, 3)).OrderDescending().Select(year => calendars.Years.TryGetValue(year, out var entered)
            ? new CalendarYearRow(year, true, entered.Source, entered.Days.Count(d => d.IsOff), entered.Days.Count(d => !d.IsOff), null)
            : new CalendarYearRow(year, false, null, 0, 0, null))];
    }

    /// <summary>One year; null outside the years that are kept.</summary>
    public async Task<CalendarYearView?> Find(int year, Actor actor, CancellationToken cancel)
    {
        if (!MaySee(actor) || year is < CalendarYear.First or > CalendarYear.Last)
        {
            return null;
        }

        var entries = await db.Set<CalendarEntry>().AsNoTracking().Where(e => e.Year == year).OrderByDescending(e => e.Version).ToListAsync(cancel);
        var read = entries.Select(e => (Entry: e, Year: CalendarEntry.Read(year, e.Source, e.Days))).ToList();
        return new(
            year,
            read.FirstOrDefault().Year?.Source,
            read.FirstOrDefault().Year?.Days ?? [],
            [.. read.Select(r => new CalendarVersion(
                r.Entry.Version, r.Entry.Source, r.Year.Days.Count(d => d.IsOff), r.Year.Days.Count(d => !d.IsOff), r.Entry.EnteredAt, r.Entry.EnteredAs))]);
    }
}
