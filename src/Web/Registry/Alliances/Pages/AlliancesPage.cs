using System.Globalization;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>What pages of associations and agreements have in common.</summary>
public abstract class AlliancesPage : PageWithTexts<AlliancesTexts>
{
    /// <summary>A duty in the reader's language.</summary>
    public static string Say(AssociationDuty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? duty.Chinese : duty.English;
    }

    /// <summary>The name of a stored duty; its code, should the data not know it any more.</summary>
    public static string DutyName(DutySet duties, string code)
    {
        ArgumentNullException.ThrowIfNull(duties);
        return duties.Find(code) is { } duty ? Say(duty) : code;
    }

    public IEnumerable<SelectListItem> Duties(DutySet duties) => [ChooseOne, .. duties.Duties.Select(d => new SelectListItem(Say(d), d.Code))];

    public IReadOnlyList<PhotoItem> Photos(IEnumerable<Guid> ids) =>
        [.. ids.Select((id, i) => new PhotoItem(id.ToString(), $"/files/{id}", T["PhotoNumber", i + 1]))];

    internal static Tone ToneOf(AgreementState state) => state switch
    {
        AgreementState.Signed => Tone.Info,
        AgreementState.InForce => Tone.Ok,
        AgreementState.Expiring => Tone.Warn,
        _ => Tone.Plain,
    };

    internal static Tone ToneOf(CommitmentStanding standing) => standing switch
    {
        CommitmentStanding.DueSoon => Tone.Warn,
        CommitmentStanding.Overdue => Tone.Danger,
        CommitmentStanding.AwaitsCheck => Tone.Info,
        CommitmentStanding.Fulfilled => Tone.Ok,
        _ => Tone.Plain,
    };
}
