using System.Net.Mime;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Decisions;

/// <summary>Everything that the pages about votes can do, for programs.</summary>
internal static class VotesApi
{
    /// <summary>A list of votes.</summary>
    internal sealed record VotesPage(IReadOnlyList<VoteLine> Votes, int Pages);

    public static void MapVotesApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/votes").WithTags("Votes");
        api.MapGet("", async (ListVotes q, CurrentActor who, CancellationToken x, int page = 1) =>
            {
                var (lines, pages) = await q.Execute(page, who.Required, x);
                return Results.Ok(new VotesPage(lines, pages));
            })
            .Needs(Permission.ViewOwnTickets).WithSummary("Votes of your compound, or those in your scope; newest first").Produces<VotesPage>();
        api.MapGet("/{id:guid}", (Guid id, ShowVote q, CurrentActor who, CancellationToken x) => Show(q.Execute(id, who.Actor, x)))
            .OpenToAll().WithSummary("A vote: its questions, how much came in, and the result once it is published").Produces<VoteView>().ProducesProblem(404);
        api.MapGet("/{id:guid}/ledger", Ledger).OpenToAll().WithSummary("The public ledger, from which anybody recounts the vote").Produces(200, contentType: MediaTypeNames.Text.Plain).ProducesProblem(404);
        // The page links to the same file.
        app.MapGet("/votes/{id:guid}/ledger", Ledger).OpenToAll().WithSummary("The public ledger as a file").ExcludeFromDescription();
        api.MapGet("/{id:guid}/mine", (Guid id, ShowMyBallot q, CurrentActor who, CancellationToken x) => Show(q.Execute(id, who.Required, x)))
            .Needs(Permission.CastBallots).WithSummary("Your ballot: what it covers, and its receipt with the proof that it is in the tree").Produces<MyBallotView>().ProducesProblem(404);
        api.MapGet("/{id:guid}/papers", (Guid id, ShowPaper q, CurrentActor who, CancellationToken x, string? unit = null) => Show(q.Execute(id, unit, who.Required, x)))
            .Needs(Permission.EnterBallots).WithSummary("Who may sign for a unit, and papers that wait for another clerk").Produces<PaperView>().ProducesProblem(404);

        app.MapPost("/api/v1/compounds/{code}/votes", (string code, VoteInput input, PrepareVote act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(code, input, c, x)))
            .WithTags("Votes").Needs(Permission.PrepareDecisions).WithSummary("Prepare a vote").Produces<Made<Guid>>().ProducesProblem(404).ProducesProblem(422);
        Keep<VoteInput, PrepareVote>(api, "", Permission.PrepareDecisions, "Write a vote anew that is not yet published", (act, id, input, c, x) => act.Rewrite(id, input, c, x));
        Keep<VoteStepInput, MoveVote>(api, "/steps", Permission.PrepareDecisions, "Take the next step: notice, opening, closing, result …", (act, id, input, c, x) => act.Execute(id, input, c, x));
        Keep<BallotInput, CastBallot>(api, "/ballots", Permission.CastBallots, "Vote as the owner that you act as", (act, id, input, c, x) => act.Execute(id, input, c, x));
        Keep<DeliveryInput, RecordDelivery>(api, "/deliveries", Permission.EnterBallots, "Record that ballots were delivered", (act, id, input, c, x) => act.Execute(id, input, c, x));
        Keep<ObjectionInput, ObjectToResult>(api, "/objections", Permission.CastBallots, "Object to the published result", (act, id, input, c, x) => act.Execute(id, input, c, x));
        api.MapPost("/{id:guid}/papers", (Guid id, PaperInput input, ReadPaper act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.EnterBallots).WithSummary("Read a paper ballot: two clerks independently, a third where they differ").Produces<Made<PaperState>>().ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/{id:guid}/looks", (Guid id, LookInput input, LookAtBallot act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.SeeBallots).WithSummary("See a single ballot for a reason; the look is logged").Produces<Made<BallotSeen>>().ProducesProblem(404).ProducesProblem(422);
    }

    private static void Keep<TInput, TAct>(
        RouteGroupBuilder api, string name, Permission permission, string summary, Func<TAct, Guid, TInput, ProcessContext, CancellationToken, Task<Outcome<Guid>>> run)
        where TInput : ChangeInput
        where TAct : notnull =>
        api.MapPost("/{id:guid}" + name, (Guid id, TInput input, HttpContext http, CancellationToken cancel) =>
                Act(http, input, context => run(http.RequestServices.GetRequiredService<TAct>(), id, input, context, cancel)))
            .Needs(permission).WithSummary(summary).Produces<Made<Guid>>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Ledger(Guid id, BuildLedger ledger, CurrentActor who, CancellationToken cancel) =>
        await ledger.Execute(id, who.Actor, cancel) is { } text
            ? Results.File(Encoding.UTF8.GetBytes(text), "text/tab-separated-values; charset=utf-8", $"linli-ledger-{id}.tsv")
            : Results.NotFound();
}
