using Linli.Web.Platform.Jobs;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Exchange;

internal static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddScoped<GroundReader>();
        services.AddScoped<ImportRegistry>();
        services.AddJob<PurgeUploads>();
        services.AddScoped<ExchangeUploads>();
        services.AddScoped<MarkedCopy>();
        services.AddScoped<ExportNote>();
        services.AddScoped<ExportLists>();
        services.AddScoped<RecordExport>();
        services.AddScoped<ExportCompound>();
        services.AddScoped<CompoundWorkbook>();
        services.AddScoped<ListCompounds>();
    }
}
