using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Platform.SignIn;

/// <summary>Looking after other people's accounts by program.</summary>
internal static class AccountsApi
{
    public static void MapAccountsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/accounts").WithTags("Accounts").Needs(Permission.ManageAccounts);
        api.MapGet("", Find).WithSummary("Find accounts by part of a name or by the whole telephone number; at most 20").Produces<IReadOnlyList<AccountView>>().ProducesProblem(403);
        api.MapGet("/{id:guid}", One).WithSummary("A person's account: sessions, tokens, last sign-in, lock").Produces<AccountView>().ProducesProblem(404);
        api.MapPost("/{id:guid}/unlock", (Guid id, AccountActInput input, UnlockAccount act, HttpContext http) => Act(http, input, c => act.Execute(id, input, c, http.RequestAborted)))
            .WithSummary("Lift the lock that wrong passwords have put on the account").Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/{id:guid}/end-access", (Guid id, AccountActInput input, EndAccess act, HttpContext http) => Act(http, input, c => act.Execute(id, input, c, http.RequestAborted)))
            .WithSummary("Sign the person out everywhere: end all sessions, revoke all tokens").Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Find(FindAccounts accounts, CurrentActor current, HttpContext http, string? text = null) =>
        (await accounts.Execute(text, current.Required, http.RequestAborted)) is { IsRefused: false } found ? Results.Ok(found.Value) : Problems.From(http, [new NotAllowedInThisCapacity()]);

    private static async Task<IResult> One(Guid id, FindAccounts accounts, CurrentActor current, HttpContext http)
    {
        var found = await accounts.One(id, current.Required, http.RequestAborted);
        return found.Succeeded(out var account) ? Results.Ok(account) : Problems.From(http, found.Refusals);
    }
}
