using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>What the fields of a service need.</summary>
internal interface IServiceFields
{
    ServiceInput Service { get; }

    IReadOnlyList<SelectListItem> PositionChoices { get; }
}

/// <summary>双报到 of the own household: register, take positions, record hours.</summary>
[Needs(Permission.ReportTickets)]
public sealed class MyRegistrationModel : GridPageModel, IServiceFields
{
    private const string Here = "/grid/my-registration";

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    [BindProperty]
    public ServiceInput Service { get; set; } = new();

    public bool IsHousehold => Actor.Capacity is { IsHousehold: true };

    public MemberView? Mine { get; private set; }

    public IReadOnlyList<PositionRow> Positions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> PositionChoices { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await Show();
        if (!await TakeBackParkedForm(Service, nameof(Service)))
        {
            Service = new ServiceInput { Day = Today };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRegister()
    {
        await Show();
        return !ModelState.IsValid ? Page() : After(await Get<RegisterMember>().Execute(null, Input, Context(), Cancel), T["RegisteredNow"], Here);
    }

    public async Task<IActionResult> OnPostRecord()
    {
        await Show();
        return Mine is null ? NotFound()
            : !ModelState.IsValid ? Page()
            : After(await Get<RecordServiceHours>().Execute(Mine.Member.Id, Service, Context(), Cancel), T["HoursRecorded"], Here, nameof(Service));
    }

    public async Task<IActionResult> OnPostClaim(Guid position)
    {
        await Show();
        return After(await Get<ClaimPosition>().Execute(position, Context(), Cancel), T["Claimed"], Here);
    }

    public async Task<IActionResult> OnPostLeave(Guid claim)
    {
        await Show();
        return After(await Get<LeavePosition>().Execute(claim, Context(), Cancel), T["Left"], Here);
    }

    public async Task<IActionResult> OnPostEnd()
    {
        await Show();
        return Mine is null ? NotFound() : After(await Get<EndRegistration>().Execute(Mine.Member.Id, Context(), Cancel), T["RegistrationEnded"], Here);
    }

    private async Task Show()
    {
        Mine = await Get<ShowMember>().Mine(Actor, Cancel);
        Positions = await Get<ListPositions>().ForHousehold(Actor, Cancel);
        PositionChoices = Choices((Mine?.Claims ?? []).DistinctBy(c => c.PositionId), c => c.PositionId.ToString(), c => c.Title);
    }
}
