using Linli.Web.Platform.Files;
using Linli.Web.Platform.Jobs;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Registry.Committees;

/// <summary>What the part about committees adds to the registry.</summary>
internal static class CommitteesSetup
{
    public static void AddCommittees(this IServiceCollection services)
    {
        services.AddScoped<IPersonalDataHolder, CommitteesHolder>();
        services.AddScoped<GovernanceReader>();
        services.AddScoped<BodyPapers>();
        services.AddScoped<IFileSubject>(s => s.GetRequiredService<BodyPapers>());
        services.AddScoped<RecordBodyAct>();
        services.AddScoped<PlanDuties>();
        services.AddScoped<TermAlertDesk>();
        services.AddScoped<AlertAudience>();
        services.AddScoped<ShowCoverage>();
        services.AddScoped<ShowGovernance>();
        services.AddScoped<ShowMyCommittee>();
        services.AddSingleton<ListRules>();
        services.AddJob<ClimbTermAlerts>();
    }
}
