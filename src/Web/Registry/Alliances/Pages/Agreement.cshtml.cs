using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>An agreement with the forms of what is open to whoever looks.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class AgreementModel : AlliancesPage
{
    public AgreementView View { get; private set; } = null!;

    [BindProperty]
    public SignatureInput Signature { get; set; } = new();

    [BindProperty]
    public CommitmentInput Commit { get; set; } = new();

    [BindProperty]
    public Guid? Removing { get; set; }

    [BindProperty]
    public Guid? Proving { get; set; }

    [BindProperty]
    public ProofInput Proof { get; set; } = new();

    [BindProperty(Name = "Proof.Photos")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<Guid> KeptPhotos { get; set; } = [];

    [BindProperty]
    public Guid? Checking { get; set; }

    [BindProperty]
    public VerdictInput Verdict { get; set; } = new();

    [BindProperty]
    public RenewalInput Renewal { get; set; } = new();

    [BindProperty]
    public ClosingInput Closing { get; set; } = new();

    public IReadOnlyList<SelectListItem> ToProve => Some(c => c.MayProve, c => c.Id);

    public IReadOnlyList<SelectListItem> ToCheck => Some(c => c.ToCheck is not null, c => c.ToCheck!.Value);

    public IReadOnlyList<SelectListItem> Removable => Some(_ => true, c => c.Id);

    public IReadOnlyList<PickOption> Sides =>
    [
        new(nameof(AgreementSide.First), $"{T["Side.First"]} · {View.First.Name}"), new(nameof(AgreementSide.Second), $"{T["Side.Second"]} · {View.Second.Name}"),
    ];

    public IReadOnlyList<PickOption> Verdicts => [new(bool.TrueString, T["Accept"]), new(bool.FalseString, T["SendBack"])];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostSign(Guid id) => Do(id, nameof(Signature), () => Get<SignAgreement>().Execute(id, Signature, Context(), Cancel));

    public Task<IActionResult> OnPostClose(Guid id) => Do(id, nameof(Closing), () => Get<CloseAgreement>().Execute(id, Closing, Context(), Cancel));

    public Task<IActionResult> OnPostCommit(Guid id) => Do(id, nameof(Commit), () => Get<AddCommitment>().Execute(id, Commit, Context(), Cancel));

    public Task<IActionResult> OnPostRemove(Guid id) => OfOne(id, Removing, nameof(Removing), nameof(Removing), commitment =>
        Get<RemoveCommitment>().Execute(commitment, new PlainInput(), Context(), Cancel));

    public Task<IActionResult> OnPostCheck(Guid id) => OfOne(id, Checking, nameof(Checking), nameof(Verdict), proof =>
        Get<CheckFulfilment>().Execute(proof, Verdict, Context(), Cancel));

    public async Task<IActionResult> OnPostProve(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var refused = await Get<WorkPhotos>().TakeIn(Files, KeptPhotos, Actor, Cancel);
        return refused.Count > 0
            ? Refuse(refused, nameof(Proof))
            : await OfOne(id, Proving, nameof(Proving), nameof(Proof), commitment =>
                Get<ProveFulfilment>().Execute(commitment, Proof with { Photos = KeptPhotos }, Context(), Cancel));
    }

    public async Task<IActionResult> OnPostRenew(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var made = await Get<RenewAgreement>().Execute(id, Renewal, Context(), Cancel);
        if (!made.Succeeded(out var next))
        {
            return RefuseOrNotFound(made.Refusals, nameof(Renewal));
        }

        Say(T["Renewed"]);
        return Redirect(AgreementDesk.LinkTo(next));
    }

    private async Task<IActionResult> OfOne<TValue>(Guid id, Guid? chosen, string field, string prefix, Func<Guid, Task<Outcome<TValue>>> act)
    {
        if (chosen is { } one)
        {
            return await Do(id, prefix, () => act(one));
        }

        if (!await Show(id))
        {
            return NotFound();
        }

        return Refuse([new ChoiceIsMissing(field)], prefix: string.Empty);
    }

    private async Task<IActionResult> Do<TValue>(Guid id, string prefix, Func<Task<Outcome<TValue>>> act)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var done = await act();
        if (!done.IsRefused)
        {
            Say(T["Saved"]);
            TempData[PageNotes.DraftDone] = $"proof-{id}";
            return Redirect(AgreementDesk.LinkTo(id));
        }

        // Shown as it stands now: what was refused may have changed meanwhile.
        return await Show(id) ? RefuseOrNotFound(done.Refusals, prefix) : NotFound();
    }

    private List<SelectListItem> Some(Func<CommitmentView, bool> which, Func<CommitmentView, Guid> id) =>
    [
        ChooseOne, .. View.Commitments.Where(which).Select(c => new SelectListItem(Short(c.Promise), id(c).ToString())),
    ];

    private static string Short(string promise) => promise.ReplaceLineEndings(" ") is { Length: > 40 } line ? line[..40] + "…" : promise.ReplaceLineEndings(" ");

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowAgreement>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
