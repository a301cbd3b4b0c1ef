using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Tickets.Finding.Pages;

/// <summary>早发现: the hot spots of a week and the topics proposed for the joint meeting, each with the numbers behind it.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class FindingsModel(ShowFindings findings) : PageWithTexts<FindingWords>
{
    public sealed class Form
    {
        public Guid? Topic { get; set; }

        public Guid? Spot { get; set; }

        public uint? Version { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    /// <summary>The topic whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Topic { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public FindingsView Shown { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Weeks => [.. Enumerable.Range(0, ShowFindings.WeeksBack).Select(back => Shown.LastWeek.AddDays(-7 * back)).Select(week =>
        new SelectListItem(T["WeekOf", Moments.Day(week)], week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), week == Shown.Week))];

    /// <summary>The rest of an address that keeps place and week.</summary>
    public string Kept => string.Create(CultureInfo.InvariantCulture, $"place={Uri.EscapeDataString(Shown.Place.Code)}&week={Shown.Week:yyyy-MM-dd}");

    public string Here => $"{FindingLinks.Findings}?{Kept}";

    /// <summary>The hot spots to show by themselves; what only repeats a narrower one is told below that.</summary>
    public IEnumerable<HotSpotView> Own => Shown.Spots.Where(spot => !Shown.Spots.Any(other => IsWithin(other, spot)));

    /// <summary>The wider hot spots of which this one is a part.</summary>
    public IEnumerable<HotSpotView> Wider(HotSpotView spot) => Shown.Spots.Where(other => IsWithin(spot, other));

    /// <summary>The tickets of the week that a hot spot counts, for those who see tickets.</summary>
    public string? Evidence(HotSpotView spot) => Actor.May(Permission.ViewTickets)
        ? string.Create(CultureInfo.InvariantCulture, $"/work?tab=Received&placeId={spot.BuildingId ?? spot.CompoundId}&category={spot.Category}&from={Shown.Week:yyyy-MM-dd}&to={Shown.Week.AddDays(6):yyyy-MM-dd}")
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        if (await TakeBackParkedForm(Input, nameof(Input)))
        {
            Topic = Input.Topic;
        }

        Input.Version ??= Shown.Topics.FirstOrDefault(topic => topic.Id == Topic)?.Version;
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync([FromServices] DecideTopic act, CancellationToken cancel) => Decide(act, take: true, cancel);

    public Task<IActionResult> OnPostDropAsync([FromServices] DecideTopic act, CancellationToken cancel) => Decide(act, take: false, cancel);

    public async Task<IActionResult> OnPostProposeAsync([FromServices] ProposeHotSpot act, CancellationToken cancel) => !await Read(cancel)
        ? NotFound()
        : After(await act.Execute(Input.Spot ?? Guid.Empty, Context(), cancel), T["Said.Proposed"], Here);

    private async Task<IActionResult> Decide(DecideTopic act, bool take, CancellationToken cancel)
    {
        Topic = Input.Topic;
        if (!await Read(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? After(await act.Execute(new() { Topic = Input.Topic ?? Guid.Empty, Version = Input.Version, Take = take, Reason = Input.Reason }, Context(), cancel), T[take ? "Said.Taken" : "Said.Dropped"], Here)
            : Refuse([]);
    }

    private static bool IsWithin(HotSpotView part, HotSpotView whole) => part.Id != whole.Id && part.CompoundId == whole.CompoundId
        && (whole.BuildingId is null || whole.BuildingId == part.BuildingId) && (whole.Category is null || whole.Category == part.Category);

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!(await findings.Execute(new() { Place = Place, Week = Week }, Actor, cancel)).Succeeded(out var shown))
        {
            return false;
        }

        Shown = shown;
        return true;
    }
}
