using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>双报到 of a place: figures for who may see figures, names and what waits for the branch and the community.</summary>
[Needs(Permission.ManageGrid | Permission.ViewOverview)]
public sealed class MembersModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    [BindProperty]
    public DecisionInput Decision { get; set; } = new();

    public MemberOverview View { get; private set; } = null!;

    public GridPage<MemberRow>? Members { get; private set; }

    public GridPage<ServiceRow>? Waiting { get; private set; }

    public async Task<IActionResult> OnGet() => await Show() ? Page() : NotFound();

    public async Task<IActionResult> OnPostDecide(Guid record) => !await Show() ? NotFound()
        : After(await Get<DecideService>().Execute(record, Decision, Context(), Cancel), T["Decided"], $"/grid/members?place={View.Place.Code}", nameof(Decision));

    private async Task<bool> Show()
    {
        if (await Get<MemberFigures>().Execute(Place, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        if (view.MayManage)
        {
            Members = await Get<ListMembers>().Execute(view.Place.Code, At, Actor, Cancel);
            Waiting = await Get<ListWaitingServices>().Execute(view.Place.Code, 1, Actor, Cancel);
        }

        return true;
    }
}
