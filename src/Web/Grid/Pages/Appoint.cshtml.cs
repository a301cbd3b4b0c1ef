using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Grids;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>Appoints a captain, a micro-grid leader or a deputy.</summary>
[Needs(Permission.ManageGrid)]
public sealed class AppointModel : GridPageModel
{
    [BindProperty]
    public LeaderInput Input { get; set; } = new();

    public CompoundLeaders View { get; private set; } = null!;

    public IReadOnlyList<PickOption> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Grids { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Principals { get; private set; } = [];

    /// <summary>Buildings and entrances of which nobody looks after any household.</summary>
    public IReadOnlyList<PickOption> Places { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Input = Input with { FirstDay = Today };
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<AppointLeader>().Execute(code, Input, Context(), Cancel), T["Appointed"], $"/grid/compounds/{code}");

    private async Task<bool> Show(string code)
    {
        if (await Get<ShowLeaders>().Execute(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Roles = [.. Enum.GetValues<LeaderRole>().Select(role => new PickOption(role.ToString(), T[$"Role.{role}"]))];
        Organisations = Choices(view.Organisations, o => o.Id.ToString(), o => o.Name);
        var grids = await Get<ShowGrids>().Execute(code, Actor, Cancel);
        Grids = Choices(
            (grids?.Rows ?? []).Where(g => g.Kind is GridKind.Micro or GridKind.Special && g.Leader is null && !g.HasEnded), g => g.Id.ToString(), g => g.Name);
        Principals = Choices(
            view.Leaders.Where(l => l.IsHeld && l.DeputyOf is null), l => l.PostId.ToString(), l => $"{l.Name} · {T[$"Role.{l.Role}"]} {l.GridName ?? l.Buildings}");
        Places = [.. view.Buildings.Where(b => b.Households > 0 && b.Free == b.Households).Select(b => new PickOption(b.Code, b.Name, null, T["HouseholdsCount", b.Households]))];
        return true;
    }
}
