using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;

namespace Linli.Web.Tickets.Finding;

/// <summary>Early finding for programs; what its pages can do.</summary>
internal static class FindingApi
{
    public static void MapFindingApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/findings").WithTags("Early finding");
        api.MapGet("/", Show).Needs(Permission.ViewOverview).WithSummary("Hot spots of a week with the numbers behind them, and topics proposed for the joint meeting")
            .Produces<FindingsView>().ProducesProblem(404);
        api.MapGet("/groups", (ListGroups groups, CurrentActor who, CancellationToken x, bool confirmed = false, int page = 1) => groups.Execute(confirmed, page, ListGroups.PageSize, who.Required, x))
            .Needs(Permission.AcceptTickets).WithSummary("Groups of tickets that may be one matter, or that are").Produces<GroupList>();
        api.MapGet("/three-many", Years).Needs(Permission.ViewOverview).WithSummary("Complaints, disputes and security cases of a place over years").Produces<ThreeManyView>().ProducesProblem(404);
        Exports(app);

        api.Change("/groups/{id:guid}/confirm", Permission.AcceptTickets, "Say which tickets are one matter; the rest of the group is said not to be", Confirm);
        api.Change("/groups/{id:guid}/reject", Permission.AcceptTickets, "Say that none of the group is one matter with another", Reject);
        api.Change("/groups/{id:guid}/split", Permission.AcceptTickets, "Take tickets out of a group, or end it", Split);
        api.Change("/topics/{id:guid}/decide", Permission.ManageFindings, "Take a topic for the joint meeting, or drop it with a reason", Decide);
        api.Change("/hot-spots/{id:guid}/propose", Permission.AcceptTickets | Permission.ManageFindings, "Put a hot spot forward as a topic", Propose);
        api.Change("/three-many", Permission.ManageFindings, "Enter a figure of a year that is over, with its source", Enter);
    }

    private static void Exports(IEndpointRouteBuilder app)
    {
        foreach (var prefix in new[] { "/api/v1", string.Empty })
        {
            Workbook(app.MapGet(prefix + "/findings/export", Spots), prefix, Permission.ViewOverview, "Hot spots of a week (.xlsx)");
            Workbook(app.MapGet(prefix + "/findings/topics/export", Topics), prefix, Permission.ViewOverview, "Topics proposed for the joint meeting (.xlsx)");
            Workbook(app.MapGet(prefix + "/findings/three-many/export", YearsBook), prefix, Permission.ViewOverview, "Complaints, disputes and security cases over years (.xlsx)");
            Workbook(app.MapGet(prefix + "/findings/groups/export", Groups), prefix, Permission.AcceptTickets, "Groups of tickets (.xlsx)");
        }
    }

    private static void Workbook(RouteHandlerBuilder route, string prefix, Permission permission, string summary)
    {
        route.Needs(permission).WithTags("Early finding").WithSummary(summary).Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);
        if (prefix.Length == 0)
        {
            route.ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Show(ShowFindings findings, CurrentActor who, HttpContext http, CancellationToken cancel, string? place = null, DateOnly? week = null) =>
        Say(await findings.Execute(new() { Place = place, Week = week }, who.Required, cancel), http);

    private static async Task<IResult> Years(ShowThreeMany years, CurrentActor who, HttpContext http, CancellationToken cancel, string? place = null) =>
        Say(await years.Execute(place, who.Required, cancel), http);

    private static async Task<IResult> Spots(ExportFindings export, CurrentActor who, HttpContext http, CancellationToken cancel, string? place = null, DateOnly? week = null) =>
        Book(await export.Spots(new() { Place = place, Week = week }, who.Required, cancel), http);

    private static async Task<IResult> Topics(ExportFindings export, CurrentActor who, HttpContext http, CancellationToken cancel, string? place = null, DateOnly? week = null) =>
        Book(await export.Topics(new() { Place = place, Week = week }, who.Required, cancel), http);

    private static async Task<IResult> YearsBook(ExportFindings export, CurrentActor who, HttpContext http, CancellationToken cancel, string? place = null) =>
        Book(await export.Years(place, who.Required, cancel), http);

    private static IResult Groups(ExportFindings export, CurrentActor who, CancellationToken cancel, bool confirmed = false) => export.Groups(confirmed, who.Required, cancel);

    private static Task<IResult> Confirm(Guid id, ConfirmGroupBody body, ConfirmGroup act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Done(await act.Execute(new() { Group = id, Version = body.Version, Tickets = body.Tickets }, context, cancel)));

    private static Task<IResult> Reject(Guid id, RejectGroupBody body, RejectGroup act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Done(await act.Execute(new() { Group = id, Version = body.Version }, context, cancel)));

    private static Task<IResult> Split(Guid id, SplitGroupBody body, SplitGroup act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Done(await act.Execute(new() { Group = id, Version = body.Version, Tickets = body.Tickets, Reason = body.Reason }, context, cancel)));

    private static Task<IResult> Decide(Guid id, DecideTopicBody body, DecideTopic act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Done(await act.Execute(new() { Topic = id, Version = body.Version, Take = body.Take, Reason = body.Reason }, context, cancel)));

    private static Task<IResult> Propose(Guid id, PlainInput body, ProposeHotSpot act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Made(await act.Execute(id, context, cancel)));

    private static Task<IResult> Enter(ThreeManyBody body, EnterThreeMany act, HttpContext http, CancellationToken cancel) =>
        ApiRoutes.Act(http, body, async context => Done(await act.Execute(
            new() { Compound = body.Compound, Year = body.Year, Of = body.Of, Count = body.Count, Source = body.Source }, context, cancel)));

    private static Outcome<Done> Done(Outcome<Saved> saved) => saved.Then(_ => Linli.Domain.Kernel.Done.It);

    private static Outcome<Guid> Made(Outcome<Saved> saved) => saved.Then(made => made.SubjectId);

    private static IResult Say<T>(Outcome<T> outcome, HttpContext http) => outcome.Succeeded(out var value) ? Results.Ok(value) : Problems.From(http, outcome.Refusals);

    private static IResult Book(Outcome<SpreadsheetAnswer> outcome, HttpContext http) => outcome.Succeeded(out var workbook) ? workbook : Problems.From(http, outcome.Refusals);
}

/// <summary>An act on a group.</summary>
public abstract record GroupBody : ChangeInput
{
    /// <summary>The version that was seen; a stale one is refused.</summary>
    public uint? Version { get; init; }
}

/// <summary>What was seen and rejected.</summary>
public sealed record RejectGroupBody : ChangeInput
{
    /// <summary>The version that was seen; a stale one is refused.</summary>
    public required uint Version { get; init; }
}

/// <summary>Which tickets are one matter.</summary>
public sealed record ConfirmGroupBody : GroupBody
{
    public IReadOnlyList<Guid> Tickets { get; init; } = [];
}

/// <summary>Which tickets are taken out; none is all.</summary>
public sealed record SplitGroupBody : GroupBody
{
    public IReadOnlyList<Guid> Tickets { get; init; } = [];

    public string? Reason { get; init; }
}

/// <summary>A decision about a topic.</summary>
public sealed record DecideTopicBody : GroupBody
{
    public bool Take { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A figure of a year that is over.</summary>
public sealed record ThreeManyBody : ChangeInput
{
    public string? Compound { get; init; }

    public int? Year { get; init; }

    public ThreeMany? Of { get; init; }

    public int? Count { get; init; }

    public string? Source { get; init; }
}
