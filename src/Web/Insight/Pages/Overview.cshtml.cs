using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Contract;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Insight.Pages;

/// <summary>The overview: a place, its parts, and every figure a link to the tickets behind it.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class OverviewModel(Overview overview, TimeProvider clock, IStringLocalizer<InsightTexts> texts) : LinliPage
{
    /// <summary>The figures with the tab of the queue, or the count of the rates, that lists what each counts.</summary>
    public static readonly IReadOnlyList<Column> Columns =
    [
        new("Received", f => f.Received), new("Open", f => f.Open), new("Overdue", f => f.Overdue, AlarmsAboveZero: true),
        new("Done", f => f.Done), new("Rated", f => f.Rated, Counted: RateCount.SatisfactionAnswers),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public OverviewOf Shown { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> PeriodChoices => [.. OverviewPeriod.Choices.Select(p => new SelectListItem(texts["Period." + p], p, p == Period))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Period = OverviewPeriod.Choices.Contains(Period) ? Period! : OverviewPeriod.UsualChoice;
        var days = OverviewPeriod.Chosen(Period, ChinaTime.DayOf(clock.GetUtcNow()));
        if (!(await overview.Execute(new() { Place = Place, Period = days }, Actor, cancel)).Succeeded(out var shown))
        {
            return NotFound();
        }

        Shown = shown;
        return Page();
    }

    /// <summary>The tickets behind a figure.</summary>
    public string Evidence(Column column, string code, Guid placeId) => column.Counted is { } counted
        ? $"/rates/tickets?of={counted}&place={Uri.EscapeDataString(code)}&from={Shown.From:yyyy-MM-dd}&to={Shown.To:yyyy-MM-dd}"
        : $"/work?tab={column.Tab}&placeId={placeId}&from={Shown.From:yyyy-MM-dd}&to={Shown.To:yyyy-MM-dd}";

    public sealed record Column(string Tab, Func<TicketFigures, long> Of, bool AlarmsAboveZero = false, RateCount? Counted = null)
    {
        public bool IsAlarm(TicketFigures figures) => AlarmsAboveZero && Of(figures) > 0;
    }
}
