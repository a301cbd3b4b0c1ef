using Linli.Web.Demo.Contract;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Demo;

internal static class DemoRoutes
{
    public static void MapDemoRoutes(this IEndpointRouteBuilder app) =>
        app.MapPost("/demo/sign-in", Enter).OpenToAll().RequireRateLimiting(SignInModule.RateLimit).ExcludeFromDescription();

    // Nobody but the made-up persons of the demo can be entered without a code, and nowhere but on a demo installation.
    private static async Task<IResult> Enter([FromForm] Guid personId, [FromForm] string? returnUrl, HttpContext http, IDemoPersons persons, SignInFlow flow) =>
        await persons.Has(personId, http.RequestAborted)
            ? Results.LocalRedirect(await flow.Enter(http, personId, SignInWay.Demo, returnUrl))
            : Results.NotFound();
}
