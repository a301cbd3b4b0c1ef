using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Writing;

namespace Linli.Web.Registry.Exchange;

internal static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddScoped<GroundReader>();
        services.AddScoped<ImportRegistry>();
        services.AddScoped<ExchangeUploads>();
        services.AddScoped<MarkedCopy>();
    }
}
