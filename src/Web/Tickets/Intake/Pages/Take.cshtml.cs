using Linli.Domain.Registry;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake.Sheets;
using Linli.Web.Tickets.Store;
using Linli.Web.Tickets.TextHelp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>Taking a call or a visit: who it is, what it is; then a look at what is open already, and registered. What was typed survives every error.</summary>
[Needs(Permission.TakeReports)]
internal sealed class TakeModel(
    TakeReport take, ICallers callers, CallerDesk desk, TakePlaces takePlaces, IPlaces places, CategoryBook book, IStringLocalizer<TicketWords> words) : PageWithTexts<IntakeWords>
{
    [BindProperty]
    public TakeReportInput Input { get; set; } = new();

    /// <summary>Who is looked for; never in the address, where it would be logged.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Null while several may be chosen from.</summary>
    public TakePlace? Compound { get; private set; }

    public IReadOnlyList<SelectListItem> Compounds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Buildings { get; private set; } = [];

    public bool IsChecking { get; private set; }

    public bool Searched { get; private set; }

    /// <summary>What was typed is here again: the browser need not offer it.</summary>
    public bool CameBack => HttpMethods.IsPost(Request.Method);

    public IReadOnlyList<Caller> Found { get; private set; } = [];

    public IReadOnlyList<SimilarTicket> Similar { get; private set; } = [];

    public TextHelpView Help { get; private set; } = TextHelpView.None;

    public string WhoIsIt { get; private set; } = string.Empty;

    public IReadOnlyList<PickOption> Channels => [.. IntakeChannels.OfClerks.Select(c => new PickOption(c.ToString(), T["Channel." + c]))];

    public IReadOnlyList<PickOption> FoundOptions =>
    [
        .. Found.DistinctBy(f => f.PersonId).Select(f => new PickOption(f.PersonId.ToString(), $"{f.Name} · {f.UnitLabel}", null, $"{T["Kind." + f.Kind]}{(f.PhoneMasked is null ? "" : " · " + f.PhoneMasked)}")),
        new(string.Empty, T["Take.NoneOfThem"]),
    ];

    public IReadOnlyList<PickOption> ContactWishes => [.. Enum.GetValues<ContactWish>().Select(wish => new PickOption(wish.ToString(), words["ContactWish." + wish]))];

    public IReadOnlyList<SelectListItem> Categories =>
        [ChooseOne, .. Tree.Usable.Select(c => new SelectListItem(c.Parent is null ? book.Title(c) : $"– {book.Title(c)}", c.Code))];

    public string CategoryTitle => Tree.Find(Input.Category) is { } chosen ? book.Title(chosen) : string.Empty;

    public string? BuildingName => Input.PlaceId is null ? null : Buildings.FirstOrDefault(b => b.Value == Input.PlaceId.ToString())?.Text;

    /// <summary>What the second step sends along.</summary>
    public IEnumerable<(string Name, string? Value)> Sent =>
    [
        ("Input.CompoundId", $"{Input.CompoundId}"), ("Input.Channel", $"{Input.Channel}"), ("Input.PersonId", $"{Input.PersonId}"), ("Input.CallerName", Input.CallerName),
        ("Input.CallerPhone", Input.CallerPhone), ("Input.Told", $"{Input.Told}"), ("Input.Category", Input.Category), ("Input.PlaceId", $"{Input.PlaceId}"),
        ("Input.PlaceText", Input.PlaceText), ("Input.Description", Input.Description), ("Input.ContactBy", $"{Input.ContactBy}"), ("Search", Search),
    ];

    private CategoryTree Tree => book.At(Compound!.Path);

    public async Task<IActionResult> OnGetAsync(string? compound, string? sheet, bool choose, CancellationToken cancel)
    {
        var scanned = await Get<ReadSheet>().Execute(sheet, cancel);
        var own = await takePlaces.Execute(Permission.TakeReports, Actor, cancel);
        Compound = scanned is not null ? own.FirstOrDefault(p => p.Id == scanned.CompoundId)
            : !string.IsNullOrEmpty(compound) ? own.FirstOrDefault(p => p.Code == compound)
            : own.Count == 1 && !choose ? own[0] : null;
        if (Compound is null && (!string.IsNullOrEmpty(compound) || scanned is not null || own.Count == 0))
        {
            return NotFound();
        }

        await ReadChoices(own, cancel);
        if (await TakeBackParkedForm(Input, nameof(Input)) && own.FirstOrDefault(p => p.Id == Input.CompoundId) is { } before)
        {
            Compound = before;
            await ReadChoices(own, cancel);
        }
        else
        {
            (Input.CompoundId, Input.Channel) = (Compound?.Id, IntakeChannel.Phone);
            (Input.PlaceId, Input.PlaceText) = (scanned?.BuildingId, scanned?.Entrance);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        // What is wrong with the rest is said when it is sent.
        ModelState.Clear();
        var typed = IntakeTexts.Search.Check(Search);
        if (!typed.Succeeded(out var search))
        {
            return Refuse(typed.Refusals, string.Empty);
        }

        Found = await callers.Find(Compound!.Id, search, Actor, cancel);
        (Searched, Input.PersonId) = (search.Length > 0, Found.Count == 1 ? Found[0].PersonId : null);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await FindAgain(cancel);
        var who = await desk.Read(Input, Compound!, Actor, cancel);
        var refusals = TakeReport.Check(Input, Tree).Concat(who.Refusals).ToList();
        if (IntakeTexts.Search.Check(Search) is { IsRefused: true } search)
        {
            Refuse(search.Refusals, string.Empty);
        }

        if (refusals.Count > 0 || !ModelState.IsValid)
        {
            return Refuse(refusals);
        }

        return await Checking(who.Value, cancel);
    }

    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        await FindAgain(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        await FindAgain(cancel);
        if (!ModelState.IsValid)
        {
            return Refuse(TakeReport.Check(Input, Tree));
        }

        var taken = await take.Execute(Input, Context(), cancel);
        if (!taken.Succeeded(out var ticket))
        {
            return Refuse(taken.Refusals);
        }

        Say(T["Take.Done", ticket.Number]);
        TempData[PageNotes.DraftDone] = "take";
        return Redirect(TicketLinks.Details(ticket.Number));
    }

    private async Task<PageResult> Checking(TakenReporter who, CancellationToken cancel)
    {
        (IsChecking, Help) = (true, Get<SuggestFromText>().At(Input.Description, Compound!.Path));
        WhoIsIt = who.IsRegistered && await callers.Of(Compound.Id, who.PersonId, Actor, cancel) is { } known ? $"{known.Name} · {known.UnitLabel}"
            : string.Join(" · ", new[] { Input.CallerName, Input.CallerPhone }.Where(told => !string.IsNullOrWhiteSpace(told)).DefaultIfEmpty(T["Caller.Unknown"].Value));
        Similar = await Get<FindSimilar>().ForClerk(Compound.Id, new(Input.Category, Input.PlaceId, Input.Description), Actor, cancel);
        return Page();
    }

    private async Task FindAgain(CancellationToken cancel)
    {
        Found = IntakeTexts.Search.Check(Search).Succeeded(out var search) ? await callers.Find(Compound!.Id, search, Actor, cancel) : [];
        if (Input.PersonId is { } chosen && Found.All(f => f.PersonId != chosen) && await callers.Of(Compound!.Id, chosen, Actor, cancel) is { } known)
        {
            Found = [known, .. Found];
        }
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        var own = await takePlaces.Execute(Permission.TakeReports, Actor, cancel);
        Compound = own.FirstOrDefault(p => p.Id == Input.CompoundId) ?? (Input.CompoundId is null && own.Count == 1 ? own[0] : null);
        Input.CompoundId = Compound?.Id;
        await ReadChoices(own, cancel);
        return Compound is not null;
    }

    private async Task ReadChoices(IReadOnlyList<TakePlace> own, CancellationToken cancel)
    {
        Compounds = [.. own.Select(p => new SelectListItem(p.Name, p.Code))];
        Buildings = Compound is null ? [] :
            [new SelectListItem(words["Report.Building.None"], string.Empty), .. (await places.BuildingsOf(Compound.Id, cancel)).Select(b => new SelectListItem(b.Name, b.PlaceId.ToString()))];
    }
}
