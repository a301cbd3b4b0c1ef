using Linli.Web.Grid.Contract;
using Linli.Web.Grid.Members;

namespace Linli.Web.Grid;

/// <summary>Grids, building captains, hand-overs, 双报到.</summary>
public static class GridModule
{
    internal static void AddGrid(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<GridPlaces>();
        AddMembers(services);
    }

    internal static void MapGrid(this WebApplication app) => app.MapGridApi();

    private static void AddMembers(IServiceCollection services)
    {
        services.AddScoped<Registrations>();
        services.AddScoped<RegisterMember>();
        services.AddScoped<IDoubleRegistrations, PutRegistration>();
        services.AddScoped<EndRegistration>();
        services.AddScoped<ReportUnit>();
        services.AddScoped<OpenPosition>();
        services.AddScoped<ClosePosition>();
        services.AddScoped<ClaimPosition>();
        services.AddScoped<LeavePosition>();
        services.AddScoped<RecordServiceHours>();
        services.AddScoped<CorrectServiceHours>();
        services.AddScoped<DecideService>();
        services.AddScoped<IssueLetter>();
        services.AddScoped<ShowMember>();
        services.AddSingleton<ListMembers>();
        services.AddSingleton<ListWaitingServices>();
        services.AddSingleton<ListPositions>();
        services.AddSingleton<MemberFigures>();
        services.AddSingleton<ListUnitReports>();
    }
}
