using System.Globalization;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Text;

/// <summary>Days and moments as people read them, in China's time and the reader's language; the forms stand in the resources.</summary>
internal static class Moments
{
    private static readonly System.Resources.ResourceManager Shared = new(typeof(Texts));

    /// <summary>11月28日 18:00 · 28 Nov 18:00.</summary>
    public static string Short(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(Form("Form.ShortMoment"), CultureInfo.CurrentCulture);

    /// <summary>2026年11月28日 18:00 · 28 November 2026 18:00.</summary>
    public static string Full(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(Form("Form.FullMoment"), CultureInfo.CurrentCulture);

    /// <summary>2026年11月28日 · 28 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString(Form("Form.Day"), CultureInfo.CurrentCulture);

    private static string Form(string key) => Shared.GetString(key, CultureInfo.CurrentUICulture)!;
}
