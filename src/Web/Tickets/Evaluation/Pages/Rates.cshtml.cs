using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Contract;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>The three rates of a place: every numerator and denominator opens exactly its tickets.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class RatesModel(ShowRates rates, TimeProvider clock, IStringLocalizer<EvaluationWords> words) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public RateGrouping By { get; set; }

    public RatesView Shown { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Groupings => [.. Enum.GetValues<RateGrouping>().Select(g => new SelectListItem(words["Rates.By." + g], g.ToString(), g == By))];

    /// <summary>The rest of an address that keeps period and grouping.</summary>
    public string Kept => string.Create(CultureInfo.InvariantCulture, $"from={Shown.From:yyyy-MM-dd}&to={Shown.To:yyyy-MM-dd}&by={By}");

    public bool MayDecide => Actor.May(Permission.ApproveExclusions);

    public static string Percent(RateOf rate) => rate.Percent is { } percent ? percent.ToString("0.00", CultureInfo.CurrentCulture) + "%" : "—";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var days = RatePeriod.Of(From, To, ChinaTime.DayOf(clock.GetUtcNow()));
        // What cannot be counted is said, and the usual period is shown beneath.
        var period = days.Succeeded(out var asked) ? asked : RatePeriod.Of(null, null, ChinaTime.DayOf(clock.GetUtcNow())).Value;
        if (!(await rates.Execute(new() { Place = Place, Period = period, By = Enum.IsDefined(By) ? By : RateGrouping.Parts }, Actor, cancel)).Succeeded(out var shown))
        {
            return NotFound();
        }

        Shown = shown;
        return days.IsRefused || !ModelState.IsValid ? Refuse(days.Refusals, string.Empty) : Page();
    }

    /// <summary>The tickets behind a figure of a line.</summary>
    public string Evidence(RateRow? row, RateCount of) => string.Create(
        CultureInfo.InvariantCulture,
        $"/rates/tickets?place={Uri.EscapeDataString(row?.Code ?? Shown.Code)}{(row?.OrganisationId is { } company ? $"&organisation={company}" : string.Empty)}&from={Shown.From:yyyy-MM-dd}&to={Shown.To:yyyy-MM-dd}&of={of}");
}
