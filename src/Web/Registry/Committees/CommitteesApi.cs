using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Registry.Committees;

/// <summary>Everything that the pages about committees and rules can do, for programs.</summary>
internal static class CommitteesApi
{
    public static void MapCommitteesApi(this RouteGroupBuilder api)
    {
        api.MapGet("/committees", Coverage).Needs(Permission.ViewRegistry)
            .WithSummary("Coverage with committees of a place, and the next lawful step of each compound").Produces<CoverageView>().ProducesProblem(404);
        api.MapGet("/compounds/{code}/committee", Governance).Needs(Permission.ViewRegistry)
            .WithSummary("A compound's committee and the bodies that stand in for it").Produces<GovernanceView>().ProducesProblem(404);
        api.Change("/compounds/{code}/committee/acts", Permission.ManageCommittees, "Record what happened to a body of a compound", Record);
        api.Change("/compounds/{code}/committee/duties", Permission.ManageCommittees, "Plan turns of duty among the households", Plan);
        api.MapGet("/my-committee", Mine).Needs(Permission.ViewOwnTickets).WithSummary("The committee of the own compound, for its households")
            .Produces<MyCommitteeView>().ProducesProblem(422);
        api.MapGet("/rules/profiles", (ListRules rules, TimeProvider clock) => Results.Ok(rules.Profiles(Today(clock)))).Needs(Permission.None)
            .WithSummary("Rules of all jurisdictions, each value with its source and verification").Produces<IReadOnlyList<ProfileView>>();
        api.MapGet("/rules", (ListRules rules, TimeProvider clock, string? place) => Results.Ok(rules.At(place ?? string.Empty, Today(clock)))).Needs(Permission.None)
            .WithSummary("Rules that hold at the place with the division code").Produces<ProfileView>();
    }

    private static DateOnly Today(TimeProvider clock) => ChinaTime.DayOf(clock.GetUtcNow());

    private static Task<IResult> Coverage(
        ShowCoverage query, CurrentActor who, CancellationToken cancel, string? place = null, Standing? standing = null, int page = 1) =>
        Show(query.Execute(place, standing, page, who.Required, cancel));

    private static Task<IResult> Governance(string code, ShowGovernance query, CurrentActor who, CancellationToken cancel) =>
        Show(query.Execute(code, who.Required, cancel));

    private static async Task<IResult> Mine(ShowMyCommittee query, CurrentActor who, HttpContext http) =>
        await query.Execute(who.Required, http.RequestAborted) is { } view ? Results.Ok(view) : Problems.From(http, [new OwnCommitteeIsForHouseholds()]);

    private static Task<IResult> Record(string code, BodyActInput input, RecordBodyAct act, HttpContext http, CancellationToken cancel) =>
        Act(http, input, context => act.Execute(code, input, context, cancel));

    private static Task<IResult> Plan(string code, DutyPlanInput input, PlanDuties act, HttpContext http, CancellationToken cancel) =>
        Act(http, input, context => act.Execute(code, input, context, cancel));
}
