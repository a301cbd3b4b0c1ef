using System.Globalization;

namespace Linli.Web.Platform;

/// <summary>Days and moments as people read them, in China's time and the reader's language.</summary>
internal static class Dates
{
    /// <summary>2026年11月21日, or 21 November 2026.</summary>
    public static string Long(DateOnly day) => day.ToString(IsEnglish ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.CurrentCulture);

    /// <summary>2026年11月21日 18:05, or 21 November 2026 18:05.</summary>
    public static string Long(DateTimeOffset moment)
    {
        var local = LocalTime.Of(moment);
        return $"{Long(DateOnly.FromDateTime(local.DateTime))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private static bool IsEnglish => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en";
}
