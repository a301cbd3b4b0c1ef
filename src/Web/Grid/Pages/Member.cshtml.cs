using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>A registered member for the branch and the community: hours to confirm, letters to the unit.</summary>
[Needs(Permission.ManageGrid)]
public sealed class MemberModel : GridPageModel, IServiceFields
{
    [BindProperty]
    public ServiceInput Service { get; set; } = new();

    [BindProperty]
    public LetterInput Letter { get; set; } = new();

    [BindProperty]
    public DecisionInput Decision { get; set; } = new();

    public MemberView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> PositionChoices { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        Service = new ServiceInput { Day = Today };
        Letter = new LetterInput { From = new DateOnly(Today.Year, 1, 1), To = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostRecord(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<RecordServiceHours>().Execute(id, Service, Context(), Cancel), T["HoursRecorded"], $"/grid/members/{id}", nameof(Service));

    public async Task<IActionResult> OnPostDecide(Guid id, Guid record) => !await Show(id) ? NotFound()
        : After(await Get<DecideService>().Execute(record, Decision, Context(), Cancel), T["Decided"], $"/grid/members/{id}", nameof(Decision));

    public async Task<IActionResult> OnPostLetter(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var issued = await Get<IssueLetter>().Execute(id, Letter, Context(), Cancel);
        return After(issued, T["LetterIssued"], issued.IsRefused ? string.Empty : $"/grid/letters/{issued.Value}", nameof(Letter));
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowMember>().Execute(id, Actor, Cancel) is not { MayManage: true } view)
        {
            return false;
        }

        View = view;
        PositionChoices = Choices(view.Claims.DistinctBy(c => c.PositionId), c => c.PositionId.ToString(), c => c.Title);
        return true;
    }
}
