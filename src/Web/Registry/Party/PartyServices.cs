using Linli.Web.Registry.Contract;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Registry.Party;

/// <summary>What the registry adds for the Party's organisations.</summary>
internal static class PartyServices
{
    public static void AddParty(this IServiceCollection services)
    {
        services.AddScoped<PartyPlacement>();
        services.AddScoped<PostChecks>();
        services.AddScoped<FoundPartyOrganisation>();
        services.AddScoped<MovePartyOrganisation>();
        services.AddScoped<DissolvePartyOrganisation>();
        services.AddScoped<PartyMark>();
        services.AddScoped<IRestsOnConsent>(provider => provider.GetRequiredService<PartyMark>());
        services.AddScoped<AddPartyMember>();
        services.AddScoped<TransferPartyMember>();
        services.AddScoped<EndPartyMembership>();
        services.AddScoped<ConfirmPartyMember>();
        services.AddScoped<IPersonalDataHolder, PartyHolder>();
        services.AddScoped<ReappointToPost>();
        services.AddScoped<FoundingChoices>();
        services.AddScoped<ShowPartyTree>();
        services.AddScoped<ShowPartyOrganisation>();
        services.AddScoped<ShowPartyMember>();
        services.AddScoped<ShowCoverage>();
        services.AddScoped<ListCoverage>();
        services.AddScoped<CommitteeShares>();
        services.AddScoped<SeatReader>();
        services.AddScoped<ShowSeats>();
        services.AddScoped<ShowPost>();
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AddPageRoute("/Registry/Party/Pages/Tree", "/registry/party/places/{code}")
            .AddPageRoute("/Registry/Party/Pages/Coverage", "/registry/party/places/{code}/coverage"));
    }
}
