using Linli.Domain.Registry;
using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>The mediations to which this person is a party.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class MyMediationsModel : MediationPage
{
    public IReadOnlyList<MediationLine> Lines { get; private set; } = [];

    public async Task OnGet() => Lines = await Get<ListCases>().OfParty(Actor, Cancel);
}
