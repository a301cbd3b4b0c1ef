using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Look.Helpers;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Platform.Http;

/// <summary>
/// What pages have in common: who acts, the request id that makes a form act once, refusals shown beside their fields, and
/// a form given back whose session had ended while it was being filled in.
/// </summary>
public abstract class LinliPage : PageModel
{
    /// <summary>Made when the form is shown, sent back with it: <c>&lt;request-id /&gt;</c> writes it.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    internal CancellationToken Cancel => HttpContext.RequestAborted;

    internal TService Get<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();

    internal Actor Actor => Get<CurrentActor>().Required;

    /// <summary>The request id that a shown form carries.</summary>
    public Guid RequestIdToSend => RequestId == Guid.Empty ? RequestId = Guid.NewGuid() : RequestId;

    /// <summary>A form for which the page has no handler is refused; shown as if asked for, the page would lack what its handler reads.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    internal ProcessContext Context(string? reason = null) => new()
    {
        Actor = Actor,
        At = Get<TimeProvider>().GetUtcNow(),
        RequestId = RequestId,
        Reason = reason,
    };

    /// <summary>Puts refusals into the model state, each beside its field under the given prefix, and shows the page again with what was typed.</summary>
    internal PageResult Refuse(IEnumerable<Refusal> refusals, string prefix = "Input")
    {
        var texts = Get<RefusalTexts>();
        foreach (var refusal in refusals)
        {
            var message = texts.Of(refusal);
            ModelState.AddModelError(refusal.Field is { } field ? prefix.Length == 0 ? field : $"{prefix}.{field}" : string.Empty, message);
            if (MayStandAnywhere(refusal))
            {
                FieldLabels.SaidAnywhere(HttpContext, message);
            }
        }

        ViewData["HasErrors"] = true;
        return Page();
    }

    // A refusal that is told its field has words for any of them.
    private static bool MayStandAnywhere(Refusal refusal) => refusal.Field is { } field
        && refusal.GetType().GetProperties().Any(p => p.Name != nameof(Refusal.Field) && p.PropertyType == typeof(string) && field.Equals(p.GetValue(refusal)));

    /// <summary>The answer to a refused act: not found stays not found, anything else shows the page again.</summary>
    internal IActionResult RefuseOrNotFound(IReadOnlyList<Refusal> refusals, string prefix = "Input") =>
        refusals is [Changes.NotFound, ..] ? NotFound() : Refuse(refusals, prefix);

    /// <summary>After an act: the next page with a word, or this one with what is wrong.</summary>
    internal IActionResult After<TValue>(Outcome<TValue> outcome, string said, string next, string prefix = "Input")
    {
        if (outcome.IsRefused)
        {
            return RefuseOrNotFound(outcome.Refusals, prefix);
        }

        Say(said);
        return Redirect(next);
    }

    /// <summary>Fills the model with the form that this browser sent after its session had ended; true when there was one.</summary>
    internal async Task<bool> TakeBackParkedForm<TInput>(TInput input, string prefix)
        where TInput : class
    {
        var parked = await Get<ParkedForms>().TakeBack(HttpContext);
        if (parked is null)
        {
            return false;
        }

        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(parked.ToDictionary(f => f.Key, f => new Microsoft.Extensions.Primitives.StringValues(f.Value))),
            System.Globalization.CultureInfo.InvariantCulture);
        await TryUpdateModelAsync(input, prefix, values);
        if (Guid.TryParse(parked.GetValueOrDefault(nameof(RequestId))?.FirstOrDefault(), out var requestId))
        {
            RequestId = requestId;
        }

        // What was typed is shown as it was; it is judged when it is sent again.
        ModelState.Clear();
        ViewData["FormGivenBack"] = true;
        return true;
    }

    /// <summary>A message that the next page shows once.</summary>
    internal void Say(string text) => TempData[PageNotes.Notice] = text;
}
