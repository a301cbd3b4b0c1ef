using System.Text.Json;
using System.Text.Json.Serialization;

namespace Linli.Domain.Kernel;

/// <summary>Reads a year's notice in the form of the holiday-cn project: <c>{"year":2024,"papers":["…"],"days":[{"name":"春节","date":"2024-02-04","isOffDay":false}]}</c>.</summary>
public static class HolidayNotice
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The days that the notice names, in the order of the file.</summary>
    /// <exception cref="JsonException">The text is no such notice.</exception>
    public static IReadOnlyList<NoticeDay> Read(string json) => [.. Parse(json).Days.Select(day => new NoticeDay(day.Date, day.IsOffDay))];

    /// <summary>The year of a notice, checked; where the caller names no source, the notice's papers are it.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="source">Number of the notice, or empty.</param>
    public static Outcome<CalendarYear> ReadYear(string? json, string? source)
    {
        Notice notice;
        try
        {
            notice = Parse(json ?? string.Empty);
        }
        catch (JsonException)
        {
            return new CalendarFileIsUnreadable();
        }

        return CalendarYear.Of(
            notice.Year,
            string.IsNullOrWhiteSpace(source) ? string.Join('\n', notice.Papers ?? []) : source,
            [.. notice.Days.Select(day => new CalendarDay(day.Date, day.Name ?? string.Empty, day.IsOffDay))]);
    }

    private static Notice Parse(string json) => JsonSerializer.Deserialize<Notice>(json, Format) is { Days: { } days } notice && !days.Contains(null!)
        ? notice
        : throw new JsonException("A holiday notice has days.");

    private sealed record Notice([property: JsonRequired] IReadOnlyList<Day> Days, int? Year = null, IReadOnlyList<string>? Papers = null);

    private sealed record Day([property: JsonRequired] DateOnly Date, [property: JsonRequired] bool IsOffDay, string? Name = null);
}
