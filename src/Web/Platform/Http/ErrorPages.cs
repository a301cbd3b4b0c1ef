using Linli.Domain.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Linli.Web.Platform.Http;

/// <summary>The caller sent something that cannot be read as what this expects.</summary>
public sealed record RequestIsNotUnderstood : Refusal;

/// <summary>Something broke here; nothing of the request was stored.</summary>
public sealed record SomethingBroke : Refusal;

/// <summary>
/// Failures in the product's own voice: a page for people, a problem for programs. A refused POST keeps its status, because
/// executing it again as a page would turn it into something else.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(http =>
        {
            var error = http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Error;
            var status = error is BadHttpRequestException bad ? bad.StatusCode
                : error is AntiforgeryValidationException || IsUnreadableForm(error) || HoldsWhatCannotBeStored(error) ? StatusCodes.Status400BadRequest
                : StatusCodes.Status500InternalServerError;
            http.Response.StatusCode = status;
            return IsApi(http)
                ? Problems.Write(http, status, RefusalOf(status))
                : ErrorPage.Write(http, status);
        }));
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await (IsApi(http)
                    ? Problems.Write(http, http.Response.StatusCode, RefusalOf(http.Response.StatusCode))
                    : ErrorPage.Write(http, http.Response.StatusCode));
            }
        });
    }

    /// <summary>Bodies are UTF-8; the framework fails at other character sets, and at some of them badly.</summary>
    public static void UseUtf8Only(this WebApplication app) => app.Use((http, next) =>
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || type.Charset is not { HasValue: true } charset || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    /// <summary>An address that nothing answers is not found, signed in or not; the closed-by-default policy need not ask.</summary>
    public static void UseNotFoundForUnknownRoutes(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    // Too many fields, a broken boundary, a body that ends early: the framework throws these while it reads a form, and nobody else there.
    private static bool IsUnreadableForm(Exception? error) =>
        error is InvalidDataException or IOException && error.Source is "Microsoft.AspNetCore.WebUtilities" or "Microsoft.AspNetCore.Http";

    // PostgreSQL keeps no NUL in a text; codes and words to search for come here without having been cleaned.
    private static bool HoldsWhatCannotBeStored(Exception? error) =>
        (error as PostgresException ?? error?.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.CharacterNotInRepertoire;

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    private static Refusal RefusalOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => new Changes.NotFound(),
        StatusCodes.Status403Forbidden => new Changes.NotAllowedInThisCapacity(),
        StatusCodes.Status401Unauthorized => new SignIn.SignInIsNeeded(),
        StatusCodes.Status429TooManyRequests => new TooManyRequests(),
        StatusCodes.Status413PayloadTooLarge => new RequestIsTooLarge(),
        >= 500 => new SomethingBroke(),
        _ => new RequestIsNotUnderstood(),
    };
}

/// <summary>Too many attempts from one address in a minute.</summary>
public sealed record TooManyRequests : Refusal;

/// <summary>More than a request may carry.</summary>
public sealed record RequestIsTooLarge : Refusal;
