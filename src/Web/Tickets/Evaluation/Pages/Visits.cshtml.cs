using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>Return visits to be made, soonest due first.</summary>
[Needs(Permission.MakeReturnVisits)]
internal sealed class VisitsModel(ListVisits visits) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public VisitList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => List = await visits.Execute(Done, At, Actor, cancel);
}
