using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>The queue: what needs this actor now, most urgent first. The figures of the overview open it with their own filter.</summary>
[Needs(Permission.ViewTickets | Permission.HandleTickets)]
internal sealed class WorkModel(TicketQueue queue, IPlaces places, TimeProvider clock, IStringLocalizer<TicketWords> words) : LinliPage
{
    /// <summary>The tabs of open work, each with its count, and the closed ones.</summary>
    public static readonly IReadOnlyList<QueueTab> Tabs =
        [QueueTab.Open, QueueTab.Waiting, QueueTab.Working, QueueTab.Overdue, QueueTab.Rating, QueueTab.Closed];

    public sealed class Query
    {
        public QueueTab Tab { get; set; }

        public string? Category { get; set; }

        public Guid? PlaceId { get; set; }

        public string? Text { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        /// <summary>The page of the list; "page" itself is taken by the routes.</summary>
        public int At { get; set; } = 1;
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Query Filter { get; set; } = new();

    public IReadOnlyList<QueuedTicket> Rows { get; private set; } = [];

    public IReadOnlyDictionary<QueueTab, long> Counts { get; private set; } = new Dictionary<QueueTab, long>();

    public int Pages { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What a figure of the overview narrowed the list to, in words; null for the plain queue.</summary>
    public string? Narrowed { get; private set; }

    /// <summary>Nothing waits at all, rather than nothing that was asked for.</summary>
    public bool IsWholeQueue => Filter.Tab == QueueTab.Open && Narrowed is null && string.IsNullOrWhiteSpace(Filter.Text) && string.IsNullOrEmpty(Filter.Category);

    public bool SeveralCompounds => Rows.Select(r => r.CompoundName).Distinct().Skip(1).Any();

    public IReadOnlyList<SelectListItem> Categories =>
    [
        new(words["Work.Filter.AllCategories"], string.Empty),
        .. TicketCategory.All.Where(c => c.Parent is null).Select(c => new SelectListItem(words[c.TitleKey], c.Code, c.Code == Filter.Category)),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter.At = Math.Max(1, Filter.At);
        var rows = await queue.Read(
            new()
            {
                Tab = Filter.Tab, Category = Filter.Category, PlaceId = Filter.PlaceId, Text = Filter.Text, From = Filter.From, To = Filter.To, Page = Filter.At,
            }, Actor, cancel);
        Rows = [.. rows.Take(TicketQueue.PageSize)];
        Pages = rows.Count > TicketQueue.PageSize ? Filter.At + 1 : Filter.At;
        Counts = await queue.Count(Actor, cancel);
        Narrowed = await Narrowing(cancel);
    }

    private async Task<string?> Narrowing(CancellationToken cancel)
    {
        var place = Filter.PlaceId is { } id && await places.Find(id, cancel) is { } found
            && Scope.Of(Actor, Permission.ViewTickets).Covers(found.Path) ? found.Name : null;
        var period = Filter.From is { } from && Filter.To is { } to ? $"{Moments.Day(from)} – {Moments.Day(to)}" : null;
        var tab = Tabs.Contains(Filter.Tab) ? null : words["Work.Tab." + Filter.Tab].Value;
        return string.Join(" · ", new[] { place, tab, period }.Where(part => part is not null)) is { Length: > 0 } all ? all : null;
    }
}
