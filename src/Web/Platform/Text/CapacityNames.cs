using Linli.Web.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Text;

/// <summary>A capacity as people say it: 康桥物业 · 客服主管, or 3栋2单元1204 · 业主.</summary>
internal static class CapacityNames
{
    private static readonly System.Resources.ResourceManager Shared = new(typeof(Texts));

    public static string Of(Capacity capacity, IStringLocalizer<Texts> texts) => Of(capacity, key => texts[key].Value);

    /// <summary>The same in Chinese, the language of records, whatever language its actor reads.</summary>
    public static string ForRecord(Capacity capacity) => Of(capacity, ForRecord);

    /// <summary>A household in a record, for whom somebody else writes it.</summary>
    public static string HouseholdForRecord(string unitLabel, CapacityKind kind) => $"{unitLabel} · {ForRecord("Capacity." + kind)}";

    /// <summary>What stands in a record when nobody but the platform acted.</summary>
    public static string SystemForRecord => ForRecord("Capacity.System");

    private static string Of(Capacity capacity, Func<string, string> say) => capacity.Kind switch
    {
        CapacityKind.Post => $"{capacity.OrganisationName} · {say("Post." + capacity.PostKind)}",
        var household => $"{capacity.UnitLabel} · {say("Capacity." + household)}",
    };

    private static string ForRecord(string key) => Shared.GetString(key, TextModule.Chinese) ?? key;
}
