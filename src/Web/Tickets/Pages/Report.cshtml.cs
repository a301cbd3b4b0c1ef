using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>Reporting a matter in two steps: fill in, check and send. What was typed and chosen survives every error.</summary>
[Needs(Permission.ReportTickets)]
internal sealed class ReportModel(
    ReportTicket report, UploadedPhotos uploads, IPlaces places, FindTicket tickets, IStringLocalizer<TicketWords> words) : LinliPage
{
    // What most residents report; the dispatcher sorts the rest.
    private static readonly (string Code, string Icon)[] Offered =
    [
        ("lift", "elevator"), ("water-power-gas", "bolt"), ("lighting", "bulb"), ("hygiene", "trash"), ("parking", "parking"), ("noise", "volume"),
        ("doors", "door"), ("drains", "droplet"), ("fire-safety", "fire-hydrant"), ("falling-objects", "alert-triangle"), ("suggestion", "message"), ("other", "dots"),
    ];

    public sealed class Form
    {
        public string? Category { get; set; }

        public Guid? PlaceId { get; set; }

        public string? PlaceText { get; set; }

        public string? Description { get; set; }

        public List<IFormFile> Photos { get; set; } = [];

        public List<Guid> KeptPhotos { get; set; } = [];

        public ContactWish ContactBy { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Whether the second step is shown.</summary>
    public bool IsChecking { get; private set; }

    public bool WasGivenBack { get; private set; }

    public IReadOnlyList<SelectListItem> Buildings { get; private set; } = [];

    public IReadOnlyList<PickOption> Categories => [.. Offered.Select(c => new PickOption(c.Code, words["TicketCategory." + c.Code], c.Icon))];

    public IReadOnlyList<PickOption> ContactWishes =>
        [.. Enum.GetValues<ContactWish>().Select(wish => new PickOption(wish.ToString(), words["ContactWish." + wish]))];

    public IReadOnlyList<PhotoItem> Kept => uploads.Items(Input.KeptPhotos);

    public string? BuildingName => Buildings.FirstOrDefault(b => b.Value == Input.PlaceId?.ToString())?.Text;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Actor.Capacity is not { IsHousehold: true })
        {
            return Redirect("/capacity");
        }

        WasGivenBack = await TakeBackParkedForm(Input, nameof(Input));
        await ReadBuildings(cancel);
        if (!WasGivenBack)
        {
            Input.PlaceId = OwnBuilding();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        await ReadBuildings(cancel);
        var refused = await uploads.TakeIn(Input.Photos, Input.KeptPhotos, Actor, cancel);
        var refusals = ReportTicket.Check(ToReport()).Concat(refused).ToList();
        if (refusals.Count > 0 || !ModelState.IsValid)
        {
            return Refuse(refusals);
        }

        IsChecking = true;
        return Page();
    }

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancel)
    {
        await ReadBuildings(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await ReadBuildings(cancel);
            return Refuse(ReportTicket.Check(ToReport()));
        }

        var reported = await report.Execute(ToReport(), Context(), cancel);
        if (!reported.Succeeded(out var ticket))
        {
            await ReadBuildings(cancel);
            return Refuse(reported.Refusals);
        }

        var due = (await tickets.Execute(ticket.Number, Actor, cancel)).Value.ContactDueAt;
        Say(words["Report.Done", ticket.Number, Moments.Due(due)]);
        TempData[PageNotes.DraftDone] = "report";
        return Redirect(TicketLinks.Details(ticket.Number));
    }

    private ReportTicket.Input ToReport() => new()
    {
        Category = Input.Category,
        PlaceId = Input.PlaceId,
        PlaceText = Input.PlaceText,
        Description = Input.Description,
        ContactBy = Input.ContactBy,
        Photos = Input.KeptPhotos,
    };

    // Most matters are in the reporter's own building; whoever means another one chooses it.
    private Guid? OwnBuilding() =>
        Buildings.Where(b => b.Value.Length > 0 && Actor.Capacity!.UnitLabel?.StartsWith(b.Text, StringComparison.Ordinal) == true)
            .OrderByDescending(b => b.Text.Length).Select(b => (Guid?)Guid.Parse(b.Value)).FirstOrDefault();

    private async Task ReadBuildings(CancellationToken cancel) => Buildings =
    [
        new SelectListItem(words["Report.Building.None"], string.Empty),
        .. (await places.BuildingsOf(Actor.Capacity!.PlaceId, cancel)).Select(b => new SelectListItem(b.Name, b.PlaceId.ToString())),
    ];
}
