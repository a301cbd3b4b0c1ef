using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Insight;

/// <summary>Figures of places, each clickable down to its evidence.</summary>
public static class InsightModule
{
    internal static void AddInsight(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Overview>();

    internal static void MapInsight(this WebApplication app) => app.MapGet("/api/v1/overview", Get).Needs(Permission.ViewOverview).WithTags("Overview")
        .WithSummary("Tickets of a place in a period, by its parts").Produces<OverviewOf>().ProducesProblem(404);

    private static async Task<IResult> Get(
        Overview overview, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel,
        string? place = null, DateOnly? from = null, DateOnly? to = null)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var counted = await overview.Execute(new() { Place = place, From = from ?? today.AddDays(-29), To = to ?? today }, current.Required, cancel);
        return counted.Succeeded(out var found) ? Results.Ok(found) : Problems.From(http, counted.Refusals);
    }
}
