using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
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

    [BindProperty(SupportsGet = true)]
    public AgreementState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public AgreementDue? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    public PageOf<AgreementRowView> List { get; private set; } = null!;

    /// <summary>Those whose renewal lapsed, apart from the others; only in the whole list.</summary>
    public PageOf<AgreementRowView>? Lapsed { get; private set; }

    public bool IsFiltered => State is not null || Due is not null || !string.IsNullOrWhiteSpace(Place);

    public async Task OnGet()
    {
        List = await Get<ListAgreements>().Execute(new(State, Due, Place, WithoutLapsed: !IsFiltered), At, Actor, Cancel);
        Lapsed = IsFiltered || At > 1 ? null : await Get<ListAgreements>().Execute(new(Due: AgreementDue.RenewalLapsed), 1, Actor, Cancel, 5);
    }
}
