using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Tickets.Queue.Templates;
using Linli.Web.Tickets.TextHelp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>One ticket: what happened, and the forms of the acts that are open to whoever looks.</summary>
[Needs(Permission.ViewOwnTickets | Permission.ViewTickets | Permission.HandleTickets)]
internal sealed class DetailsModel(
    FindTicket tickets, UploadedPhotos uploads, TicketHandlers handlers, AdviseOnTicket advisor, TimeProvider clock, IStringLocalizer<TicketWords> words) : LinliPage
{
    /// <summary>The fields of all acts; each form shows its own.</summary>
    public sealed class Form
    {
        public string? Category { get; set; }

        public Urgency? Urgency { get; set; }

        public Guid? Handler { get; set; }

        public string? Reason { get; set; }

        public string? Note { get; set; }

        public string? Result { get; set; }

        public bool? Solved { get; set; }

        public Satisfaction? Satisfaction { get; set; }

        public string? Comment { get; set; }

        public List<IFormFile> Photos { get; set; } = [];

        public List<Guid> KeptPhotos { get; set; } = [];

        public uint? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    /// <summary>The suggested category that was followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Take { get; set; }

    /// <summary>The suggested urgency that was followed.</summary>
    [BindProperty(SupportsGet = true)]
    public Urgency? TakeUrgency { get; set; }

    /// <summary>The response template that was taken up.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Response templates for the open form.</summary>
    public IReadOnlyList<OfferedTemplate> Templates { get; private set; } = [];

    /// <summary>Those that fit a form, each with the address of this page with it taken up.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TemplatesOf(TemplateUse use) => [.. Templates.Where(one => one.Use == use)
        .Select(one => KeyValuePair.Create($"{TicketLinks.Details(Number)}?template={Uri.EscapeDataString(one.Key)}#do-{(use == TemplateUse.Contact ? "contact" : "done")}", one.Title))];

    public TicketView Ticket { get; private set; } = null!;

    /// <summary>Its category's name here, what may be chosen, and what its words suggest.</summary>
    public TicketAdvice Advice { get; private set; } = null!;

    public IReadOnlyList<TicketHandler> Workers { get; private set; } = [];

    /// <summary>The act whose form came back with messages; its form stays open.</summary>
    public TicketAct? Tried { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsReporter => Ticket.ReporterId == Actor.PersonId;

    public bool IsHousehold => Actor.Capacity?.IsHousehold == true;

    public Progress Due => Progress.At(Ticket.ReceivedAt, Ticket.ResolveDueAt, Ticket.RepliedAt ?? Ticket.ClosedAt ?? Now);

    public IReadOnlyList<PhotoItem> Kept => uploads.Items(Input.KeptPhotos);

    public IReadOnlyList<TimelineItem> Timeline => TimelineView.Of(Ticket, uploads, words);

    public IReadOnlyList<PickOption> Urgencies =>
        [.. Enum.GetValues<Urgency>().Select(u => new PickOption(u.ToString(), words["Urgency." + u], null, words[$"Urgency.{u}.Note"]))];

    public IReadOnlyList<SelectListItem> Categories =>
        [.. Advice.Choices.Select(c => new SelectListItem(c.IsBelow ? $"– {c.Title}" : c.Title, c.Code, c.Code == Ticket.Category))];

    public IReadOnlyList<SelectListItem> Handlers =>
    [
        new(words["Do.Assign.Choose"], string.Empty),
        .. Workers.Select(w => new SelectListItem(words[w.IsProposed ? "Do.Assign.Proposed" : "Do.Assign.Option", w.Name, w.OrganisationName, w.OpenTickets], w.PersonId.ToString())),
    ];

    public IReadOnlyList<PickOption> SolvedOptions =>
        [new(bool.TrueString, words["Solved.True"]), new(bool.FalseString, words["Solved.False"])];

    public IReadOnlyList<PickOption> SatisfactionOptions =>
        [.. Enum.GetValues<Satisfaction>().Select(s => new PickOption(s.ToString(), words["Satisfaction." + s]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Input.Version = Ticket.Version;
        if (Ticket.OpenActs.Contains(TicketAct.Accept))
        {
            // A suggestion that was followed fills the form in; nothing is done before it is sent.
            Input.Category ??= Advice.Choices.Any(c => c.Code == Take) ? Take : null;
            Input.Urgency ??= TakeUrgency ?? Ticket.Urgency;
        }

        if (Templates.FirstOrDefault(one => one.Key == Template) is { } template)
        {
            var filled = Get<FillTemplate>().Of(template.Body, Ticket.Number, Ticket.PlaceText, Ticket.HandlerName, Ticket.ResolveDueAt);
            (Input.Note, Input.Result) = template.Use == TemplateUse.Contact ? (Input.Note ?? filled, Input.Result) : (Input.Note, Input.Result ?? filled);
        }

        // A first assignment comes with its proposal; giving it to another is the dispatcher's own choice.
        Input.Handler ??= Ticket.AssignedTo is null ? Workers.FirstOrDefault(worker => worker.IsProposed)?.PersonId : null;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptTicket act, CancellationToken cancel) => Do(TicketAct.Accept, context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Category = Input.Category, Urgency = Input.Urgency }, context, cancel), cancel);

    public Task<IActionResult> OnPostAssignAsync([FromServices] AssignTicket act, CancellationToken cancel) => Do(TicketAct.Assign, context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Handler = Input.Handler, Reason = Input.Reason }, context, cancel), cancel);

    public Task<IActionResult> OnPostContactAsync([FromServices] ContactReporter act, CancellationToken cancel) => Do(TicketAct.Contact, context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Note = Input.Note }, context, cancel), cancel);

    public Task<IActionResult> OnPostMarkDoneAsync([FromServices] MarkTicketDone act, CancellationToken cancel) => Do(TicketAct.MarkDone, context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Result = Input.Result, Photos = Input.KeptPhotos }, context, cancel), cancel);

    public Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmTicket act, CancellationToken cancel) => Do(TicketAct.Confirm, context =>
        act.Execute(
            new() { Number = Number, Version = Input.Version, Solved = Input.Solved, Satisfaction = Input.Satisfaction, Comment = Input.Comment },
            context, cancel), cancel);

    public Task<IActionResult> OnPostReportUnsolvedAsync([FromServices] ReportUnsolved act, CancellationToken cancel) => Do(TicketAct.ReportUnsolved, context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Reason = Input.Reason, Photos = Input.KeptPhotos }, context, cancel), cancel);

    public Task<IActionResult> OnPostSupplementAsync([FromServices] SupplementTicket act, CancellationToken cancel) => Do(TicketAct.Supplement, context =>
        act.Execute(new() { Number = Number, Note = Input.Note, Photos = Input.KeptPhotos }, context, cancel), cancel);

    public Task<IActionResult> OnPostWithdrawAsync([FromServices] WithdrawTicket act, CancellationToken cancel) => Do(TicketAct.Withdraw, context =>
        act.Execute(new() { Number = Number, Version = Input.Version }, context, cancel), cancel);

    /// <summary>Whether the exclusions of the ticket are this actor's business.</summary>
    public bool MayExclude => !IsReporter && Actor.Capacity is { IsHousehold: false } && Actor.May(Permission.ViewTickets);

    /// <summary>The reporter's number, after it was asked for; it is shown in this answer alone.</summary>
    public string? ShownPhone { get; private set; }

    /// <summary>Whether calling the reporter is this reader's task; to others an empty number says nothing about the reporter's wish.</summary>
    public bool MayCall => Ticket.OpenActs.Count > 0 && (Actor.May(Permission.AcceptTickets) || Ticket.AssignedTo == Actor.PersonId);

    public bool MayAskPhone => !IsReporter && Ticket.ReporterPhone is not null && !TicketFlow.IsFinal(Ticket.State)
        && (Actor.May(Permission.AcceptTickets) || Ticket.AssignedTo == Actor.PersonId);

    public async Task<IActionResult> OnPostPhoneAsync([FromServices] ShowReporterPhone phones, CancellationToken cancel)
    {
        var shown = await phones.Execute(Number, Context(), cancel);
        if (shown.Refusals is [Platform.Changes.NotFound, ..] || !await Read(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new Form { Version = Ticket.Version };
        // The forms of this page are others than the one that was just sent.
        RequestId = Guid.Empty;
        ShownPhone = shown.IsRefused ? null : shown.Value;
        return shown.IsRefused ? Refuse(shown.Refusals) : Page();
    }

    /// <summary>What of handling is open to whoever looks, as links to its forms.</summary>
    public IReadOnlyList<TicketAct> MoreActs => [.. Ticket.OpenActs.Where(Handling.Pages.HandlingForms.Offered.Contains).Where(act => !Handling.Pages.AskedActs.IsAsked(act, Ticket, Now))];

    public Guid? Own => Actor.Capacity?.OrganisationId;

    private async Task<IActionResult> Do(TicketAct act, Func<ProcessContext, Task<Outcome<Saved>>> execute, CancellationToken cancel)
    {
        // Asked first, so that a stranger can neither upload here nor learn that the ticket exists.
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var refused = await uploads.TakeIn(Input.Photos, Input.KeptPhotos, Actor, cancel);
        var saved = refused.Count > 0 || !ModelState.IsValid ? null : await execute(Context());
        if (saved is { IsRefused: false })
        {
            Say(words["Said." + act]);
            TempData[PageNotes.DraftDone] = $"{act}-{Number}";
            return Redirect(TicketLinks.Details(Number));
        }

        if (saved?.Refusals is [Platform.Changes.NotFound, ..] || !await Read(cancel))
        {
            return NotFound();
        }

        Tried = act;
        // The page shows how the ticket stands now, and so the form carries that version.
        Input.Version = Ticket.Version;
        ModelState.Remove("Input.Version");
        return Refuse([.. refused, .. saved?.Refusals ?? []]);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!(await tickets.Execute(Number, Actor, cancel)).Succeeded(out var ticket))
        {
            return false;
        }

        Ticket = ticket;
        Advice = await advisor.Execute(ticket, Actor, cancel);
        Workers = await handlers.Execute(ticket, Actor, cancel);
        Templates = ticket.OpenActs.Contains(TicketAct.Contact) || ticket.OpenActs.Contains(TicketAct.MarkDone) ? await Get<ListTemplates>().Of(Actor, cancel) : [];
        return true;
    }
}
