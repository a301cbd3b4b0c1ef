using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Tickets.Evaluation.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>One return visit: what one asks about, and the form for what was answered.</summary>
[Needs(Permission.MakeReturnVisits)]
internal sealed class VisitModel(ListVisits visits, IStringLocalizer<EvaluationWords> words, IStringLocalizer<TicketWords> tickets) : LinliPage
{
    public sealed class Form
    {
        public VisitResult? Result { get; set; }

        public bool? Solved { get; set; }

        public Satisfaction? Satisfaction { get; set; }

        public string? Note { get; set; }

        public uint? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public VisitDetails Shown { get; private set; } = null!;

    /// <summary>The reporter's number, after it was asked for; it is shown in this answer alone.</summary>
    public string? ShownPhone { get; private set; }

    public bool IsToBeMade => Shown is { Visit.State: VisitState.Open, IsOwn: false };

    public IReadOnlyList<PickOption> Results => [.. Enum.GetValues<VisitResult>().Select(r => new PickOption(r.ToString(), words["VisitResult." + r]))];

    public IReadOnlyList<PickOption> SolvedOptions => [new(bool.TrueString, tickets["Solved.True"]), new(bool.FalseString, words["Visit.NotSolved"])];

    public IReadOnlyList<PickOption> SatisfactionOptions => [.. Enum.GetValues<Satisfaction>().Select(s => new PickOption(s.ToString(), tickets["Satisfaction." + s]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Input.Version = Shown.Visit.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] RecordVisit act, CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var saved = !ModelState.IsValid ? null : await act.Execute(
            new() { Visit = Id, Version = Input.Version, Result = Input.Result, Solved = Input.Solved, Satisfaction = Input.Satisfaction, Note = Input.Note }, Context(), cancel);
        if (saved is { IsRefused: false })
        {
            Say(words[Input.Solved == false ? "Said.Reopened" : Input.Result == VisitResult.Answered ? "Said.Visited" : "Said.Called"]);
            return Redirect(EvaluationLinks.Visits);
        }

        if (!await Read(cancel))
        {
            return NotFound();
        }

        Input.Version = Shown.Visit.Version;
        ModelState.Remove("Input.Version");
        return saved is null ? Refuse([]) : RefuseOrNotFound(saved.Refusals);
    }

    public async Task<IActionResult> OnPostPhoneAsync([FromServices] ShowVisitPhone phones, CancellationToken cancel)
    {
        var shown = await phones.Execute(Id, Context(), cancel);
        if (shown.Refusals is [Platform.Changes.NotFound, ..] || !await Read(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new Form { Version = Shown.Visit.Version };
        // The form of this page is another than the one that was just sent.
        RequestId = Guid.Empty;
        ShownPhone = shown.IsRefused ? null : shown.Value;
        return shown.IsRefused ? Refuse(shown.Refusals) : Page();
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!(await visits.Find(Id, Actor, cancel)).Succeeded(out var shown))
        {
            return false;
        }

        Shown = shown;
        return true;
    }
}
