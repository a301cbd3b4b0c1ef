using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>The co-building agreements to be seen from here.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class AgreementsModel : AlliancesPage
{
    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public PageOf<AgreementRowView> List { get; private set; } = null!;

    public async Task OnGet() => List = await Get<ListAgreements>().Execute(At, Actor, Cancel);
}
