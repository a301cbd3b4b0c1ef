using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Privacy.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>A request before the clerk who decides on it.</summary>
[Needs(Permission.HandlePersonalDataRequests)]
internal sealed class RequestModel(OpenRequests requests, DecideRequest decide, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    private static readonly RightsRequestAct[] ByClerk = [RightsRequestAct.Accept, RightsRequestAct.Refuse, RightsRequestAct.Restrict];

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public RightsRequestView View { get; private set; } = null!;

    public string Name => RequestNames.Of(View, texts);

    public bool MayViewPeople => Actor.May(Permission.ViewPeople);

    public RequestDeadline Deadline => RequestDeadlines.On(View.Kind, ChinaTime.DayOf(View.AskedAt));

    public IEnumerable<PickOption> Acts => ByClerk
        .Where(act => act == RightsRequestAct.Accept || RightsRequestFlow.GroundsOf(View.Kind, act).Count > 0)
        .Select(act => new PickOption(act.ToString(), texts[$"RequestAct.{act}"], Note: texts[$"RequestAct.{act}.Note"]));

    public IEnumerable<PickOption> Grounds => ByClerk.SelectMany(act => RightsRequestFlow.GroundsOf(View.Kind, act))
        .Select(ground => new PickOption(ground.ToString(), texts[$"RefusalGround.{ground}"]));

    public async Task<IActionResult> OnGetAsync(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await decide.Execute(id, Input, Context(), Cancel), texts["Decided"], "/privacy/requests");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await requests.Find(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
