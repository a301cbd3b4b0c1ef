using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Registry.Documents;

/// <summary>Everything that the pages about governing documents can do, for programs.</summary>
internal static class DocumentsApi
{
    public static void MapDocumentsApi(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/v1/compounds/{code}/documents").WithTags("Documents");
        Open(read, "/", "Governing documents of a compound; open to everybody", (string code, ListDocuments q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Actor, x))).Produces<DocumentsView>();
        Open(read, "/{kind}", "A document to be read: the version asked for, or the one in force", (string code, string kind, ReadDocument q, CurrentActor who, CancellationToken x, int? version = null) =>
            Show(q.Execute(code, kind, version, who.Actor, x))).Produces<DocumentView>();
        Open(read, "/{kind}/comparison", "Two versions beside each other", (string code, string kind, CompareDocuments q, CurrentActor who, CancellationToken x, int? from = null, int? to = null) =>
            Show(q.Execute(code, kind, from, to, who.Actor, x))).Produces<ComparisonView>();
        Change<CommentInput>(read, "/{kind}/comments", Permission.ViewOwnTickets, "Comment on the version that is out for comments, as owner or resident", (code, kind, input, context, services, x) =>
            services.GetRequiredService<CommentOnDocument>().Execute(code, kind, input, context, x));

        var desk = app.MapGroup("/api/v1/registry/compounds/{code}/documents").WithTags("Documents");
        desk.MapGet("/{kind}", (string code, string kind, ShowDocumentDesk q, CurrentActor who, CancellationToken x) => Show(q.Execute(code, kind, who.Required, x)))
            .Needs(Permission.ViewRegistry).WithSummary("A document with its draft, required clauses and comments").Produces<DocumentDeskView>().ProducesProblem(404);
        Keep<DraftInput>(desk, "draft", "Begin the next version, or replace the text of the draft", (code, kind, input, context, services, x) =>
            services.GetRequiredService<DraftDocument>().Execute(code, kind, input, context, x));
        Keep<MarksInput>(desk, "clauses", "Point to the articles that fulfil the required clauses", (code, kind, input, context, services, x) =>
            services.GetRequiredService<MarkClauses>().Execute(code, kind, input, context, x));
        Keep<PublishInput>(desk, "publish", "Put the draft out for comments", (code, kind, input, context, services, x) =>
            services.GetRequiredService<PublishDocument>().Execute(code, kind, input, context, x));
        Keep<WithdrawInput>(desk, "withdraw", "Give up the version that is on its way", (code, kind, input, context, services, x) =>
            services.GetRequiredService<WithdrawDocument>().Execute(code, kind, input, context, x));
        Keep<AdoptInput>(desk, "adopt", "Record that the version was adopted; areas in m²", (code, kind, input, context, services, x) =>
            services.GetRequiredService<AdoptDocument>().Execute(code, kind, input, context, x));
        Keep<RepealInput>(desk, "repeal", "End the version in force without another in its place", (code, kind, input, context, services, x) =>
            services.GetRequiredService<RepealDocument>().Execute(code, kind, input, context, x));
        Keep<ScanInput>(desk, "scan", "Add the signed text to a version that was adopted", (code, kind, input, context, services, x) =>
            services.GetRequiredService<AttachScan>().Execute(code, kind, input, context, x));
        app.MapPost("/api/v1/registry/document-files", Upload).Needs(Permission.ManageDocuments).DisableAntiforgery().WithTags("Documents")
            .WithSummary("Upload a decision paper or a signed text, PDF or photo; the id belongs to the caller until an act takes it up").Produces<Made<Guid>>().ProducesProblem(422);
        Keep<AnswerInput>(desk, "answers", "Answer a comment", (code, kind, input, context, services, x) =>
            services.GetRequiredService<AnswerComment>().Execute(code, kind, input, context, x));
    }

    private static async Task<IResult> Upload(IFormFile file, DocumentPapers papers, CurrentActor who, HttpContext http, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        var id = await papers.TakeIn(nameof(AdoptInput.Paper), file, null, who.Required, refusals, cancel);
        return id is { } made ? Results.Ok(new Made<Guid>(made)) : Problems.From(http, refusals);
    }

    private static RouteHandlerBuilder Open(RouteGroupBuilder api, string route, string summary, Delegate handler) =>
        api.MapGet(route, handler).OpenToAll().WithSummary(summary).ProducesProblem(404);

    private static void Keep<T>(RouteGroupBuilder api, string act, string summary, Func<string, string, T, ProcessContext, IServiceProvider, CancellationToken, Task<Outcome<Guid>>> run)
        where T : ChangeInput => Change(api, "/{kind}/" + act, Permission.ManageDocuments, summary, run);

    private static void Change<T>(
        RouteGroupBuilder api, string route, Permission permission, string summary,
        Func<string, string, T, ProcessContext, IServiceProvider, CancellationToken, Task<Outcome<Guid>>> run)
        where T : ChangeInput =>
        api.MapPost(route, (string code, string kind, T input, HttpContext http, CancellationToken cancel) =>
                Act(http, input, context => run(code, kind, input, context, http.RequestServices, cancel)))
            .Needs(permission).WithSummary(summary).Produces<Made<Guid>>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
}
