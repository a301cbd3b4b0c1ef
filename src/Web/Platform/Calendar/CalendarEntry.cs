using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Linli.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Calendar;

/// <summary>One version of a year's holiday arrangement. Versions are only added: the highest one holds, the others are its history.</summary>
internal sealed class CalendarEntry : IEntityTypeConfiguration<CalendarEntry>
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Guid Id { get; set; }

    public int Year { get; set; }

    /// <summary>Counts up from 1 within the year.</summary>
    public int Version { get; set; }

    /// <summary>The notice of the State Council that it was taken from.</summary>
    public string Source { get; set; } = string.Empty;

    /// <summary>A list of <see cref="CalendarDay"/>.</summary>
    public string Days { get; set; } = "[]";

    public Guid EnteredBy { get; set; }

    /// <summary>In what capacity it was entered, as shown.</summary>
    public string EnteredAs { get; set; } = string.Empty;

    public DateTimeOffset EnteredAt { get; set; }

    public static string Text(CalendarYear year) => JsonSerializer.Serialize(year.Days, Format);

    /// <summary>The year, as it was checked when it was entered.</summary>
    public static CalendarYear Read(int year, string source, string days) =>
        CalendarYear.Of(year, source, JsonSerializer.Deserialize<CalendarDay[]>(days, Format)!).Value;

    public void Configure(EntityTypeBuilder<CalendarEntry> builder)
    {
        builder.ToTable("calendar_years", "platform");
        builder.Property(e => e.Days).HasColumnType("jsonb");
    }
}
