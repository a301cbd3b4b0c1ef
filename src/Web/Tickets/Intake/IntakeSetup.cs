using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Hotline;
using Linli.Web.Tickets.Intake.Sheets;

namespace Linli.Web.Tickets.Intake;

/// <summary>What the ways in add to the module.</summary>
internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<SheetCodes>();
        services.AddSingleton<ReadSheet>();
        services.AddSingleton<TakePlaces>();
        services.AddSingleton<ListSheets>();
        services.AddScoped<SheetDesk>();
        services.AddScoped<IssueSheet>();
        services.AddScoped<VoidSheet>();
        services.AddScoped<ShowSheet>();
        services.AddScoped<FindSimilar>();
        services.AddSingleton<ListFollowed>();
        services.AddScoped<FollowAccess>();
        services.AddScoped<FollowTicket>();
        services.AddScoped<UnfollowTicket>();
        services.AddScoped<Followers>();
        services.AddScoped<FindFollowed>();
        services.AddScoped<CallerPhones>();
        services.AddScoped<CallerDesk>();
        services.AddScoped<TakeReport>();
        services.AddHotline();
        services.AddScoped<IPersonalDataHolder, IntakeHolder>();
    }
}
