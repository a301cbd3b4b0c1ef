using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Privacy.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>Giving consent and withdrawing it, purpose by purpose; both are one button.</summary>
[Needs(Permission.None)]
internal sealed class ConsentsModel(MyConsents consents, SayConsent say, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public IReadOnlyList<ConsentView> Consents { get; private set; } = [];

    public IReadOnlyList<ConsentWord> Log { get; private set; } = [];

    public static Tone ToneOf(ConsentState state) => state switch
    {
        ConsentState.Given => Tone.Ok,
        ConsentState.AskAgain => Tone.Warn,
        _ => Tone.Plain,
    };

    /// <summary>Who wrote it down, how it was said and before whom; empty where the person said it here.</summary>
    public string Told(ConsentWord word) => word switch
    {
        { SaidOn: not { } } => string.Empty,
        { Way: ConsentWay.Paper, SaidOn: { } day } => $" · {texts["Consent.Paper", Moments.Day(day), word.RecordedAs!]}",
        { Witness: { } witness, SaidOn: { } day } => $" · {texts["Consent.Oral", Moments.Day(day), witness, word.RecordedAs!]}",
        { SaidOn: { } day } => $" · {texts["Consent.OralNoWitness", Moments.Day(day), word.RecordedAs!]}",
    };

    public async Task OnGetAsync()
    {
        Consents = await consents.Execute(Actor, Cancel);
        Log = await consents.Log(Actor, Cancel);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var said = await say.Execute(Input, Context(), Cancel);
        if (said.IsRefused)
        {
            await OnGetAsync();
            return Refuse(said.Refusals);
        }

        Say(texts[Input.Given ? "Consent.IsGiven" : "Consent.IsWithdrawn"]);
        return RedirectToPage();
    }
}
