using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>A mediator's cases, and those that wait for one.</summary>
[Needs(Permission.Mediate)]
public sealed class MediationDeskModel : MediationPage
{
    [BindProperty(SupportsGet = true, Name = "at")]
    public int At { get; set; } = 1;

    public MediationDeskView View { get; private set; } = null!;

    public DateOnly Today => ChinaTime.DayOf(Now);

    public async Task OnGet() => View = await Get<ListCases>().OfMediator(At, Actor, Cancel);
}
