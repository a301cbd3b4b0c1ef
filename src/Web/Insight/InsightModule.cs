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
        .WithSummary("Tickets of a place in a period, by its parts").Produces<OverviewOf>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);

    private static async Task<IResult> Get(
        Overview overview, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel,
        string? place = null, DateOnly? from = null, DateOnly? to = null)
    {
        var days = OverviewPeriod.Of(from, to, ChinaTime.DayOf(clock.GetUtcNow()));
        if (!days.Succeeded(out var period))
        {
            return Problems.From(http, days.Refusals);
        }

        var counted = await overview.Execute(new() { Place = place, Period = period }, current.Required, cancel);
        return counted.Succeeded(out var found) ? Results.Ok(found) : Problems.From(http, counted.Refusals);
    }
}
