using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Handling.Pages;

/// <summary>One act of handling with its one form; the ticket's page leads here, and is led back to.</summary>
[Needs(Permission.ViewTickets | Permission.HandleTickets)]
internal sealed class HandleModel(
    FindTicket tickets, HandlingChoices choices, TicketDeadlines deadlines, TimeProvider clock, IStringLocalizer<HandlingWords> words, IStringLocalizer<TicketWords> said) : LinliPage
{
    /// <summary>The fields of all acts; each form shows its own.</summary>
    public sealed class Form
    {
        public bool? Decision { get; set; }

        public ReturnGround? Ground { get; set; }

        public PauseReason? WaitsFor { get; set; }

        public WhistleLevel? Level { get; set; }

        public Guid? Organisation { get; set; }

        public JointWay? Way { get; set; }

        public string? Matter { get; set; }

        public string? Task { get; set; }

        public string? Answer { get; set; }

        public bool? Warranted { get; set; }

        public bool? Helped { get; set; }

        public string? Result { get; set; }

        public int? Days { get; set; }

        public DateOnly? Until { get; set; }

        public DateOnly? DueOn { get; set; }

        public string? Reason { get; set; }

        public string? Note { get; set; }

        public uint? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    /// <summary>Name of a <see cref="TicketAct"/>; a decision goes by the name of its yes.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = string.Empty;

    [BindProperty]
    public Form Input { get; set; } = new();

    public TicketAct Step { get; private set; }

    public TicketView Ticket { get; private set; } = null!;

    public HandlingRules Rules { get; } = HandlingRules.On(ChinaTime.DayOf(clock.GetUtcNow()));

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<WhistleTarget> Targets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public string Title => words[$"Do.{Step}.Title"];

    public IReadOnlyList<PickOption> Grounds => Options<ReturnGround>("Ground");

    public IReadOnlyList<PickOption> Waits => Options<PauseReason>("WaitsFor");

    public IReadOnlyList<PickOption> Ways => Options<JointWay>("Way");

    private List<PickOption> Options<T>(string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(one => new PickOption(one.ToString(), words[$"{prefix}.{one}"]))];

    public IReadOnlyList<PickOption> YesNo(string prefix) => [new(bool.TrueString, words[prefix + ".True"]), new(bool.FalseString, words[prefix + ".False"])];

    public Guid? Own => Actor.Capacity?.OrganisationId;

    /// <summary>Until when a level that is called now has to report in.</summary>
    public DateTimeOffset DueOf(WhistleLevel level) => deadlines.Due(Now, Rules.Whistles[level].Within);

    /// <summary>Where the limits of this act come from.</summary>
    public RuleSource? Source => Step switch
    {
        TicketAct.Pause => Rules.Pauses.Source,
        TicketAct.RequestReturn or TicketAct.AcceptReturn => Rules.Returns.Source,
        TicketAct.AskExtension or TicketAct.GrantExtension => Rules.Extensions.Source,
        TicketAct.InviteParty => Rules.JointSource,
        TicketAct.Whistle => Rules.Whistles[WhistleLevel.Subdistrict].Source,
        _ => null,
    };

    public string SourceOf(RuleSource source) => words["Source", SourceWords.Of(source.Text, source.Verification, Get<IStringLocalizer<LookTexts>>())];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        if (!Ticket.OpenActs.Contains(Step))
        {
            Say(words["NotOpen"]);
            return Redirect(TicketLinks.Details(Number));
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Input.Version = Ticket.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var saved = !ModelState.IsValid ? null
            : Step is TicketAct.AcceptReturn or TicketAct.GrantExtension && Input.Decision is null ? new DecisionIsMissing()
            : await HandlingForms.Execute(Step, Number, Input, Context(), HttpContext.RequestServices, cancel);
        if (saved is { IsRefused: false })
        {
            Say(said["Said." + HandlingForms.Done(Step, Input)]);
            return Redirect(TicketLinks.Details(Number));
        }

        if (saved?.Refusals is [Platform.Changes.NotFound, ..] || !await Read(cancel))
        {
            return NotFound();
        }

        // The form carries the version of the ticket as it stands now.
        Input.Version = Ticket.Version;
        ModelState.Remove("Input.Version");
        return Refuse(saved?.Refusals ?? []);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!Enum.TryParse<TicketAct>(Act, out var step) || !HandlingForms.Offered.Contains(step) || !(await tickets.Execute(Number, Actor, cancel)).Succeeded(out var ticket))
        {
            return false;
        }

        (Step, Ticket) = (step, ticket);
        if (step == TicketAct.Whistle)
        {
            // The next level is offered once the nearer ones have been called.
            var targets = await choices.Levels(ticket, Actor, cancel);
            Targets = [.. targets.Where(target => targets.All(nearer => nearer.Level >= target.Level || nearer.IsCalled))];
        }
        else if (step == TicketAct.InviteParty)
        {
            Organisations =
            [
                new(words["Do.InviteParty.Choose"], string.Empty),
                .. (await choices.Organisations(ticket, Actor, cancel)).Select(one => new SelectListItem(one.Name, one.OrganisationId.ToString())),
            ];
        }

        return true;
    }
}
