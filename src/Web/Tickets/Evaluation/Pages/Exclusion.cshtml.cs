using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>The exclusions of a ticket: asking for one, and the words of those who decide.</summary>
[Needs(Permission.ViewTickets)]
internal sealed class ExclusionModel(ListExclusions exclusions, IStringLocalizer<EvaluationWords> words) : LinliPage
{
    public sealed class Form
    {
        public ExclusionReason? Reason { get; set; }

        public string? Note { get; set; }

        public uint? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public Form Input { get; set; } = new();

    public TicketExclusions Shown { get; private set; } = null!;

    public IReadOnlyList<PickOption> Reasons => [.. Enum.GetValues<ExclusionReason>().Select(r => new PickOption(r.ToString(), words["ExclusionReason." + r], null, words[$"ExclusionReason.{r}.Note"]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public Task<IActionResult> OnPostAskAsync([FromServices] RequestExclusion act, CancellationToken cancel) => Do(
        "Said.Asked", _ => act.Execute(new() { Number = Number, Reason = Input.Reason, Note = Input.Note }, Context(), cancel), cancel);

    public Task<IActionResult> OnPostApproveAsync([FromServices] ApproveExclusion act, CancellationToken cancel) => Do(
        "Said.Approved", open => act.Execute(new() { Exclusion = open, Version = Input.Version }, Context(), cancel), cancel);

    public Task<IActionResult> OnPostRejectAsync([FromServices] RejectExclusion act, CancellationToken cancel) => Do(
        "Said.Rejected", open => act.Execute(new() { Exclusion = open, Version = Input.Version, Note = Input.Note }, Context(), cancel), cancel);

    private async Task<IActionResult> Do(string said, Func<Guid, Task<Outcome<Saved>>> act, CancellationToken cancel)
    {
        // Asked first, so that a stranger learns nothing; the words are about the round that stands on this page.
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var saved = ModelState.IsValid ? await act(Shown.Exclusions is [var newest, ..] ? newest.Id : Guid.Empty) : null;
        if (saved is { IsRefused: false })
        {
            Say(words[said]);
            return Redirect(EvaluationLinks.Exclusion(Number));
        }

        await Read(cancel);
        return saved is null ? Refuse([]) : RefuseOrNotFound(saved.Refusals);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!(await exclusions.Of(Number, Actor, cancel)).Succeeded(out var shown))
        {
            return false;
        }

        Shown = shown;
        return true;
    }
}
