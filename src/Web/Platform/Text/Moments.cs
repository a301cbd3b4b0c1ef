using System.Globalization;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Text;

/// <summary>Moments as people read them, in civil time: 11月28日 18:00 · 28 Nov 18:00.</summary>
internal static class Moments
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static string Short(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(
        IsChinese ? "M'月'd'日' H:mm" : "d MMM HH:mm", CultureInfo.CurrentCulture);

    public static string Full(DateTimeOffset moment) => ChinaTime.Local(moment).ToString(
        IsChinese ? "yyyy'年'M'月'd'日' H:mm" : "d MMM yyyy HH:mm", CultureInfo.CurrentCulture);

    public static string Day(DateOnly day) => day.ToString(IsChinese ? "yyyy'年'M'月'd'日'" : "d MMM yyyy", CultureInfo.CurrentCulture);
}
