using Linli.Web.Platform.Retention;
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
        services.AddDeletion("exchange-uploads", "registry.exchange_uploads", "created_at < $1");
        services.AddScoped<ExchangeUploads>();
        services.AddScoped<MarkedCopy>();
        services.AddScoped<Contract.IListWorkbooks, ListWorkbooks>();
        services.AddScoped<ExportNote>();
        services.AddScoped<ExportLists>();
        services.AddScoped<ExportGovernance>();
        services.AddScoped<ExportSeats>();
        services.AddScoped<RecordExport>();
        services.AddScoped<ExportCompound>();
        services.AddScoped<CompoundWorkbook>();
        services.AddScoped<ListCompounds>();
    }
}
