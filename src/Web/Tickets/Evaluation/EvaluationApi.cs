using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Contract;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>Everything that the pages of evaluation can do, for programs.</summary>
internal static class EvaluationApi
{
    public static void MapEvaluationApi(this IEndpointRouteBuilder app)
    {
        var rates = app.MapGroup("/api/v1/rates").WithTags("Rates");
        rates.MapGet("/", Rates).Needs(Permission.ViewOverview).WithSummary("Response, resolution and satisfaction rates of a place in a period, by its parts, compounds or companies")
            .Produces<RatesView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        rates.MapGet("/tickets", Tickets).Needs(Permission.ViewOverview).WithSummary("Exactly the tickets that a figure of the rates counts")
            .Produces<RatedTickets>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        rates.MapGet("/mine", Own).Needs(Permission.ViewOwnTickets).WithSummary("The rates of your own compound")
            .Produces<OwnRatesView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        foreach (var route in new[] { rates.MapGet("/export", Export), app.MapGet("/rates/export", Export).ExcludeFromDescription() })
        {
            route.Needs(Permission.ViewOverview).WithSummary("The rates as they are shown (.xlsx)").Produces(200, contentType: Platform.Spreadsheets.WorkbookWriter.MediaType)
                .ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        }

        var exclusions = app.MapGroup("/api/v1").WithTags("Exclusions");
        exclusions.MapGet("/exclusions", (ListExclusions list, CurrentActor who, CancellationToken x, bool decided = false, int page = 1) => list.Execute(decided, page, who.Required, x))
            .Needs(Permission.ApproveExclusions).WithSummary("Exclusions from the rates that wait for a decision, or that are decided").Produces<ExclusionList>();
        exclusions.MapGet("/tickets/{number}/exclusions", OfTicket).Needs(Permission.ViewTickets).WithSummary("The exclusions of a ticket").Produces<TicketExclusions>().ProducesProblem(404);
        exclusions.MapPost("/tickets/{number}/exclusions", Ask).Needs(Permission.AcceptTickets).WithSummary("Ask that a ticket be left out of the rates")
            .Produces<MadeExclusion>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        exclusions.MapPost("/exclusions/{id:guid}/approve", Approve).Needs(Permission.ApproveExclusions).WithSummary("Approve: two people, neither of them the requester")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        exclusions.MapPost("/exclusions/{id:guid}/reject", Reject).Needs(Permission.AcceptTickets | Permission.ApproveExclusions).WithSummary("Reject, or take back one's own request, with a reason")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

        var visits = app.MapGroup("/api/v1/visits").WithTags("Return visits");
        visits.MapGet("/", (ListVisits list, CurrentActor who, CancellationToken x, bool done = false, int page = 1) => list.Execute(done, page, who.Required, x))
            .Needs(Permission.MakeReturnVisits).WithSummary("Return visits to be made, soonest due first, or those that were made").Produces<VisitList>();
        visits.MapGet("/{id:guid}", Visit).Needs(Permission.MakeReturnVisits).WithSummary("A return visit with what it asks about").Produces<VisitDetails>().ProducesProblem(404);
        visits.MapPost("/{id:guid}/calls", Call).Needs(Permission.MakeReturnVisits).WithSummary("Write down a call; \"not solved\" reopens the ticket")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        visits.MapPost("/{id:guid}/phone", Phone).Needs(Permission.MakeReturnVisits).WithSummary("Show the reporter's number whole; the look is logged")
            .Produces<ReporterPhone>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static Outcome<RatePeriod> Days(DateOnly? from, DateOnly? to, TimeProvider clock) => RatePeriod.Of(from, to, ChinaTime.DayOf(clock.GetUtcNow()));

    private static async Task<IResult> Rates(
        ShowRates rates, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel,
        string? place = null, DateOnly? from = null, DateOnly? to = null, RateGrouping by = RateGrouping.Parts)
    {
        var days = Days(from, to, clock);
        return days.Succeeded(out var period) ? Say(await rates.Execute(new() { Place = place, Period = period, By = by }, who.Required, cancel), http) : Problems.From(http, days.Refusals);
    }

    private static async Task<IResult> Tickets(
        RateTickets tickets, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel,
        string? place = null, Guid? organisation = null, DateOnly? from = null, DateOnly? to = null, RateCount of = RateCount.Orders, int page = 1)
    {
        var days = Days(from, to, clock);
        return days.Succeeded(out var period)
            ? Say(await tickets.Execute(new() { Place = place, Organisation = organisation, Period = period, Of = of, Page = page }, who.Required, cancel), http)
            : Problems.From(http, days.Refusals);
    }

    private static async Task<IResult> Own(
        ShowOwnRates rates, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel, DateOnly? from = null, DateOnly? to = null)
    {
        var days = Days(from, to, clock);
        return days.Succeeded(out var period) ? Say(await rates.Execute(period, who.Required, cancel), http) : Problems.From(http, days.Refusals);
    }

    private static async Task<IResult> Export(
        ExportRates export, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel,
        string? place = null, DateOnly? from = null, DateOnly? to = null, RateGrouping by = RateGrouping.Parts)
    {
        var days = Days(from, to, clock);
        if (!days.Succeeded(out var period))
        {
            return Problems.From(http, days.Refusals);
        }

        var made = await export.Of(new() { Place = place, Period = period, By = by }, who.Required, cancel);
        return made.Succeeded(out var workbook) ? workbook : Problems.From(http, made.Refusals);
    }

    private static async Task<IResult> OfTicket(string number, ListExclusions list, CurrentActor who, HttpContext http, CancellationToken cancel) =>
        Say(await list.Of(number, who.Required, cancel), http);

    private static async Task<IResult> Ask(string number, ExclusionBody body, RequestExclusion act, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var saved = await act.Execute(new() { Number = number, Reason = body.Reason, Note = body.Note }, Context(body, who, clock), cancel);
        return saved.Succeeded(out var made) ? Results.Created($"/api/v1/tickets/{number}/exclusions", new MadeExclusion(made.SubjectId)) : Problems.From(http, saved.Refusals);
    }

    private static async Task<IResult> Approve(Guid id, PlainBody body, ApproveExclusion act, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel) =>
        Done(await act.Execute(new() { Exclusion = id, Version = body.Version }, Context(body, who, clock), cancel), http);

    private static async Task<IResult> Reject(Guid id, RejectBody body, RejectExclusion act, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel) =>
        Done(await act.Execute(new() { Exclusion = id, Version = body.Version, Note = body.Note }, Context(body, who, clock), cancel), http);

    private static async Task<IResult> Visit(Guid id, ListVisits list, CurrentActor who, HttpContext http, CancellationToken cancel) => Say(await list.Find(id, who.Required, cancel), http);

    private static async Task<IResult> Call(Guid id, CallBody body, RecordVisit act, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel) => Done(
        await act.Execute(
            new() { Visit = id, Version = body.Version, Result = body.Result, Solved = body.Solved, Satisfaction = body.Satisfaction, Note = body.Note }, Context(body, who, clock), cancel), http);

    private static async Task<IResult> Phone(Guid id, PlainBody body, ShowVisitPhone phones, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var shown = await phones.Execute(id, Context(body, who, clock), cancel);
        return shown.Succeeded(out var phone) ? Results.Ok(new ReporterPhone(phone)) : Problems.From(http, shown.Refusals);
    }

    private static ProcessContext Context(ActBody body, CurrentActor who, TimeProvider clock) => new() { Actor = who.Required, At = clock.GetUtcNow(), RequestId = body.RequestId };

    private static IResult Say<T>(Outcome<T> outcome, HttpContext http) => outcome.Succeeded(out var value) ? Results.Ok(value) : Problems.From(http, outcome.Refusals);

    private static IResult Done(Outcome<Saved> outcome, HttpContext http) => outcome.IsRefused ? Problems.From(http, outcome.Refusals) : Results.NoContent();
}

/// <summary>The exclusion that was asked for.</summary>
public sealed record MadeExclusion(Guid Id);

internal sealed record ExclusionBody : ActBody
{
    public required ExclusionReason Reason { get; init; }

    public required string Note { get; init; }
}

internal sealed record RejectBody : ActBody
{
    public required string Note { get; init; }
}

internal sealed record CallBody : ActBody
{
    public required VisitResult Result { get; init; }

    public bool? Solved { get; init; }

    public Satisfaction? Satisfaction { get; init; }

    public string? Note { get; init; }
}
