using Linli.Domain.Registry;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Intake.Sheets;
using Linli.Web.Tickets.Store;
using Linli.Web.Tickets.TextHelp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>Reporting a matter in two steps: fill in, check and send. What was typed and chosen survives every error.</summary>
[Needs(Permission.ReportTickets)]
internal sealed class ReportModel(
    ReportTicket report, UploadedPhotos uploads, IPlaces places, FindTicket tickets, CategoryBook book, SuggestFromText help, IStringLocalizer<TicketWords> words) : LinliPage
{
    public sealed class Form
    {
        public string? Category { get; set; }

        /// <summary>More exactly, where the reporter wants to say it: a category of the second level.</summary>
        public string? Detail { get; set; }

        public Guid? PlaceId { get; set; }

        public string? PlaceText { get; set; }

        public string? Description { get; set; }

        public List<IFormFile> Photos { get; set; } = [];

        public List<Guid> KeptPhotos { get; set; } = [];

        public ContactWish ContactBy { get; set; }

        /// <summary>The code of the sheet that was scanned.</summary>
        public string? Sheet { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Whether the second step is shown.</summary>
    public bool IsChecking { get; private set; }

    public bool WasGivenBack { get; private set; }

    /// <summary>The place whose sheet was scanned.</summary>
    public string? Scanned { get; private set; }

    /// <summary>What neighbours have reported already.</summary>
    public IReadOnlyList<SimilarTicket> Similar { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Buildings { get; private set; } = [];

    /// <summary>What most residents report; the dispatcher sorts the rest. One that was chosen by its words stands there too.</summary>
    public IReadOnlyList<PickOption> Categories =>
        [.. Tree.Tops.Where(c => c.IsOffered || c.Code == Input.Category).Select(c => new PickOption(c.Code, book.Title(c), c.Icon ?? "dots"))];

    /// <summary>The second level of what was chosen, with a way not to say.</summary>
    public IReadOnlyList<PickOption> Details =>
        Input.Category is { } chosen && Tree.Below(chosen).ToList() is { Count: > 0 } below
            ? [.. below.Select(c => new PickOption(c.Code, book.Title(c))), new PickOption(string.Empty, words["Report.Detail.None"])] : [];

    /// <summary>What the words suggest.</summary>
    public TextHelpView Help { get; private set; } = TextHelpView.None;

    /// <summary>Suggestions of another first-level category than the one chosen, where the chosen one is not among them.</summary>
    public IReadOnlyList<SuggestedCategory> Others =>
        Help.Categories.Any(c => Tree.TopOf(c.Code) == Input.Category) ? [] : Help.Categories;

    public string CategoryTitle => Tree.Find(Input.Category) is { } chosen ? book.Title(chosen) : string.Empty;

    private CategoryTree Tree => book.At(Actor.Capacity!.Path);

    public IReadOnlyList<PickOption> ContactWishes =>
        [.. Enum.GetValues<ContactWish>().Select(wish => new PickOption(wish.ToString(), words["ContactWish." + wish]))];

    public IReadOnlyList<PhotoItem> Kept => uploads.Items(Input.KeptPhotos);

    public string? BuildingName => Buildings.FirstOrDefault(b => b.Value == Input.PlaceId?.ToString())?.Text;

    public async Task<IActionResult> OnGetAsync(string? sheet, CancellationToken cancel)
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
            await TakeUpSheet(sheet, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        await ReadBuildings(cancel);
        var refused = await uploads.TakeIn(Input.Photos, Input.KeptPhotos, Actor, cancel);
        var refusals = ReportTicket.Check(ToReport(), Tree).Concat(refused).ToList();
        if (refusals.Count > 0 || !ModelState.IsValid)
        {
            return Refuse(refusals);
        }

        return await Checking(cancel);
    }

    /// <summary>一起跟进 instead of reporting the same again.</summary>
    public async Task<IActionResult> OnPostJoinAsync(string? number, CancellationToken cancel)
    {
        if (Actor.Capacity is not { IsHousehold: true })
        {
            return Redirect("/capacity");
        }

        await ReadBuildings(cancel);
        var joined = await Get<FollowTicket>().Execute(number ?? string.Empty, Context(), cancel);
        if (joined.IsRefused)
        {
            return RefuseOrNotFound(joined.Refusals);
        }

        Say(Get<IStringLocalizer<IntakeWords>>()["Followed.Done", number!]);
        TempData[PageNotes.DraftDone] = "report";
        return Redirect(TicketLinks.Followed(number!));
    }

    /// <summary>The reporter follows a suggestion; what was typed stays.</summary>
    public async Task<IActionResult> OnPostFollowAsync(string? chosen, CancellationToken cancel)
    {
        await ReadBuildings(cancel);
        if (Tree.Choose(chosen).Succeeded(out var followed))
        {
            (Input.Category, Input.Detail) = (followed.Parent ?? followed.Code, followed.Parent is null ? null : followed.Code);
            ModelState.Remove("Input.Category");
            ModelState.Remove("Input.Detail");
        }

        return ReportTicket.Check(ToReport(), Tree) is { Count: > 0 } refusals ? Refuse(refusals) : await Checking(cancel);
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
            return Refuse(ReportTicket.Check(ToReport(), Tree));
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

    private async Task<PageResult> Checking(CancellationToken cancel)
    {
        Similar = await Get<FindSimilar>().ForReporter(new(Input.Category, Input.PlaceId, Input.Description), Actor, cancel);
        IsChecking = true;
        Help = help.Execute(Input.Description, Actor);
        return Page();
    }

    private ReportTicket.Input ToReport() => new()
    {
        // What lies below another category than the one chosen was left over from before.
        Category = Tree.Find(Input.Detail) is { Parent: { } parent } && parent == Input.Category ? Input.Detail : Input.Category,
        PlaceId = Input.PlaceId,
        PlaceText = Input.PlaceText,
        Description = Input.Description,
        ContactBy = Input.ContactBy,
        Sheet = Input.Sheet,
        Photos = Input.KeptPhotos,
    };

    private async Task TakeUpSheet(string? code, CancellationToken cancel)
    {
        if (await Get<ReadSheet>().Execute(code, cancel) is { IsVoid: false } sheet && sheet.CompoundId == Actor.Capacity!.PlaceId)
        {
            (Input.Sheet, Input.PlaceId, Input.PlaceText, Scanned) = (code, sheet.BuildingId, sheet.Entrance, sheet.PlaceName);
        }
    }

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
