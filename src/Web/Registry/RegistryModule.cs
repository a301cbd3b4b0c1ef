using Linli.Web.Registry.Contract;

namespace Linli.Web.Registry;

/// <summary>Places, units, organisations, people, posts.</summary>
public static class RegistryModule
{
    internal static void AddRegistry(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IPeople, People>();
    }

    internal static void MapRegistry(this WebApplication app)
    {
    }
}
