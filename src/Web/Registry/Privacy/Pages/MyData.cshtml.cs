using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Privacy.Consents;
using Linli.Web.Registry.Privacy.MyData;
using Linli.Web.Registry.Privacy.Requests;
using Linli.Web.Registry.Queries;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>我的信息: what is held about oneself, who looked at it, and what can be done.</summary>
[Needs(Permission.None)]
internal sealed class MyDataModel(ShowMyData data, LooksAtMe looks, MyRequests requests, MyConsents consents, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    /// <summary>How many items of a category are shown; the rest is in the export.</summary>
    public const int Shown = 5;

    public IReadOnlyList<MyCategory> Held { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public IReadOnlyList<RightsRequestView> Requests { get; private set; } = [];

    /// <summary>How many consents are to be asked anew, because their text changed.</summary>
    public int ToAsk { get; private set; }

    public static string Say(HeldItem item) => item.At is { } at
        ? string.IsNullOrEmpty(item.Value) ? Moments.Full(at) : $"{item.Value} · {Moments.Full(at)}"
        : string.IsNullOrEmpty(item.Value) ? "—" : item.Value;

    public static Tone ToneOf(RightsRequestView request) => request.State switch
    {
        RightsRequestState.Open => request.IsLate ? Tone.Danger : Tone.Warn,
        RightsRequestState.Accepted => Tone.Ok,
        RightsRequestState.Withdrawn => Tone.Plain,
        _ => Tone.Info,
    };

    public string Name(RightsRequestView request) => RequestNames.Of(request, texts);

    public IEnumerable<string> Why(MyCategory category) => category.Purposes.Select(
        p => texts["Why", texts["Purpose." + p.Purpose], texts["Basis." + p.Basis], texts["Retention." + p.Retention]].Value).Distinct();

    public async Task OnGetAsync()
    {
        Held = await data.Execute(Actor, false, Cancel);
        Looks = await looks.Execute(Actor, Cancel);
        Requests = await requests.Execute(Actor, Cancel);
        ToAsk = (await consents.Execute(Actor, Cancel)).Count(c => c.State == ConsentState.AskAgain);
    }
}
