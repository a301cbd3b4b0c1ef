using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Insight.Pages;

/// <summary>The overview: a place, its parts, and every figure a link to the tickets behind it.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class OverviewModel(Overview overview, TimeProvider clock, IStringLocalizer<InsightTexts> texts) : LinliPage
{
    private static readonly string[] Periods = ["7", "30", "90", "Month"];

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public OverviewOf Shown { get; private set; } = null!;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public IReadOnlyList<SelectListItem> PeriodChoices => [.. Periods.Select(p => new SelectListItem(texts["Period." + p], p, p == Period))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Period = Periods.Contains(Period) ? Period : "30";
        To = ChinaTime.DayOf(clock.GetUtcNow());
        From = Period == "Month" ? new DateOnly(To.Year, To.Month, 1) : To.AddDays(1 - int.Parse(Period!, System.Globalization.CultureInfo.InvariantCulture));
        if (!(await overview.Execute(new() { Place = Place, From = From, To = To }, Actor, cancel)).Succeeded(out var shown))
        {
            return NotFound();
        }

        Shown = shown;
        return Page();
    }

    /// <summary>The tickets behind a figure.</summary>
    public string Evidence(string tab, Guid placeId) => $"/work?tab={tab}&placeId={placeId}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";
}
