using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Hotline;
using Linli.Web.Tickets.Intake.Sheets;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Intake;

/// <summary>The ways in for programs; what the pages can do.</summary>
internal static class IntakeApi
{
    public static void MapIntakeApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/tickets").WithTags("Tickets");
        api.MapPost("/similar", Similar).Needs(Permission.ReportTickets | Permission.TakeReports).WithSummary("Open tickets that may be the same matter, without anything of their reporters")
            .Produces<IReadOnlyList<SimilarTicket>>();
        api.MapGet("/followed", Followed).Needs(Permission.ViewOwnTickets).WithSummary("Tickets of neighbours that you follow").Produces<IReadOnlyList<FollowedRow>>();
        api.MapGet("/followed/{number}", FindFollowedOne).Needs(Permission.ReportTickets).WithSummary("A neighbour's ticket as you may see it").Produces<FollowedTicket>().ProducesProblem(404);
        TicketsApi.Act<PlainBody>(api, "follow", Permission.ReportTickets, "Follow a neighbour's open ticket instead of reporting the same", (b, number, services) =>
            (c, x) => services.GetRequiredService<FollowTicket>().Execute(number, c, x));
        TicketsApi.Act<PlainBody>(api, "unfollow", Permission.ViewOwnTickets, "Stop following", (b, number, services) =>
            (c, x) => services.GetRequiredService<UnfollowTicket>().Execute(number, c, x));
        api.MapPost("/callers", Callers).Needs(Permission.TakeReports).WithSummary("Who calls: people of a compound's households, numbers masked").Produces<IReadOnlyList<Caller>>();
        api.MapPost("/taken", Take).Needs(Permission.TakeReports).WithSummary("Register a matter for a caller or visitor; you are the first-asked person").Produces<ReportedTicket>(201).ProducesProblem(422);
        api.MapGet("/sheets", Sheets).Needs(Permission.AcceptTickets).WithSummary("The sheets of a compound's buildings (compound: its code)").Produces<CompoundSheets>().ProducesProblem(404);
        api.MapGet("/sheets/{place:guid}", Sheet).Needs(Permission.AcceptTickets).WithSummary("A building's sheet with the address that its code holds").Produces<SheetAnswer>().ProducesProblem(404);
        api.MapPost("/sheets/{place:guid}/issue", Issue).Needs(Permission.AcceptTickets).WithSummary("Issue a building's sheet; those that hang there become void")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/sheets/{place:guid}/void", MakeVoid).Needs(Permission.AcceptTickets).WithSummary("Make a building's sheet void").Produces(204).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/hotline/template", (IListWorkbooks workbooks, IStringLocalizer<IntakeWords> words) => HotlineAnswers.Template(workbooks, words)).Needs(Permission.TakeReports)
            .WithSummary("The list of 12345 work orders to fill in (.xlsx)").Produces(200, contentType: WorkbookWriter.MediaType);
        api.MapPost("/hotline", Import).Needs(Permission.TakeReports).DisableAntiforgery()
            .WithSummary("Take over a list of 12345 work orders (form field file), everything or nothing; preview=true changes nothing")
            .Produces<HotlineAnswer>().Produces<HotlineAnswer>(422).ProducesProblem(409);
    }

    private static async Task<IResult> Similar(SimilarBody body, FindSimilar similar, CurrentActor current, CancellationToken cancel)
    {
        var input = new FindSimilar.Input(body.Category, body.PlaceId, body.Description);
        return Results.Ok(body.CompoundId is { } compound ? await similar.ForClerk(compound, input, current.Required, cancel) : await similar.ForReporter(input, current.Required, cancel));
    }

    private static async Task<IResult> Followed(ListFollowed followed, CurrentActor current, CancellationToken cancel) => Results.Ok(await followed.Execute(current.Required, cancel));

    private static async Task<IResult> FindFollowedOne(string number, FindFollowed tickets, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var found = await tickets.Execute(number, current.Required, cancel);
        return found.Succeeded(out var ticket) ? Results.Ok(ticket) : Problems.From(http, found.Refusals);
    }

    private static async Task<IResult> Callers(CallersBody body, ICallers callers, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var words = (IntakeTexts.Search with { Input = "Words" }).Check(body.Words);
        return words.Succeeded(out var typed) ? Results.Ok(await callers.Find(body.CompoundId, typed, current.Required, cancel)) : Problems.From(http, words.Refusals);
    }

    private static async Task<IResult> Take(TakeReportInput body, TakeReport take, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var taken = await take.Execute(body, new() { Actor = current.Required, At = clock.GetUtcNow(), RequestId = body.RequestId ?? Guid.NewGuid() }, cancel);
        return taken.Succeeded(out var ticket) ? Results.Created($"/api/v1/tickets/{ticket.Number}", ticket) : Problems.From(http, taken.Refusals);
    }

    private static Task<IResult> Sheets(ListSheets sheets, CurrentActor current, CancellationToken cancel, string? compound = null) =>
        ApiRoutes.Show(sheets.Execute(compound, current.Required, cancel));

    private static async Task<IResult> Sheet(Guid place, ShowSheet sheets, CurrentActor current, HttpContext http, CancellationToken cancel) =>
        await sheets.Execute(place, current.Required, cancel) is { } sheet
            ? Results.Ok(new SheetAnswer(sheet.PlaceName, sheet.CompoundName, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{sheet.Path}", sheet.Version, sheet.IssuedAt))
            : Results.NotFound();

    private static Task<IResult> Issue(Guid place, PlainBody body, IssueSheet issue, HttpContext http, CancellationToken cancel) =>
        Act(http, body, context => issue.Execute(place, context, cancel));

    private static Task<IResult> MakeVoid(Guid place, PlainBody body, VoidSheet makeVoid, HttpContext http, CancellationToken cancel) =>
        Act(http, body, context => makeVoid.Execute(place, context, cancel));

    private static Task<IResult> Act(HttpContext http, PlainBody body, Func<ProcessContext, Task<Outcome<Saved>>> act) =>
        ApiRoutes.Act(http, new PlainInput { RequestId = body.RequestId }, async context => (await act(context)).Then(_ => Done.It));

    private static async Task<IResult> Import(
        IFormFile? file, ImportHotline import, IListWorkbooks workbooks, RefusalTexts refusals, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel,
        bool preview = false, Guid? requestId = null)
    {
        var read = await HotlineAnswers.Read(file, cancel);
        if (!read.Succeeded(out var list))
        {
            return Problems.From(http, read.Refusals);
        }

        var context = new ProcessContext { Actor = current.Required, At = clock.GetUtcNow(), RequestId = requestId ?? Guid.NewGuid() };
        var outcome = await import.Execute(new() { Content = list.Content, PreviewOnly = preview }, context, cancel);
        if (!outcome.Succeeded(out var report))
        {
            return Problems.From(http, outcome.Refusals);
        }

        var answer = new HotlineAnswer(
            report.Imported, report.New, report.Changed, report.Unchanged,
            [.. report.Faults.Select(f => new HotlineFaultAnswer(f.Row, f.Column is null ? null : workbooks.HeaderOf(HotlineSheet.Layout, f.Column), $"/problems/{f.Refusal.Code}", refusals.Of(f.Refusal)))],
            report.PassedOver);
        return report.Faults.Count > 0 ? Results.Json(answer, statusCode: StatusCodes.Status422UnprocessableEntity) : Results.Ok(answer);
    }
}
