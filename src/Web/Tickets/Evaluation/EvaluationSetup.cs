using Linli.Web.Platform.Jobs;
using Linli.Web.Tickets.Evaluation.Import;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>评估评价: rates, exclusions, return visits, and taking over an old system's history.</summary>
internal static class EvaluationSetup
{
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddSingleton<ShowRates>();
        services.AddSingleton<RateTickets>();
        services.AddScoped<ShowOwnRates>();
        services.AddScoped<ExportRates>();
        services.AddScoped<ExclusionDesk>();
        services.AddScoped<RequestExclusion>();
        services.AddScoped<ApproveExclusion>();
        services.AddScoped<RejectExclusion>();
        services.AddScoped<ListExclusions>();
        services.AddScoped<VisitDesk>();
        services.AddScoped<RecordVisit>();
        services.AddScoped<ShowVisitPhone>();
        services.AddScoped<ListVisits>();
        services.AddScoped<ImportTicketEvents>();
        services.AddJob<DrawReturnVisits>();
        services.AddJob<CountRateDays>();
    }
}
