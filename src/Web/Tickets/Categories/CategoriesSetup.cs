using Linli.Web.Platform.Jobs;
using Linli.Web.Tickets.TextHelp;

namespace Linli.Web.Tickets.Categories;

/// <summary>What categories, deadlines by the calendar and text help add to the module.</summary>
internal static class CategoriesSetup
{
    public static void AddCategories(this IServiceCollection services)
    {
        services.AddSingleton<CategoryBook>();
        services.AddSingleton<CategoryPlaces>();
        services.AddScoped<SetCategoryRule>();
        services.AddScoped<ShowCategories>();
        services.AddSingleton<DeadlineWriter>();
        services.AddJob<RecomputeDeadlines>();
        services.AddSingleton<TextModels>();
        services.AddSingleton<SuggestFromText>();
        services.AddScoped<NoteSuggestion>();
        services.AddScoped<AdviseOnTicket>();
        services.AddJob<TrainTextHelp>();
    }
}
