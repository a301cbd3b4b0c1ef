using System.Globalization;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Intake;

/// <summary>A moment as lists of the hotline write it, in China's time: 2026-11-20 09:15, 2026/11/20 9:15:30, 2026年11月20日; a day alone is its beginning or its end.</summary>
public static partial class HotlineMoment
{
    /// <summary>The moment; null when it cannot be understood.</summary>
    /// <param name="text">As written.</param>
    /// <param name="endOfDay">Whether a day alone means its end, as deadlines do.</param>
    public static DateTimeOffset? Read(string text, bool endOfDay)
    {
        var match = Shape().Match(PlainText.HalfWidth(text).Trim());
        if (!match.Success || !DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 2099)
        {
            return null;
        }

        if (!match.Groups["h"].Success)
        {
            return (endOfDay ? ChinaTime.EndOf(day) : ChinaTime.StartOf(day)).ToUniversalTime();
        }

        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Part("h"), Part("i"), Part("s"));
        return hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0) ? null
            : ChinaTime.StartOf(day).ToUniversalTime().AddHours(hour).AddMinutes(minute).AddSeconds(second);
    }

    [GeneratedRegex(@"^(?<y>\d{4})[-/.\u5E74](?<m>\d{1,2})[-/.\u6708](?<d>\d{1,2})\u65E5?(?:[T ]*(?<h>\d{1,2})[:\u65F6](?<i>\d{2})\u5206?(?::?(?<s>\d{2})\u79D2?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
