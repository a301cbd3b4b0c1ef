using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>The form of one act of a mediator: one thing on a page.</summary>
[Needs(Permission.Mediate)]
public sealed class MediationActModel : MediationPage
{
    private const int RowsAtFirst = 3;

    [BindProperty]
    public MediationForm Input { get; set; } = new();

    public MediationCaseView Case { get; private set; } = null!;

    public MediationAct Act { get; private set; }

    public bool IsOpen => Case.OpenActs.Contains(Act);

    /// <summary>What was typed, for when the act is no longer open.</summary>
    public string Typed => string.Join('\n', new[] { Input.Reason, Input.Summary, Input.Notes, Input.Note, Input.Terms }.Concat(Input.Commitments.Select(c => c.Text)).Where(text => !string.IsNullOrWhiteSpace(text)));

    public IEnumerable<SelectListItem> Colleagues => [ChooseOne, .. Case.Colleagues.Select(one => new SelectListItem($"{one.Name} · {one.ActedAs}", one.PersonId.ToString()))];

    public IEnumerable<SelectListItem> Parties =>
        [ChooseOne, .. Case.Parties.Select(p => new SelectListItem($"{p.Name} · {M["PartySide." + p.Side].Value}", p.Id.ToString()))];

    public IReadOnlyList<PickOption> PartyPicks => [.. Case.Parties.Select(p => new PickOption(p.Id.ToString(), p.Name))];

    public IEnumerable<SelectListItem> Sessions =>
        [ChooseOne, .. Case.Sessions.Where(s => s.HeldAt is null).Select(s => new SelectListItem($"{Moments.Full(s.At)} · {s.Place}", s.Id.ToString()))];

    public IEnumerable<SelectListItem> Visits => [ChooseOne, .. Case.Visits.Where(v => v.VisitedAt is null).Select(v => new SelectListItem(Moments.Day(v.DueOn), v.Id.ToString()))];

    public IReadOnlyList<PickOption> Sides => [.. Enum.GetValues<PartySide>().Select(side => new PickOption(side.ToString(), M["PartySide." + side]))];

    public IReadOnlyList<PickOption> Ways =>
        [.. Enum.GetValues<SaidWay>().Where(way => way != SaidWay.OnPlatform).Select(way => new PickOption(way.ToString(), M["SaidWay." + way]))];

    public IReadOnlyList<PickOption> Results => [.. Enum.GetValues<VisitResult>().Select(result => new PickOption(result.ToString(), M["VisitResult." + result]))];

    public async Task<IActionResult> OnGet(Guid id, string act, Guid? about)
    {
        if (!await Show(id, act))
        {
            return NotFound();
        }

        if (!IsOpen)
        {
            return Redirect(MediationLinks.OfMediator(id));
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Input.Version = Case.Version;
        (Input.SessionId, Input.VisitId) = (Input.SessionId ?? about, Input.VisitId ?? about);
        Input.Kind ??= Case.Kind;
        if (Case.Agreement is { } agreement && Input.Commitments.Count == 0)
        {
            Input.Terms ??= agreement.Terms;
            Input.Commitments = [.. agreement.Commitments.Select(c => new MediatedCommitment { PartyId = c.PartyId, Text = c.Text, DueOn = c.DueOn })];
        }

        Input.Fill(RowsAtFirst);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string act)
    {
        if (!await Show(id, act))
        {
            return NotFound();
        }

        var saved = ModelState.IsValid ? await MediationForms.Execute(Get<IServiceProvider>(), id, Act, Input, Context(), Cancel) : null;
        if (saved is { IsRefused: false })
        {
            Say(M["Said.Done"]);
            TempData[PageNotes.DraftDone] = $"mediation-{Act}";
            // Who stood aside sees nothing of the case any more.
            return Redirect(Act == MediationAct.Decline ? MediationLinks.Desk : MediationLinks.OfMediator(id));
        }

        if (!await Show(id, act))
        {
            return NotFound();
        }

        // The page shows how the case stands now, and so the form carries that version.
        Input.Version = Case.Version;
        ModelState.Remove("Input.Version");
        Input.Fill(RowsAtFirst);
        return Refuse(saved?.Refusals ?? []);
    }

    private async Task<bool> Show(Guid id, string act)
    {
        if (!Enum.TryParse<MediationAct>(act, out var wanted) || wanted.ToString() != act || !MediationForms.Acts.Contains(wanted)
            || await Get<FindCase>().Execute(id, Actor, Cancel) is not { } found || found.Mediators.All(mediator => mediator.PersonId != Actor.PersonId))
        {
            return false;
        }

        (Case, Act) = (found, wanted);
        return true;
    }
}
