using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets;

/// <summary>Everything that the pages of tickets can do, for programs. A change carries its own request id and acts once.</summary>
internal static class TicketsApi
{
    private const Permission AnySight = Permission.ViewOwnTickets | Permission.ViewTickets | Permission.HandleTickets;

    public static void MapTicketsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/tickets").WithTags("Tickets");
        api.MapGet("/", List).Needs(AnySight).WithSummary("Tickets that you may see, most urgent first").Produces<TicketPage>();
        foreach (var route in new[] { api.MapGet("/export", Export), app.MapGet("/work/export", Export).ExcludeFromDescription() })
        {
            route.Needs(Permission.ViewTickets | Permission.HandleTickets).WithSummary("The tickets of the queue, filtered as in the list (.xlsx)")
                .Produces(200, contentType: Platform.Spreadsheets.WorkbookWriter.MediaType);
        }

        api.MapGet("/{number}", Find).Needs(AnySight).WithSummary("One ticket with its timeline").Produces<TicketView>().ProducesProblem(404);
        api.MapPost("/", Report).Needs(Permission.ReportTickets).WithSummary("Report a matter of your own compound")
            .Produces<ReportedTicket>(201).ProducesProblem(422);
        api.MapGet("/{number}/handlers", Handlers).Needs(Permission.AssignTickets).WithSummary("To whom you may give the ticket now, with how many each has in hand")
            .Produces<IReadOnlyList<TicketHandler>>().ProducesProblem(404);
        api.MapGet("/places", Places).Needs(Permission.ReportTickets).WithSummary("Buildings of your compound that a report may name").Produces<IReadOnlyList<ReportPlace>>();
        api.MapPost("/photos", Upload).Needs(Permission.ReportTickets | Permission.HandleTickets).DisableAntiforgery()
            .WithSummary("Upload a photo to be taken up by a report or an act").Produces<UploadedPhoto>(201).ProducesProblem(422);
        api.MapPost("/{number}/phone", Phone).Needs(Permission.AcceptTickets | Permission.HandleTickets)
            .WithSummary("Show the reporter's number whole; the look is logged").Produces<ReporterPhone>().ProducesProblem(404).ProducesProblem(409);
        Act<AcceptBody>(api, "accept", Permission.AcceptTickets, "Take the ticket as first-asked person", (b, number, services) =>
            (c, x) => services.GetRequiredService<AcceptTicket>().Execute(new() { Number = number, Version = b.Version, Category = b.Category, Urgency = b.Urgency }, c, x));
        Act<AssignBody>(api, "assign", Permission.AssignTickets, "Name the worker", (b, number, services) =>
            (c, x) => services.GetRequiredService<AssignTicket>().Execute(new() { Number = number, Version = b.Version, Handler = b.Handler, Reason = b.Reason }, c, x));
        Act<NoteBody>(api, "contact", Permission.HandleTickets, "Record that the reporter has been reached", (b, number, services) =>
            (c, x) => services.GetRequiredService<ContactReporter>().Execute(new() { Number = number, Version = b.Version, Note = b.Note }, c, x));
        Act<DoneBody>(api, "done", Permission.HandleTickets, "Say what was done", (b, number, services) =>
            (c, x) => services.GetRequiredService<MarkTicketDone>().Execute(new() { Number = number, Version = b.Version, Result = b.Result, Photos = b.Photos }, c, x));
        Act<ConfirmBody>(api, "confirm", Permission.ViewOwnTickets, "Rate the result and close the ticket", (b, number, services) =>
            (c, x) => services.GetRequiredService<ConfirmTicket>().Execute(
                new() { Number = number, Version = b.Version, Solved = b.Solved, Satisfaction = b.Satisfaction, Comment = b.Comment }, c, x));
        Act<UnsolvedBody>(api, "unsolved", Permission.ViewOwnTickets, "Reopen: it is not solved", (b, number, services) =>
            (c, x) => services.GetRequiredService<ReportUnsolved>().Execute(new() { Number = number, Version = b.Version, Reason = b.Reason, Photos = b.Photos }, c, x));
        Act<SupplementBody>(api, "supplement", Permission.ViewOwnTickets, "Add words or photos", (b, number, services) =>
            (c, x) => services.GetRequiredService<SupplementTicket>().Execute(new() { Number = number, Note = b.Note, Photos = b.Photos }, c, x));
        Act<PlainBody>(api, "withdraw", Permission.ViewOwnTickets, "Take the report back", (b, number, services) =>
            (c, x) => services.GetRequiredService<WithdrawTicket>().Execute(new() { Number = number, Version = b.Version }, c, x));
    }

    private static async Task<IResult> Places(IPlaces places, CurrentActor current, CancellationToken cancel) =>
        Results.Ok((await places.BuildingsOf(current.Required.Capacity!.PlaceId, cancel)).Select(b => new ReportPlace(b.PlaceId, b.Name)));

    private static async Task<IResult> Phone(
        string number, PlainBody body, ShowReporterPhone phones, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var shown = await phones.Execute(number, new() { Actor = current.Required, At = clock.GetUtcNow(), RequestId = body.RequestId }, cancel);
        return shown.Succeeded(out var phone) ? Results.Ok(new ReporterPhone(phone)) : Problems.From(http, shown.Refusals);
    }

    private static async Task<IResult> List(
        TicketQueue queue, CurrentActor current, CancellationToken cancel,
        QueueTab tab = QueueTab.Open, string? category = null, Guid? placeId = null, string? text = null, bool mine = false,
        DateOnly? from = null, DateOnly? to = null, int page = 1)
    {
        // What needs one now, with reasons, is asked for at /api/v1/work; as a list it is the open ones.
        var rows = await queue.Read(
            new() { Tab = tab == QueueTab.Me ? QueueTab.Open : tab, Category = category, PlaceId = placeId, Text = text, Mine = mine, From = from, To = to, Page = page }, current.Required, cancel);
        return Results.Ok(new TicketPage([.. rows.Take(TicketQueue.PageSize)], rows.Count > TicketQueue.PageSize));
    }

    private static IResult Export(
        ExportTickets export, CurrentActor current,
        QueueTab tab = QueueTab.Open, string? category = null, Guid? placeId = null, string? text = null, DateOnly? from = null, DateOnly? to = null) =>
        export.Of(new() { Tab = tab, Category = category, PlaceId = placeId, Text = text, From = from, To = to }, current.Required);

    private static async Task<IResult> Find(string number, FindTicket tickets, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var found = await tickets.Execute(number, current.Required, cancel);
        return found.Succeeded(out var ticket) ? Results.Ok(ticket) : Problems.From(http, found.Refusals);
    }

    private static async Task<IResult> Handlers(
        string number, FindTicket tickets, TicketHandlers handlers, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var found = await tickets.Execute(number, current.Required, cancel);
        return found.Succeeded(out var ticket) ? Results.Ok(await handlers.Execute(ticket, current.Required, cancel)) : Problems.From(http, found.Refusals);
    }

    private static async Task<IResult> Report(
        ReportBody body, ReportTicket report, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var reported = await report.Execute(
            new()
            {
                Category = body.Category, PlaceId = body.PlaceId, PlaceText = body.PlaceText, Description = body.Description,
                ContactBy = body.ContactBy, Sheet = body.Sheet, Photos = body.Photos ?? [],
            },
            new() { Actor = current.Required, At = clock.GetUtcNow(), RequestId = body.RequestId }, cancel);
        return reported.Succeeded(out var ticket) ? Results.Created($"/api/v1/tickets/{ticket.Number}", ticket) : Problems.From(http, reported.Refusals);
    }

    private static async Task<IResult> Upload(IFormFile file, Attachments attachments, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var taken = await attachments.TakeIn(file, current.Required, cancel);
        return taken.Succeeded(out var photo)
            ? Results.Created($"/api/v1/files/{photo.Id}", new UploadedPhoto(photo.Id, photo.ShownName, photo.Width, photo.Height))
            : Problems.From(http, [.. taken.Refusals.Select(refusal => new RefusedFile("Photos", refusal))]);
    }

    internal static void Act<TBody>(
        RouteGroupBuilder api, string name, Permission permission, string summary,
        Func<TBody, string, IServiceProvider, Func<ProcessContext, CancellationToken, Task<Outcome<Saved>>>> act)
        where TBody : ActBody =>
        api.MapPost($"/{{number}}/{name}", async (string number, TBody body, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel) =>
        {
            var context = new ProcessContext { Actor = current.Required, At = clock.GetUtcNow(), RequestId = body.RequestId };
            var saved = await act(body, number, http.RequestServices)(context, cancel);
            return saved.IsRefused ? Problems.From(http, saved.Refusals) : Results.NoContent();
        }).Needs(permission).WithSummary(summary).Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
}

/// <summary>A page of tickets.</summary>
public sealed record TicketPage(IReadOnlyList<QueuedTicket> Tickets, bool HasMore);

/// <summary>An uploaded photo, to be named in a report or an act within a day.</summary>
public sealed record UploadedPhoto(Guid Id, string Name, int? Width, int? Height);

/// <summary>The reporter's number.</summary>
public sealed record ReporterPhone(string PhoneNumber);

/// <summary>A building that a report may name.</summary>
public sealed record ReportPlace(Guid PlaceId, string Name);
