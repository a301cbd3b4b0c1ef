using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Calendar.Pages;

/// <summary>One year: its days, its history, and for who keeps the calendar the form: filled in, looked over, confirmed.</summary>
[Needs(Permission.KeepCalendar | Permission.ViewRegistry)]
internal sealed class CalendarYearModel(ShowCalendar calendar, EnterCalendarYear enter, IStringLocalizer<CalendarTexts> texts) : LinliPage
{
    // A notice has seven holidays and about as many make-up days.
    private const int Lines = 14;

    public sealed class Form
    {
        public string? Source { get; set; }

        public List<CalendarStretch> Days { get; set; } = [];

        public string? Json { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CalendarYearView View { get; private set; } = null!;

    public CalendarChanges? Preview { get; private set; }

    public bool MayKeep => Actor.May(Permission.KeepCalendar);

    public IReadOnlyList<SelectListItem> Kinds =>
        [new(texts["Off"], bool.FalseString), new(texts["Working"], bool.TrueString)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        Input.Source = View.Source;
        Input.Days = [.. CalendarStretches.Of(View.Days)];
        return Shown();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var plan = ModelState.IsValid ? await enter.Execute(Year, Sent, Context(), cancel, previewOnly: true) : null;
        if (plan is null || plan.IsRefused)
        {
            Shown();
            return Refuse(plan?.Refusals ?? []);
        }

        Preview = plan.Value;
        // The confirmation is another act than the preview.
        RequestId = Guid.Empty;
        ModelState.Clear();
        return Shown();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
        {
            return NotFound();
        }

        var entered = ModelState.IsValid ? await enter.Execute(Year, Sent, Context(), cancel) : null;
        if (entered is null || entered.IsRefused)
        {
            Shown();
            return Refuse(entered?.Refusals ?? []);
        }

        Say(texts["Entered", Year, entered.Value.Changes.Count]);
        return Redirect($"/calendar/{Year}");
    }

    private CalendarInput Sent => new() { Source = Input.Source, Days = Input.Days, Json = Input.Json };

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await calendar.Find(Year, Actor, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    // The form has a few empty lines after those that are filled.
    private PageResult Shown()
    {
        while (Input.Days.Count < Lines)
        {
            Input.Days.Add(new());
        }

        return Page();
    }
}
