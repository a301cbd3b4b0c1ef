using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Tickets.Handling;

/// <summary>The acts of handling for programs; what the ticket's page can do.</summary>
internal static class HandlingApi
{
    private const Permission Unit = Permission.HandleTickets | Permission.AssignTickets;

    public static void MapHandlingApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/tickets").WithTags("Tickets");
        api.MapGet("/{number}/organisations", Organisations).Needs(Unit).WithSummary("Organisations that you may ask for their part in the ticket")
            .Produces<IReadOnlyList<InvitableOrganisation>>().ProducesProblem(404);
        TicketsApi.Act<PlainBody>(api, "claim", Permission.HandleTickets, "Take an accepted ticket of your organisation that nobody holds", (b, number, services) =>
            (c, x) => services.GetRequiredService<ClaimTicket>().Execute(new() { Number = number, Version = b.Version }, c, x));
        TicketsApi.Act<ReturnBody>(api, "return", Unit, "Give the ticket back with a ground; somebody else decides", (b, number, services) =>
            (c, x) => services.GetRequiredService<RequestReturn>().Execute(new() { Number = number, Version = b.Version, Ground = b.Ground, Reason = b.Reason }, c, x));
        TicketsApi.Act<DecideReturnBody>(api, "return/decision", Permission.AssignTickets, "Decide a return that somebody else asked for", (b, number, services) =>
            (c, x) => services.GetRequiredService<DecideReturn>().Execute(new() { Number = number, Version = b.Version, Accept = b.Accept, Reason = b.Reason }, c, x));
        TicketsApi.Act<PauseBody>(api, "pause", Permission.HandleTickets, "Hold the clock while it waits for the resident or for material", (b, number, services) =>
            (c, x) => services.GetRequiredService<PauseTicket>().Execute(
                new() { Number = number, Version = b.Version, WaitsFor = b.WaitsFor, Reason = b.Reason, Until = b.Until }, c, x));
        TicketsApi.Act<NoteBody>(api, "resume", Unit, "Go on after a pause", (b, number, services) =>
            (c, x) => services.GetRequiredService<ResumeTicket>().Execute(new() { Number = number, Version = b.Version, Note = b.Note }, c, x));
        TicketsApi.Act<ExtensionBody>(api, "extension", Unit, "Ask for more days; somebody else decides", (b, number, services) =>
            (c, x) => services.GetRequiredService<AskExtension>().Execute(new() { Number = number, Version = b.Version, Days = b.Days, Reason = b.Reason }, c, x));
        TicketsApi.Act<DecideExtensionBody>(api, "extension/decision", Permission.ApproveExtensions, "Grant or refuse more days that somebody else asked for", (b, number, services) =>
            (c, x) => services.GetRequiredService<DecideExtension>().Execute(new() { Number = number, Version = b.Version, Grant = b.Grant, Reason = b.Reason }, c, x));
        TicketsApi.Act<WhistleBody>(api, "whistle", Unit, "Call the community, the subdistrict or the district", (b, number, services) =>
            (c, x) => services.GetRequiredService<BlowWhistle>().Execute(new() { Number = number, Version = b.Version, Level = b.Level, Matter = b.Matter }, c, x));
        TicketsApi.Act<PlainBody>(api, "whistle/raise", Unit, "Call the next level, because this one let its time pass", (b, number, services) =>
            (c, x) => services.GetRequiredService<RaiseWhistle>().Execute(new() { Number = number, Version = b.Version }, c, x));
        TicketsApi.Act<AnswerWhistleBody>(api, "whistle/answer", Permission.AnswerWhistles, "Report in, and say whether the call was warranted", (b, number, services) =>
            (c, x) => services.GetRequiredService<AnswerWhistle>().Execute(
                new() { Number = number, Version = b.Version, Answer = b.Answer, Warranted = b.Warranted, Reason = b.Reason }, c, x));
        TicketsApi.Act<AssessWhistleBody>(api, "whistle/assessment", Unit, "Say whether the answer helped", (b, number, services) =>
            (c, x) => services.GetRequiredService<AssessWhistle>().Execute(new() { Number = number, Version = b.Version, Helped = b.Helped, Reason = b.Reason }, c, x));
        TicketsApi.Act<InviteBody>(api, "parties", Unit, "Ask another organisation for its part", (b, number, services) =>
            (c, x) => services.GetRequiredService<InviteParty>().Execute(
                new() { Number = number, Version = b.Version, Organisation = b.OrganisationId, Way = b.Way, Task = b.Task, DueOn = b.DueOn }, c, x));
        TicketsApi.Act<ReportBackBody>(api, "parties/report", Permission.ViewTickets, "Tell what your organisation did", (b, number, services) =>
            (c, x) => services.GetRequiredService<ReportBack>().Execute(new() { Number = number, Version = b.Version, Result = b.Result }, c, x));
        TicketsApi.Act<InternalNoteBody>(api, "internal-notes", Permission.ViewTickets | Permission.HandleTickets, "Note something among those who work on it", (b, number, services) =>
            (c, x) => services.GetRequiredService<NoteInternally>().Execute(new() { Number = number, Note = b.Note }, c, x));
    }

    private static async Task<IResult> Organisations(
        string number, FindTicket tickets, HandlingChoices choices, CurrentActor current, HttpContext http, CancellationToken cancel)
    {
        var found = await tickets.Execute(number, current.Required, cancel);
        return found.Succeeded(out var ticket) ? Results.Ok(await choices.Organisations(ticket, current.Required, cancel)) : Problems.From(http, found.Refusals);
    }
}
