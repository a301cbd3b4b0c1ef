using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Documents;
using Linli.Web.Platform.Http;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Everything that the pages of mediation can do, for programs; each case for those alone who belong to it.</summary>
internal static class MediationApi
{
    /// <summary>A case that was made or changed.</summary>
    internal sealed record MediationMade(Guid Id);

    /// <summary>A number, shown once.</summary>
    internal sealed record PartyPhone(string Phone);

    public static void MapMediationApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/mediation").WithTags("Mediation");
        MapParties(api);
        MapMediators(api);
        api.MapGet("/statistics", async (ShowMediationStatistics q, CurrentActor who, CancellationToken x, int? year = null) => Results.Ok(await q.Execute(year, who.Required, x)))
            .Needs(Permission.ViewMediationStatistics).WithSummary("How many disputes were mediated in a year and how they ended; small figures are kept back").Produces<MediationStatisticsView>();
        app.MapGet("/api/v1/tickets/{number}/mediation", async (string number, MediationOfTicket q, CurrentActor who, CancellationToken x) =>
                await q.Execute(number, who.Required, x) is { } view ? Results.Ok(view) : Results.NotFound())
            .WithTags("Mediation").Needs(Permission.ViewOwnTickets | Permission.ViewTickets | Permission.HandleTickets)
            .WithSummary("Whether the ticket was referred to mediation and whether that has ended").Produces<TicketMediationView>().ProducesProblem(404);
        Change(app.MapPost("/api/v1/tickets/{number}/mediation", (string number, MediationPlainInput input, ReferTicket act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(number, input, c, x))).WithTags("Mediation"), Permission.AcceptTickets, "Refer the ticket to the people's mediation committee");
        // Pages link to the same papers.
        Paper(app.MapGet("/mediation/mine/{id:guid}/agreement", Agreement), Permission.ViewOwnTickets).ExcludeFromDescription();
        Paper(app.MapGet("/mediation/cases/{id:guid}/agreement", Agreement), Permission.Mediate).ExcludeFromDescription();
    }

    private static void MapParties(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/mine");
        mine.MapGet("", async (ListCases q, CurrentActor who, CancellationToken x) => Results.Ok(await q.OfParty(who.Required, x)))
            .Needs(Permission.ViewOwnTickets).WithSummary("Cases to which you are a party").Produces<IReadOnlyList<MediationLine>>();
        mine.MapGet("/{id:guid}", async (Guid id, FindMyMediation q, CurrentActor who, CancellationToken x) => await q.Execute(id, who.Required, x) is { } view ? Results.Ok(view) : Results.NotFound())
            .Needs(Permission.ViewOwnTickets).WithSummary("Your side of a case: invitation, dates, agreement").Produces<MyMediationView>().ProducesProblem(404);
        Paper(mine.MapGet("/{id:guid}/agreement", Agreement), Permission.ViewOwnTickets);
        Change(mine.MapPost("", (MediationApplyInput input, ApplyForMediation act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(input, c, x))),
            Permission.ReportTickets, "Ask for mediation as a household");
        Change(mine.MapPost("/{id:guid}/consent", (Guid id, MediationPlainInput input, GiveConsent act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, OwnWord(input), c, x))), Permission.ViewOwnTickets, "Consent to being mediated");
        Change(mine.MapPost("/{id:guid}/refuse", (Guid id, MediationPlainInput input, RefuseConsent act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, OwnWord(input), c, x))), Permission.ViewOwnTickets, "Say no, or take consent back; ends the mediation");
        Change(mine.MapPost("/{id:guid}/sign", (Guid id, MediationPlainInput input, SignMediatedAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, OwnWord(input), c, x))), Permission.ViewOwnTickets, "Sign the agreement");
        Change(mine.MapPost("/{id:guid}/withdraw", (Guid id, MediationReasonInput input, EndCase act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, MediationAct.Withdraw, input, c, x))), Permission.ViewOwnTickets, "Take the application back before mediation has begun");
    }

    private static void MapMediators(RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases");
        cases.MapGet("", async (ListCases q, CurrentActor who, CancellationToken x, int page = 1) => Results.Ok(await q.OfMediator(page, who.Required, x)))
            .Needs(Permission.Mediate).WithSummary("Your cases, and those that wait for a mediator").Produces<MediationDeskView>();
        cases.MapGet("/{id:guid}", async (Guid id, FindCase q, CurrentActor who, CancellationToken x) => await q.Execute(id, who.Required, x) is { } view ? Results.Ok(view) : Results.NotFound())
            .Needs(Permission.Mediate).WithSummary("A case of which you are a mediator").Produces<MediationCaseView>().ProducesProblem(404);
        Paper(cases.MapGet("/{id:guid}/agreement", Agreement), Permission.Mediate);
        Case<MediationPlainInput, TakeUpCase>(cases, "take", "Take a case that has no mediator", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationColleagueInput, AddMediator>(cases, "mediators", "Bring a colleague in", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationReasonInput, DeclineCase>(cases, "decline", "Stand aside", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationPartyInput, AddParty>(cases, "parties", "Add a party", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationAcceptInput, AcceptCase>(cases, "accept", "Accept the case and ask the parties", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationReasonInput, EndCase>(cases, "refuse", "Do not accept it", (act, id, b, c, x) => act.Execute(id, MediationAct.Refuse, b, c, x));
        Case<MediationWordInput, GiveConsent>(cases, "consent", "Record a party's consent", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationWordInput, RefuseConsent>(cases, "withdraw-consent", "Record that a party says no", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationSessionInput, PlanSession>(cases, "sessions", "Plan a meeting", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationRecordInput, RecordSession>(cases, "sessions/record", "Record a meeting", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediatedAgreementInput, DraftMediatedAgreement>(cases, "draft", "Draft the agreement", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediatedAgreementInput, RecordOralAgreement>(cases, "oral", "Record an oral agreement", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationWordInput, SignMediatedAgreement>(cases, "sign", "Sign as mediator, or record a party's signature", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationReasonInput, EndCase>(cases, "no-agreement", "End without an agreement", (act, id, b, c, x) => act.Execute(id, MediationAct.EndWithoutAgreement, b, c, x));
        Case<MediationReasonInput, EndCase>(cases, "absent", "End because a party did not come", (act, id, b, c, x) => act.Execute(id, MediationAct.EndForAbsence, b, c, x));
        Case<MediationVisitInput, PlanVisit>(cases, "visits", "Plan one more follow-up visit", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationVisitRecordInput, RecordVisit>(cases, "visits/record", "Record a follow-up visit", (act, id, b, c, x) => act.Execute(id, b, c, x));
        Case<MediationReasonInput, CloseCase>(cases, "close", "Close the case", (act, id, b, c, x) => act.Execute(id, b, c, x));
        cases.MapPost("/{id:guid}/phone", async (Guid id, MediationPhoneInput input, ShowPartyPhone act, HttpContext http, CancellationToken x) =>
        {
            var shown = await act.Execute(id, input, Context(http, input), x);
            return shown.Succeeded(out var phone) ? Results.Ok(new PartyPhone(phone)) : Problems.From(http, shown.Refusals);
        }).Needs(Permission.Mediate).WithSummary("Show a party's number whole; the look is logged").Produces<PartyPhone>().ProducesProblem(404).ProducesProblem(422);
    }

    private static MediationWordInput OwnWord(MediationPlainInput input) => new() { Version = input.Version };

    private static void Case<TBody, TAct>(
        RouteGroupBuilder cases, string name, string summary, Func<TAct, Guid, TBody, ProcessContext, CancellationToken, Task<Outcome<Saved>>> act)
        where TBody : MediationInput
        where TAct : notnull =>
        Change(cases.MapPost($"/{{id:guid}}/{name}", (Guid id, TBody input, HttpContext http, CancellationToken cancel) =>
            Act(http, input, c => act(http.RequestServices.GetRequiredService<TAct>(), id, input, c, cancel))), Permission.Mediate, summary);

    private static void Change(RouteHandlerBuilder route, Permission permission, string summary) =>
        route.Needs(permission).WithSummary(summary).Produces<MediationMade>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static RouteHandlerBuilder Paper(RouteHandlerBuilder route, Permission permission) =>
        route.Needs(permission).WithSummary("The agreement as a Word document").Produces(200, contentType: WordPackage.MediaType).ProducesProblem(404);

    private static async Task<IResult> Agreement(Guid id, AgreementDocument papers, CurrentActor current, CancellationToken cancel) =>
        await papers.Execute(id, current.Required, cancel) is { } paper ? paper : Results.NotFound();

    private static async Task<IResult> Act(HttpContext http, MediationInput input, Func<ProcessContext, Task<Outcome<Saved>>> act)
    {
        var saved = await act(Context(http, input));
        return saved.Succeeded(out var made) ? Results.Ok(new MediationMade(made.SubjectId)) : Problems.From(http, saved.Refusals);
    }

    private static ProcessContext Context(HttpContext http, MediationInput input) => new()
    {
        Actor = http.RequestServices.GetRequiredService<CurrentActor>().Required,
        At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        RequestId = input.RequestId,
    };
}
