using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look.Helpers;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Finding.Pages;

/// <summary>“三多”: complaints, disputes and security cases of a place over years.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class ThreeManyModel(ShowThreeMany years) : PageWithTexts<FindingWords>
{
    public sealed class Form
    {
        public int? Year { get; set; }

        public ThreeMany? Of { get; set; }

        public int? Count { get; set; }

        public string? Source { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ThreeManyView Shown { get; private set; } = null!;

    public IReadOnlyList<string> Series => [.. Enum.GetValues<ThreeMany>().Select(of => T["ThreeMany." + of].Value)];

    public IReadOnlyList<ChartGroup> Groups =>
        [.. Shown.Years.Select(year => new ChartGroup($"{year.Year}{(year.IsRunning ? "*" : string.Empty)}", [.. Enum.GetValues<ThreeMany>().Select(of => (decimal?)year.Of(of))]))];

    /// <summary>From the first to the last whole year of which all three are known; null where there are no two.</summary>
    public (ThreeManyYear From, ThreeManyYear To)? Change => Shown.Years.Where(year => !year.IsRunning && year.Total is not null).ToList() is { Count: > 1 } whole ? (whole[0], whole[^1]) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] EnterThreeMany act, CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? After(
                await act.Execute(new() { Compound = Shown.Place.Code, Year = Input.Year, Of = Input.Of, Count = Input.Count, Source = Input.Source }, Context(), cancel),
                T["Said.Entered"], $"{FindingLinks.ThreeMany}?place={Uri.EscapeDataString(Shown.Place.Code)}")
            : Refuse([]);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!(await years.Execute(Place, Actor, cancel)).Succeeded(out var shown))
        {
            return false;
        }

        Shown = shown;
        return true;
    }
}
