using System.Net;
using System.Net.Http.Json;
using Linli.Domain.Registry;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>
/// Every endpoint and page × every role × own and foreign compound, made from the routes themselves. What must come out is
/// computed from what the route says it needs and what the role's catalogue entry permits.
/// </summary>
public class AuthorizationMatrixTests(MatrixWorld world) : IClassFixture<MatrixWorld>
{
    private enum Side
    {
        Own,
        Foreign,
    }

    /// <summary>Acts that a household does for itself; whoever is in a post is told to take up the other capacity first.</summary>
    private static readonly string[] HouseholdsOnly = ["POST /api/v1/tickets/", "GET /tickets/report", "POST /tickets/report", "GET /api/v1/tickets/followed/{number}"];

    /// <summary>How many changes have been recorded so far.</summary>
    private long changes;

    private readonly Dictionary<MatrixRole, Visitor> readers = [];

    private readonly Dictionary<MatrixRole, Visitor> writers = [];

    public static TheoryData<string> Roles => [.. MatrixWorld.Names];

    [Fact]
    public async Task Every_hole_in_an_address_has_an_own_and_a_foreign_subject()
    {
        await world.Roles(MatrixWorld.SignedOut);
        Violations.ShouldBeNone(
            await MatrixRoutes.Of(world.App), call => MatrixValues.UnknownHoles(call).Select(h => $"{call}: nobody said what {{{h}}} is"), atLeast: 10);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_gets_further_than_the_capacity_reaches(string name)
    {
        var roles = await world.Roles(name);
        // Whoever only reads does so first, in one session: nothing has been ended yet.
        var calls = (await MatrixRoutes.Of(world.App)).Where(c => !MatrixValues.UnknownHoles(c).Any()).OrderBy(c => c.Method != "GET").ToList();
        var found = new List<string>();
        changes = await Changes();
        foreach (var call in calls)
        {
            foreach (var (role, side) in roles.Where(r => !IsTriedByItsKind(r, call)).SelectMany(r => (MatrixValues.HasSubject(call) ? new[] { Side.Own, Side.Foreign } : [Side.Own]).Select(s => (r, s))))
            {
                if (await Try(role, call, side) is { } wrong)
                {
                    found.Add(wrong);
                }
            }
        }

        roles.ShouldNotBeEmpty();
        Violations.ShouldBeNone(calls, _ => found, atLeast: 10);
    }

    // What a permission shuts, it shuts for all who hold the same ones; the role of that kind of post, of owner or of resident tries it.
    private bool IsTriedByItsKind(MatrixRole role, MatrixCall call) =>
        call.Needs is { Permission: not Permission.None } needs && (needs.Permission & role.Permissions) == Permission.None && world.HasKindFor(role);

    private async Task<string?> Try(MatrixRole role, MatrixCall call, Side side)
    {
        var before = changes;
        var answer = await Send(role, call, side);
        var (expected, mayChange) = Expected(role, call, side, answer);
        changes = await Changes();
        var changed = changes != before;
        return expected is null
            ? changed && !mayChange ? $"{role.Name}, {side}: {call} changed something" : null
            : $"{role.Name}, {side}: {call} gave {(int)answer.Status}{(answer.Location is { } to ? $" to {to}" : string.Empty)}, expected {expected}";
    }

    /// <summary>What was expected if it did not come, and whether the call may have changed anything.</summary>
    private (string? Expected, bool MayChange) Expected(MatrixRole role, MatrixCall call, Side side, Answer answer)
    {
        var status = answer.Status;
        if ((int)status >= 500)
        {
            return ($"anything but a failure: {world.App.Log.LastError}", false);
        }

        if (call.Needs is null)
        {
            if (role.Capacity is not { IsHousehold: true } && HouseholdsOnly.Contains($"{call.Method} {call.Pattern}"))
            {
                return ((int)status is 403 or 422 or 200 or 302 ? null : "to be sent to the household", false);
            }

            return (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? "open to all" : null, true);
        }

        if (role.Name == MatrixWorld.SignedOut)
        {
            var asked = call.IsApi
                ? status == HttpStatusCode.Unauthorized
                : status == HttpStatusCode.Found && answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal);
            return (asked ? null : "to be asked to sign in", false);
        }

        if (call.Needs.Permission != Permission.None && (call.Needs.Permission & role.Permissions) == Permission.None)
        {
            // Who has no capacity yet may be led to where one is chosen.
            var led = role.Capacity is null && !call.IsApi && answer.Location?.StartsWith("/capacity", StringComparison.Ordinal) == true;
            return (status == HttpStatusCode.Forbidden || led ? null : "403", false);
        }

        if (side == Side.Foreign && (!role.CoversForeign || MatrixValues.IsPersonal(call)))
        {
            // A body that cannot be right may be refused before anything is looked up; that tells nothing.
            var hidden = status == HttpStatusCode.NotFound || (call.Body is not null && status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity);
            return (hidden ? null : "404", false);
        }

        if (role.Capacity is not { IsHousehold: true } && HouseholdsOnly.Contains($"{call.Method} {call.Pattern}"))
        {
            return ((int)status is 403 or 422 or 200 or 302 ? null : "to be sent to the household", false);
        }

        var sentAway = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || IsAskedToSignIn(answer, call);
        return (sentAway ? "to be let in" : Lost(role, call, status), true);
    }

    // Whoever ends the own session is.
    private static bool IsAskedToSignIn(Answer answer, MatrixCall call) =>
        answer.Location?.StartsWith("/sign-in", StringComparison.Ordinal) == true && call is { Method: "GET" };

    // A role that has the permission finds its own subject; whoever runs the platform has none of the tickets.
    private static string? Lost(MatrixRole role, MatrixCall call, HttpStatusCode status) =>
        status == HttpStatusCode.NotFound && call.Method == "GET" && role.Capacity is not null && call.Needs!.Permission != Permission.None
            ? "its own subject to be found"
            : null;

    private async Task<Answer> Send(MatrixRole role, MatrixCall call, Side side)
    {
        var address = MatrixValues.Address(call, side == Side.Own ? role.Own : role.Foreign);
        var request = new HttpRequestMessage(new HttpMethod(call.Method), address);
        if (call.IsApi)
        {
            if (call.Body is { } body && !MatrixValues.IsFile(body))
            {
                request.Content = JsonContent.Create(MatrixValues.Body(body));
            }

            using var program = role.Token is { } token ? world.App.ApiWith(token) : world.App.Api();
            return await program.Send(request);
        }

        if (call.Method == "GET")
        {
            return await (readers.TryGetValue(role, out var reader) ? reader : readers[role] = await SignIn(role)).Send(request);
        }

        // A session serves until an act is let in: that may have signed out or ended it.
        var visitor = writers.TryGetValue(role, out var writer) ? writer : writers[role] = await SignIn(role);
        var (cookie, field) = FormTokens.For(world.App, role.Name == MatrixWorld.SignedOut ? null : role.PersonId);
        visitor.Cookies["linli.form"] = cookie;
        request.Content = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", field), new("RequestId", Guid.NewGuid().ToString()), new("Version", "0")]);
        var answer = await visitor.Send(request);
        if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
        {
            writers.Remove(role);
            visitor.Dispose();
        }

        return answer;
    }

    private async Task<Visitor> SignIn(MatrixRole role) => role.Name == MatrixWorld.SignedOut
        ? world.App.Visitor()
        : await world.App.SignInAs(role.PersonId, role.Capacity?.Id, without: role.Capacity is null);

    private Task<long> Changes() => world.App.Scalar<long>("select last_value from matrix_changes");
}
