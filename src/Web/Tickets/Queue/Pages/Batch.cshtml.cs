using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Queue.Batch;
using Linli.Web.Tickets.Queue.Templates;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>Several chosen tickets, one act, and then what came of each.</summary>
[Needs(Permission.AcceptTickets | Permission.AssignTickets | Permission.HandleTickets)]
internal sealed class BatchModel(
    TicketQueue queue, BatchHandlers handlers, ListTemplates templates, FillTemplate fill, ActOnTickets acts, TimeProvider clock, IStringLocalizer<QueueWords> words) : LinliPage
{
    public sealed class Form
    {
        public Guid? Handler { get; set; }

        public string? Reason { get; set; }

        public string? Words { get; set; }
    }

    /// <summary>The chosen tickets, as their boxes carry them.</summary>
    [BindProperty(SupportsGet = true, Name = "t")]
    public List<string> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "act")]
    public BatchAct? Asked { get; set; }

    /// <summary>The template that was taken up.</summary>
    [BindProperty(SupportsGet = true, Name = "template")]
    public string? Template { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<QueuedTicket> Tickets { get; private set; } = [];

    public IReadOnlyList<OfferedTemplate> Templates { get; private set; } = [];

    public IReadOnlyList<PostHolder> Workers { get; private set; } = [];

    public BatchReport? Report { get; private set; }

    /// <summary>The words as each ticket will have them, when somebody wanted to see them first.</summary>
    public IReadOnlyList<(string Number, string Words)> Previews { get; private set; } = [];

    public int Most { get; } = QueueLimits.On(ChinaTime.DayOf(clock.GetUtcNow())).MostInBatch;

    public IReadOnlyList<BatchAct> Open => [.. Enum.GetValues<BatchAct>().Where(act => Actor.May(BatchActs.Of(act)))];

    /// <summary>What is to be done; first what the chosen ones wait for.</summary>
    public BatchAct Act => Asked is { } asked && Open.Contains(asked) ? asked
        : Open.Contains(BatchAct.Accept) && Tickets.All(ticket => ticket.State != TicketState.Received) ? BatchAct.Assign
        : Open.Count > 0 ? Open[0] : BatchAct.Accept;

    public bool HasWords => Act is BatchAct.Contact or BatchAct.MarkDone;

    public IReadOnlyList<SelectListItem> Choices =>
        [new(words["Batch.Handler.Choose"], string.Empty), .. Workers.Select(worker => new SelectListItem($"{worker.Name} · {worker.OrganisationName}", worker.PersonId.ToString()))];

    public IEnumerable<OfferedTemplate> Fitting => Templates.Where(template => template.Use == (Act == BatchAct.MarkDone ? TemplateUse.Result : TemplateUse.Contact));

    /// <summary>This page with another act, or with a template taken up.</summary>
    public string With(BatchAct act, string? template = null)
    {
        var query = new QueryBuilder(Chosen.Select(one => KeyValuePair.Create("t", one))) { { "act", act.ToString() } };
        if (template is not null)
        {
            query.Add("template", template);
        }

        return QueueLinks.Batch + query;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        await TakeBackParkedForm(Input, nameof(Input));
        Input.Words ??= Templates.FirstOrDefault(template => template.Key == Template)?.Body;
        return Chosen.Count > Most ? Refuse([new TicketsAreTooMany(Most, Chosen.Count)]) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var done = ModelState.IsValid
            ? await acts.Execute(
                new() { Act = Act, Tickets = [.. Chosen.Select(BatchTicket.Read).OfType<BatchTicket>()], Handler = Input.Handler, Reason = Input.Reason, Words = Input.Words }, Context(), cancel)
            : null;
        if (done is null || done.IsRefused)
        {
            return Refuse(done?.Refusals ?? []);
        }

        Report = done.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var faults = new BatchFaults();
        faults.Judge(Act, Input.Words);
        if (faults.Any || !ModelState.IsValid)
        {
            return Refuse(faults.All);
        }

        Previews = [.. Tickets.Select(ticket => (ticket.Number, fill.Of(Input.Words ?? string.Empty, ticket)))];
        return Page();
    }

    private async Task Read(CancellationToken cancel)
    {
        string[] numbers = [.. Chosen.Take(Most).Select(BatchTicket.Read).OfType<BatchTicket>().Select(ticket => ticket.Number).Distinct()];
        Tickets = numbers.Length == 0 ? [] : [.. (await queue.Read(new() { Tab = QueueTab.All, Numbers = numbers, Size = Most }, Actor, cancel)).Take(Most)];
        Templates = await templates.Of(Actor, cancel);
        Workers = await handlers.Of(Tickets, Actor, cancel);
    }
}
