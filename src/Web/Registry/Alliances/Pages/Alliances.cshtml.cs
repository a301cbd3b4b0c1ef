using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>The associations and alliances to be seen from here.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class AlliancesModel : AlliancesPage
{
    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssociationStanding? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    public PageOf<AssociationRow> List { get; private set; } = null!;

    public bool IsFiltered => Kind is not null || State is not null || !string.IsNullOrWhiteSpace(Place);

    public bool MayKeep => Actor.May(Permission.ManageAlliances);

    public async Task OnGet() => List = await Get<ListAssociations>().Execute(new(Kind, State, Place), At, Actor, Cancel);
}
