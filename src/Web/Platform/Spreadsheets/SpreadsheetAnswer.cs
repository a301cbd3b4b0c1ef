using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>A workbook to be downloaded, written into the answer while it is made.</summary>
internal sealed class SpreadsheetAnswer(string name, Func<Stream, CancellationToken, Task> write) : IActionResult, IResult
{
    private const int Buffer = 64 * 1024;

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // A zip is written without waiting; the buffer keeps that to a few writes.
        httpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        var response = httpContext.Response;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName($"{name}.xlsx");
        response.ContentType = WorkbookWriter.MediaType;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await using var buffered = new BufferedStream(response.Body, Buffer);
        await write(buffered, httpContext.RequestAborted);
        await buffered.FlushAsync(httpContext.RequestAborted);
    }
}
