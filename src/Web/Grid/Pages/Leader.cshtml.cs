using Linli.Domain.Registry;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>A captain or grid leader: assign, hand over, end.</summary>
[Needs(Permission.ManageGrid)]
public sealed class LeaderModel : GridPageModel
{
    [BindProperty]
    public HandOverInput HandOver { get; set; } = new();

    [BindProperty]
    public AssignInput Assign { get; set; } = new();

    [BindProperty]
    public LastDayInput Ending { get; set; } = new();

    public LeaderView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    /// <summary>Households that can be handed over: those on no open list.</summary>
    public IReadOnlyList<PickOption> Units { get; private set; } = [];

    /// <summary>Buildings and entrances with households that nobody looks after at all.</summary>
    public IReadOnlyList<PickOption> Free { get; private set; } = [];

    [BindProperty]
    public LeaderChangeInput Change { get; set; } = new();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        Change = new LeaderChangeInput { ContactPhone = View.Leader.ContactPhone, LastDay = View.Leader.Until, Version = View.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostChange(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<ChangeLeader>().Execute(id, Change, Context(), Cancel), T["LeaderChanged"], $"/grid/leaders/{id}", nameof(Change));

    public async Task<IActionResult> OnPostHandOver(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = await Get<BeginHandOver>().Execute(id, HandOver, Context(), Cancel);
        return After(begun, T["HandOverBegun"], begun.IsRefused ? string.Empty : $"/grid/hand-overs/{begun.Value}", nameof(HandOver));
    }

    public async Task<IActionResult> OnPostAssign(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<AssignHouseholds>().Execute(id, Assign, Context(), Cancel), T["Assigned"], $"/grid/leaders/{id}", nameof(Assign));

    public async Task<IActionResult> OnPostEnd(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<EndLeader>().Execute(id, Ending, Context(), Cancel), T["PostEnded"], $"/grid/leaders/{id}", nameof(Ending));

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowLeaders>().One(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Successors = Choices(view.Successors, l => l.PostId.ToString(), l => $"{l.Name} · {l.GridName ?? l.Buildings}");
        Units = [.. view.Households.Where(h => !h.IsOnList).Select(h => new PickOption(h.UnitCode, h.Label))];
        var buildings = (await Get<ShowLeaders>().Execute(view.Compound.Code, Actor, Cancel))?.Buildings ?? [];
        Free = [.. buildings.Where(b => b.Households > 0 && b.Free == b.Households).Select(b => new PickOption(b.Code, b.Name, null, T["HouseholdsCount", b.Households]))];
        return true;
    }
}
