using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Queue;
using Linli.Web.Tickets.Queue.Filters;
using Linli.Web.Tickets.Queue.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>The queue: what needs this actor now, then the lists. The figures of the overview open it with their own filter.</summary>
[Needs(Permission.ViewTickets | Permission.HandleTickets)]
internal sealed class WorkModel(
    TicketQueue queue, QueueCounts counts, WhatNeedsMe needed, IPlaces places, TimeProvider clock, IStringLocalizer<TicketWords> words, IStringLocalizer<QueueWords> said) : LinliPage
{
    /// <summary>What needs the actor, the tabs of open work, each with its count, and the closed ones.</summary>
    public static readonly IReadOnlyList<QueueTab> Tabs =
        [QueueTab.Me, QueueTab.Open, QueueTab.Waiting, QueueTab.Working, QueueTab.Overdue, QueueTab.Rating, QueueTab.Closed];

    /// <summary>Pages go by number so far; further ones go on from the last line.</summary>
    public const int MostNumbered = 20;

    public sealed class Query
    {
        /// <summary>Left out: what needs the actor, or the actor's own default; with a filter all open ones.</summary>
        public QueueTab? Tab { get; set; }

        public string? Category { get; set; }

        public Guid? PlaceId { get; set; }

        public string? Text { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        /// <summary>The page of the list; "page" itself is taken by the routes.</summary>
        public int At { get; set; } = 1;

        /// <summary>Where the page before ended.</summary>
        public string? After { get; set; }

        /// <summary>Every line is ticked.</summary>
        public bool All { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Query Filter { get; set; } = new();

    [BindProperty]
    public SaveFilterInput Keep { get; set; } = new();

    [BindProperty]
    public FilterInput Chosen { get; set; } = new();

    public QueueTab Tab => Filter.Tab!.Value;

    public IReadOnlyList<QueuedTicket> Rows { get; private set; } = [];

    public NeededTickets Needed { get; private set; } = new([], false);

    public IReadOnlyList<OfferedFilter> Filters { get; private set; } = [];

    public IReadOnlyDictionary<QueueTab, long> Counts { get; private set; } = new Dictionary<QueueTab, long>();

    public int Pages { get; private set; }

    /// <summary>The address of the page after the last numbered one; null when there is none.</summary>
    public string? Next { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What a figure of the overview narrowed the list to, in words; null for the plain queue.</summary>
    public string? Narrowed { get; private set; }

    /// <summary>Nothing waits at all, rather than nothing that was asked for.</summary>
    public bool IsWholeQueue => Tab is QueueTab.Open or QueueTab.Me && Narrowed is null && string.IsNullOrWhiteSpace(Filter.Text) && string.IsNullOrEmpty(Filter.Category);

    public bool SeveralCompounds => Rows.Concat(Needed.Tickets.Select(one => one.Ticket)).Select(r => r.CompoundName).Distinct().Skip(1).Any();

    /// <summary>Whether lines can be ticked: something can be done with several at once, and these are not closed.</summary>
    public bool MayAct => (Actor.May(Permission.AcceptTickets) || Actor.May(Permission.AssignTickets) || Actor.May(Permission.HandleTickets)) && Tab is not (QueueTab.Closed or QueueTab.Done or QueueTab.Rated);

    public bool MayShare => SaveFilter.MayShare(Actor);

    public int MostInBatch { get; } = QueueLimits.On(Linli.Domain.Kernel.ChinaTime.DayOf(clock.GetUtcNow())).MostInBatch;

    public bool MayKeep => SaveFilter.KeptTabs.Contains(Tab);

    public IReadOnlyList<SelectListItem> Categories =>
    [
        new(words["Work.Filter.AllCategories"], string.Empty),
        .. TicketCategory.All.Where(c => c.Parent is null).Select(c => new SelectListItem(words[c.TitleKey], c.Code, c.Code == Filter.Category)),
    ];

    public string Count(QueueTab tab) => tab == QueueTab.Me ? Tab == QueueTab.Me ? $" {Needed.Tickets.Count}{(Needed.HasMore ? "+" : string.Empty)}" : string.Empty
        : !Counts.TryGetValue(tab, out var count) ? string.Empty
        : count > counts.Most ? $" {said["Count.More", counts.Most]}" : $" {count}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        (Keep.Tab, Keep.Category, Keep.PlaceId, Keep.Words) = (Tab, Filter.Category, Filter.PlaceId, Filter.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync([FromServices] SaveFilter save, CancellationToken cancel)
    {
        var saved = ModelState.IsValid ? await save.Execute(Keep, Context(), cancel) : null;
        if (saved is { IsRefused: false })
        {
            Say(said["Filters.Saved"]);
            return Redirect(QueueLinks.Of(Keep.Tab, Keep.Category, Keep.PlaceId, Keep.Words));
        }

        (Filter.Tab, Filter.Category, Filter.PlaceId, Filter.Text) = (Enum.IsDefined(Keep.Tab) ? Keep.Tab : QueueTab.Open, Keep.Category, Keep.PlaceId, Keep.Words);
        await Read(cancel);
        return RefuseOrNotFound(saved?.Refusals ?? [], nameof(Keep));
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromServices] RemoveFilter remove, CancellationToken cancel)
    {
        var removed = await remove.Execute(Chosen, Context(), cancel);
        await Read(cancel);
        return After(removed, said["Filters.Removed"], TicketLinks.Work, nameof(Chosen));
    }

    public async Task<IActionResult> OnPostDefaultAsync([FromServices] ChooseDefaultFilter choose, CancellationToken cancel)
    {
        var chosen = await choose.Execute(Chosen, Context(), cancel);
        await Read(cancel);
        return After(chosen, said["Filters.DefaultChanged"], TicketLinks.Work, nameof(Chosen));
    }

    private async Task Read(CancellationToken cancel)
    {
        Filter.At = Math.Clamp(Filter.At, 1, 1_000_000);
        (Counts, Filters) = await counts.Of(Actor, cancel);
        Filter.Tab ??= Unasked();
        Narrowed = await Narrowing(cancel);
        if (Tab == QueueTab.Me)
        {
            Needed = await needed.Execute(Actor, cancel);
        }
        else
        {
            await ReadList(cancel);
        }
    }

    // Who asks for words or a category looks in the list; who asks for nothing gets the own default.
    private QueueTab Unasked()
    {
        if (!string.IsNullOrWhiteSpace(Filter.Text) || !string.IsNullOrEmpty(Filter.Category) || Filter.PlaceId is not null)
        {
            return QueueTab.Open;
        }

        if (Filters.FirstOrDefault(filter => filter.IsDefault) is not { } own)
        {
            return QueueTab.Me;
        }

        (Filter.Category, Filter.PlaceId, Filter.Text) = (own.Category, own.PlaceId, own.Words);
        return own.Tab;
    }

    private async Task ReadList(CancellationToken cancel)
    {
        var after = QueueCursor.Read(Filter.After);
        var rows = await queue.Read(
            new()
            {
                Tab = Tab, Category = Filter.Category, PlaceId = Filter.PlaceId, Text = Filter.Text, From = Filter.From, To = Filter.To,
                Page = after is null ? Math.Min(Filter.At, MostNumbered) : 1, After = after,
            }, Actor, cancel);
        Rows = [.. rows.Take(TicketQueue.PageSize)];
        var hasMore = rows.Count > TicketQueue.PageSize;
        Pages = after is null && hasMore && Filter.At < MostNumbered ? Filter.At + 1 : after is null ? Filter.At : 1;
        Next = hasMore && (after is not null || Filter.At >= MostNumbered)
            ? QueueLinks.Of(Tab, Filter.Category, Filter.PlaceId, Filter.Text, Filter.From, Filter.To, QueueCursor.Of(Rows[^1]))
            : null;
    }

    private async Task<string?> Narrowing(CancellationToken cancel)
    {
        var place = Filter.PlaceId is { } id && await places.Find(id, cancel) is { } found
            && Scope.Of(Actor, Permission.ViewTickets).Covers(found.Path) ? found.Name : null;
        var period = Filter.From is { } from && Filter.To is { } to ? $"{Moments.Day(from)} – {Moments.Day(to)}" : null;
        var tab = Tabs.Contains(Tab) ? null : words["Work.Tab." + Tab].Value;
        return string.Join(" · ", new[] { place, tab, period }.Where(part => part is not null)) is { Length: > 0 } all ? all : null;
    }
}
