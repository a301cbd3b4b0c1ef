using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>Plans turns of duty among the households of a courtyard.</summary>
[Needs(Permission.ManageCommittees)]
public sealed class DutiesModel : CommitteePage
{
    [BindProperty]
    public DutyPlanInput Input { get; set; } = new();

    public GovernanceView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code, BodyKind kind = BodyKind.SelfGovernment)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Input.Kind = kind;
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Refuse([]);
        }

        return After(await Get<PlanDuties>().Execute(code, Input, Context(), Cancel), C["DutiesPlanned"], $"/registry/compounds/{code}/committee");
    }

    private async Task<bool> Show(string code)
    {
        if (await Get<ShowGovernance>().Execute(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
