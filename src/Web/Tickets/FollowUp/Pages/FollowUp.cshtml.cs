using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.FollowUp;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.FollowUp.Pages;

/// <summary>The ladder of one ticket: what was done, who is answerable, what comes next, and the forms that are open to whoever looks.</summary>
[Needs(Permission.ViewTickets | Permission.HandleTickets)]
internal sealed class FollowUpModel(FindTicket tickets, TimeProvider clock, IStringLocalizer<FollowUpWords> words) : LinliPage
{
    /// <summary>The fields of all acts; each form shows its own.</summary>
    public sealed class Form
    {
        public string? Plan { get; set; }

        public string? Reason { get; set; }

        public DateOnly? Until { get; set; }

        public string? With { get; set; }

        public DateOnly? HeldOn { get; set; }

        public string? Agreed { get; set; }

        public DateOnly? NextOn { get; set; }

        public uint? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public Form Input { get; set; } = new();

    public TicketView Ticket { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public FollowUpLadder Ladder { get; } = FollowUpLadder.On(ChinaTime.DayOf(clock.GetUtcNow()));

    public bool MayList => Ticket.OpenActs.Contains(TicketAct.ListPublicly) && Ticket.FollowUp.Listing is null && FollowUpAccess.Takes(Actor, Ladder.Listing);

    public bool MayLift => Ticket.OpenActs.Contains(TicketAct.LiftListing) && Ticket.FollowUp.Listing is not null && FollowUpAccess.Takes(Actor, Ladder.Listing);

    public bool MayDecline => Ticket.OpenActs.Contains(TicketAct.DeclineListing) && Ticket.FollowUp.Proposal is not null && FollowUpAccess.Takes(Actor, Ladder.Listing);

    public bool MayInterview => Ticket.OpenActs.Contains(TicketAct.HoldInterview) && Ticket.FollowUp.Steps.Count > 0 && FollowUpAccess.Takes(Actor, Ladder.Interview);

    /// <summary>Where the ladder comes from, said once for each text.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Ladder.Steps.Select(step => step.Source).Distinct().Select(source => words["Source", SourceWords.Of(source.Text, source.Verification, Get<IStringLocalizer<LookTexts>>())].Value)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Input.Version = Ticket.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAcknowledgeAsync([FromServices] AcknowledgeCard act, CancellationToken cancel) => Do("Acknowledge", context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Plan = Input.Plan }, context, cancel), cancel);

    public Task<IActionResult> OnPostListAsync([FromServices] ListTicket act, CancellationToken cancel) => Do("List", context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Reason = Input.Reason, Until = Input.Until }, context, cancel), cancel);

    public Task<IActionResult> OnPostDeclineAsync([FromServices] DeclineListing act, CancellationToken cancel) => Do("Decline", context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Reason = Input.Reason }, context, cancel), cancel);

    public Task<IActionResult> OnPostLiftAsync([FromServices] LiftListing act, CancellationToken cancel) => Do("Lift", context =>
        act.Execute(new() { Number = Number, Version = Input.Version, Reason = Input.Reason }, context, cancel), cancel);

    public Task<IActionResult> OnPostInterviewAsync([FromServices] HoldInterview act, CancellationToken cancel) => Do("Interview", context =>
        act.Execute(
            new() { Number = Number, Version = Input.Version, With = Input.With, HeldOn = Input.HeldOn, Agreed = Input.Agreed, NextOn = Input.NextOn }, context, cancel), cancel);

    private async Task<IActionResult> Do(string done, Func<ProcessContext, Task<Outcome<Saved>>> execute, CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var saved = ModelState.IsValid ? await execute(Context()) : null;
        if (saved is { IsRefused: false })
        {
            Say(words["Said." + done]);
            return Redirect(TicketLinks.FollowUp(Number));
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
        if (!(await tickets.Execute(Number, Actor, cancel)).Succeeded(out var ticket))
        {
            return false;
        }

        Ticket = ticket;
        return true;
    }
}
