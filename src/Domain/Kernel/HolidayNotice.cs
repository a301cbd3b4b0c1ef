using System.Text.Json;
using System.Text.Json.Serialization;

namespace Linli.Domain.Kernel;

/// <summary>Reads a year's notice in the form of the holiday-cn project: <c>{"days":[{"date":"2024-02-04","isOffDay":false}]}</c>.</summary>
public static class HolidayNotice
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The days that the notice names, in the order of the file.</summary>
    /// <exception cref="JsonException">The text is no such notice.</exception>
    public static IReadOnlyList<NoticeDay> Read(string json) =>
        JsonSerializer.Deserialize<Notice>(json, Format) is { Days: { } days }
            ? [.. days.Select(day => new NoticeDay(day.Date, day.IsOffDay))]
            : throw new JsonException("A holiday notice has days.");

    private sealed record Notice([property: JsonRequired] IReadOnlyList<Day> Days);

    private sealed record Day([property: JsonRequired] DateOnly Date, [property: JsonRequired] bool IsOffDay);
}
