using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>What people's mediation is, in plain words with its articles.</summary>
[OpenToAll]
public sealed class MediationLawModel : MediationPage
{
    public bool IsSignedIn => Get<CurrentActor>().Actor?.Capacity is { IsHousehold: true };
}
