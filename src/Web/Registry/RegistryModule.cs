using Linli.Web.Registry.Contract;

namespace Linli.Web.Registry;

/// <summary>Places, units, organisations, people, posts.</summary>
public static class RegistryModule
{
    internal static void AddRegistry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IBodies, Bodies>();
        builder.Services.AddScoped<IPeople, People>();
        builder.Services.AddScoped<IPlaces, Places>();
        builder.Services.AddScoped<ImportDivisions>();
        builder.Services.AddScoped<IPosts, Posts>();
        builder.Services.AddScoped<IHouseholds, Households>();
        builder.Services.AddScoped<IAdministrators, Administrators>();
    }

    internal static void MapRegistry(this WebApplication app)
    {
    }
}
