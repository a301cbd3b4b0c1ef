using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Linli.Web.Registry.Privacy.Consents;
using Linli.Web.Registry.Privacy.MyData;
using Linli.Web.Registry.Privacy.Register;
using Linli.Web.Registry.Privacy.Requests;
using Linli.Web.Registry.Queries;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Registry.Privacy;

/// <summary>Everything that the pages about personal data can do, for programs.</summary>
internal static class PrivacyApi
{
    public static void MapPrivacyApi(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/api/v1/me/data").WithTags("Own data");
        MapOwn(mine);
        MapPhone(mine);
        MapRequests(mine);
        MapDuties(app.MapGroup("/api/v1/privacy").WithTags("Personal data"));
    }

    private static void MapOwn(RouteGroupBuilder api)
    {
        api.MapGet("", (ShowMyData q, CurrentActor who, CancellationToken x) => q.Execute(who.Required, false, x))
            .Needs(Permission.None).WithSummary("All that is held about yourself, with purpose, basis and retention; numbers masked").Produces<IReadOnlyList<MyCategory>>();
        api.MapGet("/looks", (LooksAtMe q, CurrentActor who, CancellationToken x) => q.Execute(who.Required, x))
            .Needs(Permission.None).WithSummary("Who saw your numbers whole, and why").Produces<IReadOnlyList<Look>>();
        Change(api, "/export", "A copy of all that is held about yourself; numbers whole only with a confirmation code", (ExportInput input, ExportMyData act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).Produces<Made<PersonalExport>>();
        api.MapGet("/consents", (MyConsents q, CurrentActor who, CancellationToken x) => q.Execute(who.Required, x))
            .Needs(Permission.None).WithSummary("Purposes that need your consent, and how you stand to them").Produces<IReadOnlyList<ConsentView>>();
        api.MapGet("/consents/log", (MyConsents q, CurrentActor who, CancellationToken x) => q.Log(who.Required, x))
            .Needs(Permission.None).WithSummary("Every consent you gave or withdrew").Produces<IReadOnlyList<ConsentWord>>();
        Change(api, "/consents", "Give consent to a purpose, or withdraw it", (ConsentInput input, SayConsent act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).Produces(204);
        Change(api, "/notice-readings", "Note that you have read the privacy notice", (NoticeReadInput input, ReadNotice act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).Produces(204);
    }

    private static void MapPhone(RouteGroupBuilder api)
    {
        Change(api, "/confirmation-codes", "Send a code to your own number, to prove that it is you; the answer is the number, masked", (PlainInput input, ConfirmItIsMe act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Send(c.Actor, x))).RequireRateLimiting(SignInModule.RateLimit).Produces<Made<string>>();
        Change(api, "/phone-codes", "Send a code to a new number of yours", (NewNumberInput input, ChangeOwnPhone act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.SendCode(input, c, x))).RequireRateLimiting(SignInModule.RateLimit).Produces<Made<string>>();
        Change(api, "/phone", "Change your own number, with a code sent to each", (OwnPhoneInput input, ChangeOwnPhone act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).RequireRateLimiting(SignInModule.RateLimit).Produces(204);
    }

    private static void MapRequests(RouteGroupBuilder api)
    {
        api.MapGet("/requests", (MyRequests q, CurrentActor who, CancellationToken x) => q.Execute(who.Required, x))
            .Needs(Permission.None).WithSummary("Your requests to correct or delete").Produces<IReadOnlyList<RightsRequestView>>();
        api.MapGet("/requests/{id:guid}", (Guid id, MyRequests q, CurrentActor who, CancellationToken x) => Show(q.Find(id, who.Required, x)))
            .Needs(Permission.None).WithSummary("One of your requests").Produces<RightsRequestView>().ProducesProblem(404);
        Change(api, "/requests/{id:guid}/withdraw", "Take a request back", (Guid id, PlainInput input, WithdrawRequest act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, c, x))).Produces(204).ProducesProblem(404);
        Change(api, "/corrections", "Ask for a correction", (AskCorrectionInput input, AskForCorrection act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).Produces<Made<Guid>>();
        Change(api, "/deletions", "Ask for deletion", (DeletionInput input, AskForDeletion act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x))).Produces<Made<Guid>>();
    }

    private static void MapDuties(RouteGroupBuilder api)
    {
        api.MapGet("/notice", async (ShowNotice q, CurrentActor who, CancellationToken x) => Results.Ok((await q.Execute(who.Actor, x)).Notice))
            .OpenToAll().WithSummary("The privacy notice in force").Produces<PrivacyNotice>();
        api.MapGet("/purposes", ([AsParameters] PurposeQuery f, Purposes q, CurrentActor who, CancellationToken x) => Show(q.Execute(f.Filter, who.Required, x)))
            .Needs(Permission.ViewPurposes).WithSummary("The register of purposes: every column that holds personal data, and why").Produces<PurposeRegister>();
        api.MapGet("/retention", (RetentionLog q, CurrentActor who, CancellationToken x, int page = 1) => Show(q.Execute(page, who.Required, x)))
            .Needs(Permission.ViewPurposes).WithSummary("The retention rules and what they have done").Produces<RetentionLogView>();
        api.MapGet("/requests", (OpenRequests q, CurrentActor who, CancellationToken x, bool decided = false, int page = 1) => q.Execute(decided, page, who.Required, x))
            .Needs(Permission.HandlePersonalDataRequests).WithSummary("Requests that wait for your decision, by deadline; or those decided").Produces<RightsRequestPage>();
        api.MapGet("/requests/{id:guid}", (Guid id, OpenRequests q, CurrentActor who, CancellationToken x) => Show(q.Find(id, who.Required, x)))
            .Needs(Permission.HandlePersonalDataRequests).WithSummary("A request to correct or delete").Produces<RightsRequestView>().ProducesProblem(404);
        api.MapPost("/requests/{id:guid}/decision", (Guid id, DecisionInput input, DecideRequest act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.HandlePersonalDataRequests).WithSummary("Decide on a request, with the reason where it is not done as asked")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    /// <summary>The filter as it stands in an address.</summary>
    internal sealed record PurposeQuery(string? Schema, string? Purpose, LawfulBasis? Basis, bool SensitiveOnly = false)
    {
        public PurposeFilter Filter => new() { Schema = Schema, Purpose = Purpose, Basis = Basis, SensitiveOnly = SensitiveOnly };
    }

    private static RouteHandlerBuilder Change(RouteGroupBuilder api, string route, string summary, Delegate handler) =>
        api.MapPost(route, handler).Needs(Permission.None).WithSummary(summary).ProducesProblem(409).ProducesProblem(422);
}
