using Linli.Web.Platform.Jobs;

namespace Linli.Web.Tickets.Finding;

/// <summary>What early finding adds to the module.</summary>
internal static class FindingSetup
{
    public static void AddFinding(this IServiceCollection services)
    {
        services.AddSingleton<ShowFindings>();
        services.AddSingleton<ShowThreeMany>();
        services.AddSingleton<ListGroups>();
        services.AddScoped<GroupOfTicket>();
        services.AddScoped<ExportFindings>();
        services.AddSingleton<FindingTexts>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<ConfirmGroup>();
        services.AddScoped<RejectGroup>();
        services.AddScoped<SplitGroup>();
        services.AddScoped<LedTickets>();
        services.AddScoped<DecideTopic>();
        services.AddScoped<ProposeHotSpot>();
        services.AddScoped<EnterThreeMany>();
        services.AddScoped<ProposeGroups>();
        services.AddScoped<WriteFound>();
        services.AddJob<FindEarly>();
    }
}
