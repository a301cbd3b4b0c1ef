using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Text;

namespace Linli.Web.Grid.Pages;

/// <summary>Days, numbers and lengths of time as they are written on pages.</summary>
public static class GridWords
{
    public static string Number(long? number) => number is { } n ? n.ToString("#,0", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateOnly? day) => day is { } d ? Moments.Day(d) : "—";

    public static string DayOf(DateTimeOffset moment) => Day(ChinaTime.DayOf(moment));

    public static string Span(DateTimeOffset from, DateTimeOffset to) =>
        $"{Day(ChinaTime.DayOf(from))} {ChinaTime.Local(from).ToString("HH:mm", CultureInfo.InvariantCulture)}–{ChinaTime.Local(to).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>Minutes as hours and minutes; exact.</summary>
    public static string Hours(int? minutes) => minutes is { } m ? Moments.Length(m) : "—";

    /// <summary>Numerator over denominator with the share in whole percent, rounded down so that 100% is all.</summary>
    public static string Share(int part, int all) => all == 0 ? "—" : $"{part * 100L / all}%";
}
