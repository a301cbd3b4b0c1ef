using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.SignIn;

/// <summary>Signing in by program: a code by SMS, then a token for one capacity.</summary>
internal static class SignInApi
{
    internal sealed record SendCode
    {
        public required string Phone { get; init; }
    }

    internal sealed record RedeemCode
    {
        public required string Phone { get; init; }

        public required string Code { get; init; }

        /// <summary>Name of the token, as its list shows it.</summary>
        public required string Name { get; init; }

        /// <summary>The capacity to act in; without it the first one held.</summary>
        public Guid? CapacityId { get; init; }
    }

    internal sealed record TokenMade
    {
        public required Guid Id { get; init; }

        /// <summary>The token itself; it is shown this once.</summary>
        public required string Token { get; init; }

        public required DateTimeOffset ExpiresAt { get; init; }

        public required Guid CapacityId { get; init; }
    }

    public static void MapSignInApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/sign-in").WithTags("Sign-in").OpenToAll().RequireRateLimiting(SignInModule.RateLimit);
        api.MapPost("/code", Send).WithSummary("Send a one-time code by SMS").ProducesProblem(422).Produces(204);
        api.MapPost("/token", Redeem).WithSummary("Exchange the code for an access token").ProducesProblem(422).Produces<TokenMade>();
    }

    private static async Task<IResult> Send(SendCode input, SignInCodes codes, HttpContext http, CancellationToken cancel)
    {
        var phone = PhoneNumber.Parse(input.Phone);
        var sent = phone.IsRefused ? Outcome<Done>.Refused(phone.Refusals) : await codes.Send(phone.Value, cancel);
        return sent.IsRefused ? Problems.From(http, sent.Refusals) : Results.NoContent();
    }

    private static async Task<IResult> Redeem(
        RedeemCode input, SignInCodes codes, Capacities capacities, AccessTokens tokens, HttpContext http, CancellationToken cancel)
    {
        var phone = PhoneNumber.Parse(input.Phone);
        var person = phone.IsRefused ? Outcome<Guid>.Refused(phone.Refusals) : await codes.Redeem(phone.Value, input.Code, cancel);
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
        var made = await tokens.Make(actor, input.Name, cancel);
        return made.Succeeded(out var result)
            ? Results.Ok(new TokenMade { Id = result.Token.Id, Token = result.Secret, ExpiresAt = result.Token.ExpiresAt, CapacityId = result.Token.CapacityId })
            : Problems.From(http, made.Refusals);
    }
}
