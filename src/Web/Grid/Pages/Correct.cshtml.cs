using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>Puts a record of hours right, by the member or for the branch; whose it is, the query asks.</summary>
[Needs(Permission.None)]
public sealed class CorrectModel : GridPageModel, IServiceFields
{
    [BindProperty]
    public ServiceInput Service { get; set; } = new();

    public IReadOnlyList<SelectListItem> PositionChoices { get; private set; } = [];

    public string Back { get; private set; } = string.Empty;

    private ServiceRow row = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var (from, to) = (ChinaTime.Local(row.StartsAt), ChinaTime.Local(row.EndsAt));
        Service = new ServiceInput { Day = ChinaTime.DayOf(row.StartsAt), StartsAt = TimeOnly.FromDateTime(from.DateTime), EndsAt = TimeOnly.FromDateTime(to.DateTime), What = row.What };
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<CorrectServiceHours>().Execute(id, Service, Context(), Cancel), T["Corrected"], Back, nameof(Service));

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowMember>().OneService(id, Actor, Cancel) is not { } found || await Get<ShowMember>().Execute(found.RegistrationId, Actor, Cancel) is not { } member)
        {
            return false;
        }

        row = found;
        Back = member.MayManage ? $"/grid/members/{found.RegistrationId}" : "/grid/my-registration";
        PositionChoices = Choices(member.Claims.DistinctBy(c => c.PositionId), c => c.PositionId.ToString(), c => c.Title);
        return true;
    }
}
