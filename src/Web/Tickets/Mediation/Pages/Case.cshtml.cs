using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>A case as its mediators see it, with the way to what can be done now.</summary>
[Needs(Permission.Mediate)]
public sealed class MediationCaseModel : MediationPage
{
    // What a case is waiting for comes first, what is seldom needed stands apart.
    private static readonly MediationAct[] Usual =
    [
        MediationAct.Accept, MediationAct.AddParty, MediationAct.Consent, MediationAct.Sign, MediationAct.PlanSession, MediationAct.DraftAgreement, MediationAct.RecordOral, MediationAct.Close,
    ];

    private static readonly MediationAct[] Seldom =
    [
        MediationAct.AddMediator, MediationAct.PlanVisit, MediationAct.RefuseConsent, MediationAct.EndWithoutAgreement, MediationAct.EndForAbsence, MediationAct.Refuse, MediationAct.Decline,
    ];

    public MediationCaseView Case { get; private set; } = null!;

    /// <summary>The version of the case that was seen.</summary>
    [BindProperty]
    public uint? Version { get; set; }

    /// <summary>Whose number is asked for.</summary>
    [BindProperty]
    public Guid? Party { get; set; }

    /// <summary>A number after it was asked for; it is shown in this answer alone.</summary>
    public string? ShownPhone { get; private set; }

    public Guid? ShownParty { get; private set; }

    public bool MaySign => Case.OpenActs.Contains(MediationAct.Sign) && Case.Mediators.Any(m => m.PersonId == Actor.PersonId && m.SignedAt is null);

    public IReadOnlyList<MediationAct> Steps => [.. Usual.Where(Offered)];

    public IReadOnlyList<MediationAct> More => [.. Seldom.Where(Offered)];

    public IReadOnlyList<TimelineItem> Timeline =>
        [.. Case.Steps.Reverse().Select(s => new TimelineItem(M["Act." + s.Act], StepState.Done, [new TimelineEvent(Moments.Full(s.At), s.Name is null ? s.ActedAs : $"{s.Name} · {s.ActedAs}") { At = s.At }]))];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeUp(Guid id) => Do(id, context => Get<TakeUpCase>().Execute(id, new() { Version = Version }, context, Cancel));

    public Task<IActionResult> OnPostSign(Guid id) => Do(id, context => Get<SignMediatedAgreement>().Execute(id, new() { Version = Version }, context, Cancel));

    public async Task<IActionResult> OnPostPhone(Guid id)
    {
        var shown = ModelState.IsValid ? await Get<ShowPartyPhone>().Execute(id, new() { PartyId = Party }, Context(), Cancel) : null;
        if (shown?.Refusals is [Platform.Changes.NotFound, ..] || !await Show(id))
        {
            return NotFound();
        }

        // The forms of this page are others than the one that was just sent.
        RequestId = Guid.Empty;
        ModelState.Remove(nameof(RequestId));
        (ShownPhone, ShownParty) = (shown is { IsRefused: false } ? shown.Value : null, Party);
        return shown is { IsRefused: false } ? Page() : Refuse(shown?.Refusals ?? [], string.Empty);
    }

    private bool Offered(MediationAct act) => Case.OpenActs.Contains(act) && act switch
    {
        MediationAct.Accept => Consents.HasBothSides(Case.Parties.Select(p => p.Side)),
        MediationAct.Consent => Case.Parties.Any(p => p.Consent != ConsentState.Given),
        MediationAct.Sign => Case.Parties.Any(p => p.SignedAt is null),
        MediationAct.AddMediator => Case.Colleagues.Count > 0,
        _ => true,
    };

    private async Task<IActionResult> Do(Guid id, Func<ProcessContext, Task<Outcome<Saved>>> execute)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var seen = Case.Version;
        var saved = ModelState.IsValid ? await execute(Context()) : null;
        if (saved is { IsRefused: false })
        {
            Say(M["Said.Done"]);
            return Redirect(MediationLinks.OfMediator(id));
        }

        if (!await Show(id))
        {
            // Somebody else was faster: what is left of it is the list.
            Say(Get<RefusalTexts>().Of(seen == 0 ? new Platform.Changes.NotFound() : new ChangedMeanwhile()));
            return Redirect(MediationLinks.Desk);
        }

        ModelState.Remove(nameof(Version));
        return Refuse(saved?.Refusals ?? [], string.Empty);
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<FindCase>().Execute(id, Actor, Cancel) is not { } found)
        {
            return false;
        }

        (Case, Version) = (found, HttpMethods.IsGet(Request.Method) || Case is not null ? found.Version : Version);
        return true;
    }
}
