using Linli.Web.Platform.Retention;

namespace Linli.Web.Tickets.Intake.Hotline;

internal static class HotlineSetup
{
    public static void AddHotline(this IServiceCollection services)
    {
        services.AddScoped<HotlineReader>();
        services.AddScoped<HotlineCallers>();
        services.AddSingleton<HotlineUploads>();
        services.AddScoped<ImportHotline>();
        services.AddDeletion("exchange-uploads", "tickets.hotline_uploads", "created_at < $1");
    }
}
