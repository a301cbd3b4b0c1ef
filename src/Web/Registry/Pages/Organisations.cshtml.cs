using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>The organisations in scope.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class OrganisationsModel : RegistryPage
{
    [BindProperty(SupportsGet = true)]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    public PageOf<OrganisationRow> List { get; private set; } = null!;

    public bool MayManage => Actor.May(Permission.ManageRegistry);

    public async Task OnGet() => List = await Get<ListOrganisations>().Execute(Kind, At, Actor, Cancel);
}
