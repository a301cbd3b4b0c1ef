using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace Linli.Web.Platform.Documents;

/// <summary>A document to be downloaded; no cache keeps it.</summary>
internal sealed class WordAnswer(string name, byte[] document) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName($"{name}.docx");
        var response = httpContext.Response;
        response.ContentType = WordPackage.MediaType;
        response.ContentLength = document.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(document, httpContext.RequestAborted);
    }
}
