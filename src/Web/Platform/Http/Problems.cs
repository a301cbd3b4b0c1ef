using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Platform.Http;

/// <summary>Refusals as RFC 9457 problems: the type is the refusal's name, the title its message in the caller's language.</summary>
internal static class Problems
{
    public static IResult From(HttpContext http, IReadOnlyList<Refusal> refusals) => Results.Problem(Details(http, StatusOf(refusals[0]), refusals));

    public static Task Write(HttpContext http, int status, Refusal refusal)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(Details(http, status, [refusal]), options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    private static ProblemDetails Details(HttpContext http, int status, IReadOnlyList<Refusal> refusals)
    {
        var texts = http.RequestServices.GetRequiredService<RefusalTexts>();
        var problem = new ProblemDetails
        {
            Status = status,
            Type = TypeOf(refusals[0]),
            Title = texts.Of(refusals[0]),
            Instance = http.Request.Path,
        };
        if (refusals.Any(r => r.Field is not null))
        {
            problem.Extensions["errors"] = refusals.Select(r => new { field = r.Field, type = TypeOf(r), message = texts.Of(r) });
        }

        return problem;
    }

    private static string TypeOf(Refusal refusal) => refusal is IAboutAnother { Inner: var inner } ? TypeOf(inner) : $"/problems/{refusal.Code}";

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        NotFound => StatusCodes.Status404NotFound,
        NotAllowedInThisCapacity => StatusCodes.Status403Forbidden,
        ChangedMeanwhile => StatusCodes.Status409Conflict,
        { Field: not null } => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
