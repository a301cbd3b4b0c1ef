using Linli.Web.Grid.Care;
using Linli.Web.Grid.Contract;
using Linli.Web.Registry.Contract;
using Linli.Web.Grid.Coverage;
using Linli.Web.Grid.Grids;
using Linli.Web.Grid.Households;
using Linli.Web.Grid.Leaders;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Retention;

namespace Linli.Web.Grid;

/// <summary>Grids, building captains, hand-overs, 双报到.</summary>
public static class GridModule
{
    internal static void AddGrid(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<GridPlaces>();
        services.AddScoped<GridExports>();
        services.AddScoped<HandOverExports>();
        AddLeaders(services);
        AddMembers(services);
        AddCare(services);
    }

    internal static void MapGrid(this WebApplication app)
    {
        app.MapGridApi();
        app.MapGridExports();
    }

    private static void AddLeaders(IServiceCollection services)
    {
        services.AddSingleton<HouseholdsOf>();
        services.AddScoped<LeaderDesk>();
        services.AddScoped<AppointLeader>();
        services.AddScoped<AssignHouseholds>();
        services.AddScoped<BeginHandOver>();
        services.AddScoped<SignOffHandOver>();
        services.AddScoped<CancelHandOver>();
        services.AddScoped<EndLeader>();
        services.AddScoped<ChangeLeader>();
        services.AddScoped<ChangeOwnContact>();
        services.AddScoped<DrawGrid>();
        services.AddScoped<SplitGrid>();
        services.AddScoped<MergeGrid>();
        services.AddScoped<GapAlerts>();
        services.AddJob<RaiseGapAlerts>();
        services.AddDeletion("household-notes", "grid.household_notes", "written_at < $1");
        services.AddSingleton<ShowCoverage>();
        services.AddSingleton<ListGaps>();
        services.AddSingleton<ShowLeaders>();
        services.AddSingleton<ShowHandOver>();
        services.AddSingleton<ShowGrids>();
        services.AddSingleton<MyHouseholds>();
        services.AddScoped<ShowHousehold>();
        services.AddScoped<WriteNote>();
        services.AddScoped<RemoveNote>();
        services.AddScoped<ShowHouseholdPhone>();
        services.AddSingleton<IHouseholdKeepers, HouseholdKeepers>();
    }

    private static void AddCare(IServiceCollection services)
    {
        services.AddSingleton<CareDesk>();
        services.AddScoped<ShowCare>();
        services.AddScoped<SetCareMark>();
        services.AddScoped<RemoveCareMark>();
        services.AddScoped<RecordHouseholdConsent>();
        services.AddScoped<IRestsOnConsent, CareMarksGo>();
        services.AddScoped<IRestsOnConsent, RegistrationsEnd>();
        services.AddDeletion("care-marks", "grid.care_marks", "set_at < $1");
        services.AddDeletion("double-registrations", "grid.double_registrations", "ended_on < ($1 at time zone 'Asia/Shanghai')::date");
        services.AddScoped<IPersonalDataHolder, GridHolder>();
    }

    private static void AddMembers(IServiceCollection services)
    {
        services.AddScoped<Registrations>();
        services.AddScoped<RegisterMember>();
        services.AddScoped<IDoubleRegistrations, KeptRegistrations>();
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
