using System.Globalization;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Text;

/// <summary>Days and moments as people read them, in China's time and the reader's language; the forms stand in the resources.</summary>
internal static class Moments
{
    private static readonly System.Resources.ResourceManager Shared = new(typeof(Texts));

    /// <summary>11月28日 18:00 · 28 Nov 18:00.</summary>
    public static string Short(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(Form("Form.ShortMoment"), CultureInfo.CurrentCulture);

    /// <summary>A due moment: the end of a day reads 24:00 of that day, not 0:00 of the next.</summary>
    public static string Due(DateTimeOffset moment)
    {
        var local = ChinaTime.Local(moment);
        return local.TimeOfDay == TimeSpan.Zero
            ? local.AddDays(-1).ToString(Form("Form.EndOfDay"), CultureInfo.CurrentCulture)
            : local.ToString(Form("Form.ShortMoment"), CultureInfo.CurrentCulture);
    }

    /// <summary>2026年11月28日 18:00 · 28 November 2026 18:00.</summary>
    public static string Full(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(Form("Form.FullMoment"), CultureInfo.CurrentCulture);

    /// <summary>2026年11月28日 · 28 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString(Form("Form.Day"), CultureInfo.CurrentCulture);

    /// <summary>1 小时 30 分 · 1 h 30 min.</summary>
    public static string Length(int minutes) => string.Format(
        CultureInfo.CurrentCulture, Form(minutes < 60 ? "Form.Minutes" : minutes % 60 == 0 ? "Form.Hours" : "Form.HoursMinutes"), minutes / 60, minutes % 60);

    private static string Form(string key) => Shared.GetString(key, CultureInfo.CurrentUICulture)!;
}
