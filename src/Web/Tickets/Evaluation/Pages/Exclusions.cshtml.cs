using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>Exclusions that wait for a decision, and those that are decided.</summary>
[Needs(Permission.ApproveExclusions)]
internal sealed class ExclusionsModel(ListExclusions exclusions) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public ExclusionList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => List = await exclusions.Execute(Decided, At, Actor, cancel);
}
