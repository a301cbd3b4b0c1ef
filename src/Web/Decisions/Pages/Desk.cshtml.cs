using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Decisions.Pages;

/// <summary>A vote for those who prepare it, enter its papers or supervise its count.</summary>
[Needs(Permission.EnterBallots)]
public sealed class VoteDeskModel : VotePage
{
    [BindProperty]
    public VoteStepInput Step { get; set; } = new();

    [BindProperty]
    public DeliveryInput Delivery { get; set; } = new();

    [BindProperty]
    public LookInput Look { get; set; } = new();

    public VoteView View { get; private set; } = null!;

    /// <summary>The ballot that was asked for; shown once, with the answer to the form.</summary>
    public BallotSeen? Seen { get; private set; }

    public bool MayLook => Actor.May(Permission.SeeBallots) && View.Received is { Heads: > 0 };

    /// <summary>Steps that want words.</summary>
    public IReadOnlyList<SelectListItem> Worded => View.Acts.Where(MoveVote.WantsWords).ToList() is { Count: > 0 } acts
        ? [ChooseOne, .. acts.Select(act => new SelectListItem(T[$"DecisionAct.{act}"], act.ToString()))]
        : [];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStep(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        return Step.Act is null
            ? Refuse([new StepIsMissing()], nameof(Step))
            : After(await Get<MoveVote>().Execute(id, Step, Context(), Cancel), T["StepDone"], $"/votes/{id}/desk", nameof(Step));
    }

    public async Task<IActionResult> OnPostDelivery(Guid id) => await Show(id)
        ? After(await Get<RecordDelivery>().Execute(id, Delivery, Context(), Cancel), T["DeliveryRecorded"], $"/votes/{id}/desk", nameof(Delivery))
        : NotFound();

    public async Task<IActionResult> OnPostLook(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var looked = await Get<LookAtBallot>().Execute(id, Look, Context(), Cancel);
        if (!looked.Succeeded(out var seen))
        {
            return RefuseOrNotFound(looked.Refusals, nameof(Look));
        }

        // A single ballot is never put into an address or a message that outlives this answer.
        Seen = seen;
        Look = new LookInput();
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPaper>().Execute(id, null, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view.Vote;
        return true;
    }
}
