using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>Records what an association did, and plans what it will do.</summary>
[Needs(Permission.ManageAlliances)]
public sealed class RecordWorkModel : AlliancesPage
{
    public YearView View { get; private set; } = null!;

    [BindProperty]
    public ActivityInput Activity { get; set; } = new();

    [BindProperty(Name = "Activity.Photos")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<Guid> KeptPhotos { get; set; } = [];

    [BindProperty]
    public PlanInput Plan { get; set; } = new();

    [BindProperty]
    public Guid? Dropping { get; set; }

    [BindProperty]
    public DropInput Drop { get; set; } = new();

    public IReadOnlyList<SelectListItem> OpenItems { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Activity, nameof(Activity));
        return Page();
    }

    public async Task<IActionResult> OnPostActivity(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var refused = await Get<WorkPhotos>().TakeIn(Files, KeptPhotos, Actor, Cancel);
        if (refused.Count > 0)
        {
            return Refuse(refused, nameof(Activity));
        }

        var made = await Get<RecordActivity>().Execute(id, Activity with { Photos = KeptPhotos }, Context(), Cancel);
        TempData[PageNotes.DraftDone] = made.IsRefused ? null : $"activity-{id}";
        return Answer(made, nameof(Activity), $"/registry/alliances/{id}/work?year={Activity.HeldOn?.Year}");
    }

    public async Task<IActionResult> OnPostPlan(Guid id) => await Show(id)
        ? Answer(await Get<PlanWork>().Execute(id, Plan, Context(), Cancel), nameof(Plan), $"/registry/alliances/{id}/work?year={Plan.DueOn?.Year}")
        : NotFound();

    public async Task<IActionResult> OnPostDrop(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (Dropping is not { } item)
        {
            return Refuse([new ChoiceIsMissing(nameof(Dropping))], prefix: string.Empty);
        }

        return Answer(await Get<DropPlanItem>().Execute(item, Drop, Context(), Cancel), nameof(Drop), $"/registry/alliances/{id}/work");
    }

    private IActionResult Answer<TValue>(Outcome<TValue> made, string prefix, string next)
    {
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals, prefix);
        }

        Say(T["Saved"]);
        return Redirect(next);
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowYearOfWork>().Execute(id, null, Actor, Cancel) is not { MayKeep: true } view)
        {
            return false;
        }

        View = view;
        OpenItems =
        [
            ChooseOne,
            .. view.Plan.Where(i => i is { IsDone: false, DroppedOn: null })
                .Select(i => new SelectListItem($"{DutyName(view.Duties, i.Duty)} · {i.Title} · {Words.Day(i.DueOn)}", i.Id.ToString())),
        ];
        return true;
    }
}
