using Linli.Web.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Text;

/// <summary>A capacity as people say it: 康桥物业 · 客服主管, or 3栋2单元1204 · 业主.</summary>
internal static class CapacityNames
{
    public static string Of(Capacity capacity, IStringLocalizer<Texts> texts) => capacity.Kind switch
    {
        CapacityKind.Post => $"{capacity.OrganisationName} · {texts["Post." + capacity.PostKind]}",
        var household => $"{capacity.UnitLabel} · {texts["Capacity." + household]}",
    };
}
