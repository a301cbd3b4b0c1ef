using Linli.Domain.Registry;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>跟踪督促 for programs; what its pages can do.</summary>
internal static class FollowUpApi
{
    public static void MapFollowUpApi(this IEndpointRouteBuilder app)
    {
        var list = app.MapGroup("/api/v1/supervision").WithTags("Supervision");
        list.MapGet("/", List).Needs(FollowUpAccess.Any).WithSummary("Tickets that are chased in your area, the strongest step first").Produces<SupervisedPage>();
        list.MapGet("/listed", async (ListedTickets listed, CancellationToken cancel) => Results.Ok(await listed.Of(cancel)))
            .OpenToAll().WithSummary("Tickets under listed supervision, without personal data").Produces<IReadOnlyList<ListedTicket>>();
        foreach (var route in new[] { list.MapGet("/export", Export), app.MapGet("/supervision/export", Export).ExcludeFromDescription() })
        {
            route.Needs(FollowUpAccess.Any).WithSummary("The list of supervision, filtered as shown (.xlsx)").Produces(200, contentType: Platform.Spreadsheets.WorkbookWriter.MediaType);
        }

        var api = app.MapGroup("/api/v1/tickets").WithTags("Supervision");
        api.MapGet("/{number}/follow-up", Find).Needs(Permission.ViewOwnTickets | Permission.ViewTickets | Permission.HandleTickets)
            .WithSummary("How a ticket is chased, as far as you may see it").Produces<FollowUpView>().ProducesProblem(404);
        TicketsApi.Act<AcknowledgeBody>(api, "follow-up/acknowledge", FollowUpAccess.Any, "Answer the cards for which you are answerable", (b, number, services) =>
            (c, x) => services.GetRequiredService<AcknowledgeCard>().Execute(new() { Number = number, Version = b.Version, Plan = b.Plan }, c, x));
        TicketsApi.Act<ListBody>(api, "follow-up/listing", Permission.Supervise, "Put the ticket under listed supervision", (b, number, services) =>
            (c, x) => services.GetRequiredService<ListTicket>().Execute(new() { Number = number, Version = b.Version, Reason = b.Reason, Until = b.Until }, c, x));
        TicketsApi.Act<SupervisionReasonBody>(api, "follow-up/listing/decline", Permission.Supervise, "Decide against a proposed listing", (b, number, services) =>
            (c, x) => services.GetRequiredService<DeclineListing>().Execute(new() { Number = number, Version = b.Version, Reason = b.Reason }, c, x));
        TicketsApi.Act<SupervisionReasonBody>(api, "follow-up/listing/lift", Permission.Supervise, "Lift a listing", (b, number, services) =>
            (c, x) => services.GetRequiredService<LiftListing>().Execute(new() { Number = number, Version = b.Version, Reason = b.Reason }, c, x));
        TicketsApi.Act<InterviewBody>(api, "follow-up/interview", Permission.Supervise, "Record a talk", (b, number, services) =>
            (c, x) => services.GetRequiredService<HoldInterview>().Execute(
                new() { Number = number, Version = b.Version, With = b.With, HeldOn = b.HeldOn, Agreed = b.Agreed, NextOn = b.NextOn }, c, x));
    }

    private static async Task<IResult> List(
        ListSupervised list, CurrentActor current, CancellationToken cancel, SupervisionTab tab = SupervisionTab.Mine, string? place = null, FollowUpKind? stage = null, int page = 1)
    {
        var rows = await list.Read(new() { Tab = tab, Place = place, Stage = stage, Page = page }, current.Required, cancel);
        return Results.Ok(new SupervisedPage([.. rows.Take(ListSupervised.PageSize)], rows.Count > ListSupervised.PageSize));
    }

    private static IResult Export(
        ExportSupervised export, CurrentActor current, SupervisionTab tab = SupervisionTab.Mine, string? place = null, FollowUpKind? stage = null) =>
        export.Of(new() { Tab = tab, Place = place, Stage = stage }, current.Required);

    private static async Task<IResult> Find(string number, FindTicket tickets, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var found = await tickets.Execute(number, current.Required, cancel);
        return found.Succeeded(out var ticket) ? Results.Ok(ticket.FollowUp) : Problems.From(http, found.Refusals);
    }
}

/// <summary>A page of tickets that are chased.</summary>
public sealed record SupervisedPage(IReadOnlyList<SupervisedTicket> Tickets, bool HasMore);
