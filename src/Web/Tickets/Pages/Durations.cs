using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>Durations in two units at most: 1 天 4 小时, 3 小时 20 分, 12 分钟.</summary>
internal static class Durations
{
    public static string Say(TimeSpan span, IStringLocalizer<TicketWords> words)
    {
        var time = span.Duration();
        return time.TotalDays >= 2 || (time.TotalDays >= 1 && time.Hours == 0) ? words["Unit.Days", ((int)time.TotalDays).ToString("N0", CultureInfo.InvariantCulture)]
            : time.TotalDays >= 1 ? words["Unit.DaysHours", (int)time.TotalDays, time.Hours]
            : time.TotalHours >= 1 && time.Minutes > 0 ? words["Unit.HoursMinutes", (int)time.TotalHours, time.Minutes]
            : time.TotalHours >= 1 ? words["Unit.Hours", (int)time.TotalHours]
            : words["Unit.Minutes", Math.Max(1, (int)time.TotalMinutes)];
    }
}
