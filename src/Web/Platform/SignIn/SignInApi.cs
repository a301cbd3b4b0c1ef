using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.SignIn;

/// <summary>Signing in by program: a code by SMS, then a token for one capacity.</summary>
internal static class SignInApi
{
    [ApiExample("""{ "phoneNumber": "13800000000" }""")]
    internal sealed record SendCode
    {
        public required string PhoneNumber { get; init; }
    }

    [ApiExample("""{ "phoneNumber": "13800000000", "code": "204816", "name": "patrol robot" }""")]
    internal sealed record RedeemCode
    {
        public required string PhoneNumber { get; init; }

        public required string Code { get; init; }

        /// <summary>Name of the token, as its list shows it.</summary>
        public required string Name { get; init; }

        /// <summary>The capacity to act in; without it the first one held.</summary>
        public Guid? CapacityId { get; init; }
    }

    public static void MapSignInApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/sign-in").WithTags("Sign-in").OpenToAll().RequireRateLimiting(SignInModule.RateLimit);
        api.MapPost("/code", Send).WithSummary("Send a one-time code by SMS").ProducesProblem(422).Produces(204);
        api.MapPost("/token", Redeem).WithSummary("Exchange the code for an access token").ProducesProblem(422).Produces<TokenMade>();
    }

    private static async Task<IResult> Send(SendCode input, SignInCodes codes, HttpContext http, CancellationToken cancel)
    {
        var phone = PhoneNumber.Parse(input.PhoneNumber);
        var sent = phone.IsRefused ? Outcome<Done>.Refused(phone.Refusals) : await codes.Send(phone.Value, cancel);
        return sent.IsRefused ? Problems.From(http, sent.Refusals) : Results.NoContent();
    }

    private static async Task<IResult> Redeem(
        RedeemCode input, SignInCodes codes, Capacities capacities, AccessTokens tokens, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        // Judged first: a refused name must not cost the code.
        var phone = PhoneNumber.Parse(input.PhoneNumber);
        if (phone.IsRefused || AccessTokens.RefusalOf(input.Name) is not null)
        {
            return Problems.From(http, phone.IsRefused ? phone.Refusals : [AccessTokens.RefusalOf(input.Name)!]);
        }

        var person = await codes.Redeem(phone.Value, input.Code, cancel);
        if (person.IsRefused)
        {
            return Problems.From(http, person.Refusals);
        }

        var held = await capacities.HeldBy(person.Value, cancel);
        var actor = new Actor
        {
            PersonId = person.Value,
            Name = string.Empty,
            Capacity = input.CapacityId is { } wanted ? held.FirstOrDefault(c => c.Id == wanted) : held is [var first, ..] ? first : null,
        };
        var context = new ProcessContext { Actor = actor, At = clock.GetUtcNow(), RequestId = Guid.NewGuid() };
        var made = await tokens.Make(input.Name, context, cancel);
        return made.Succeeded(out var token) ? Results.Ok(token) : Problems.From(http, made.Refusals);
    }
}
