using System.Globalization;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>What pages about committees have in common.</summary>
public abstract class CommitteePage : RegistryPage
{
    internal IStringLocalizer<CommitteeTexts> C => Get<IStringLocalizer<CommitteeTexts>>();

    /// <summary>The values of an enumeration in the reader's language, after an empty one.</summary>
    public IEnumerable<SelectListItem> Named<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum =>
        [new SelectListItem(C["ChooseOne"], string.Empty), .. values.Select(value => new SelectListItem(C[$"{typeof(TEnum).Name}.{value}"], value.ToString()))];

    /// <summary>5 of 18 is 27.8%; of nothing there is none.</summary>
    public static string Percent(long part, long whole) => whole == 0
        ? "—"
        : Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>How a standing is coloured.</summary>
    public static Tone ToneOf(Standing standing) => standing switch
    {
        Standing.InOffice or Standing.Interim => Tone.Ok,
        Standing.TermEnding or Standing.TermUnknown => Tone.Warn,
        Standing.Lapsed => Tone.Danger,
        Standing.BeingFormed => Tone.Info,
        _ => Tone.Plain,
    };

    /// <summary>How many days are left, or over.</summary>
    public string TimeLeft(int days) => C[days >= 0 ? "DaysLeft" : "DaysOver", Words.Number(Math.Abs(days))];

    /// <summary>What the act is called for this kind of body.</summary>
    public string NameOf(BodyKind kind, BodyAct act) => act is BodyAct.Establish or BodyAct.Dissolve
        ? string.Create(CultureInfo.InvariantCulture, $"{C[$"BodyAct.{act}"].Value} · {C[$"BodyKind.{kind}"].Value}")
        : C[$"BodyAct.{act}"];
}
