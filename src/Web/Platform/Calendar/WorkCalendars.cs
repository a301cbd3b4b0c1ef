using Linli.Domain.Kernel;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Platform.Calendar;

/// <summary>The working calendar as the administrator keeps it: the one place where every deadline asks which days are working days.</summary>
internal sealed class WorkCalendars
{
    /// <summary>Within this time every node has noticed a change.</summary>
    public static readonly TimeSpan KnownEverywhere = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource database;
    private readonly Remembered<Known> known;

    public WorkCalendars(NpgsqlDataSource database, TimeProvider clock)
    {
        this.database = database;
        known = new(() => Read(database, long.MaxValue), clock, TimeSpan.FromSeconds(2));
    }

    /// <summary>The days of all years that are entered.</summary>
    public WorkCalendar Now => known.Value.Calendar;

    /// <summary>How many versions have been entered so far; tells whether deadlines were computed with this calendar.</summary>
    public long Version => known.Value.Version;

    /// <summary>The years that are entered, each with its notice.</summary>
    public IReadOnlyDictionary<int, CalendarYear> Years => known.Value.Years;

    public void Forget() => known.Forget();

    /// <summary>The calendar as it was after so many versions had been entered.</summary>
    public WorkCalendar After(long versions) => Read(database, versions).Calendar;

    private static Known Read(NpgsqlDataSource database, long versions)
    {
        using var command = database.CreateCommand("select year, source, days::text from platform.calendar_years order by entered_at, version, id limit $1");
        command.Parameters.AddWithValue(versions);
        using var row = command.ExecuteReader();
        var years = new Dictionary<int, CalendarYear>();
        var read = 0L;
        while (row.Read())
        {
            read++;
            years[row.GetInt32(0)] = CalendarEntry.Read(row.GetInt32(0), row.GetString(1), row.GetString(2));
        }

        return new(WorkCalendar.Of(years.Values), years, read);
    }

    private sealed record Known(WorkCalendar Calendar, IReadOnlyDictionary<int, CalendarYear> Years, long Version);
}
