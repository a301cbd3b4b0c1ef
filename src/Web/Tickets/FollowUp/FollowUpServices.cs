using Linli.Web.Platform.Jobs;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>What 跟踪督促 adds to the module.</summary>
internal static class FollowUpServices
{
    public static void AddFollowUp(this IServiceCollection services)
    {
        services.AddScoped<AcknowledgeCard>();
        services.AddScoped<ListTicket>();
        services.AddScoped<DeclineListing>();
        services.AddScoped<HoldInterview>();
        services.AddScoped<LiftListing>();
        services.AddSingleton<ListSupervised>();
        services.AddSingleton<SupervisedPlaces>();
        services.AddSingleton<ListedTickets>();
        services.AddScoped<ExportSupervised>();
        services.AddJob<ClimbLadder>();
    }
}
