using System.Text.Encodings.Web;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Http;

/// <summary>A small page that stands on nothing but the stylesheet, so that it can be shown when all else fails.</summary>
internal static class ErrorPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static async Task Write(HttpContext http, int status)
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var known = status is 400 or 403 or 404 or 405 or 413 or 415 or 429 ? status : status < 500 ? 400 : 500;
        string Say(string key) => Encoder.Encode(texts[key].Value);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{System.Globalization.CultureInfo.CurrentUICulture.Name}" class="govuk-template--rebranded">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Say($"Error.{known}.Title")} - {Say("Product")}</title><link rel="stylesheet" href="/css/site.css"></head>
            <body><main class="ph-main" id="main"><p class="logo">{Say("Product")}</p>
            <h1 class="t-h1">{Say($"Error.{known}.Title")}</h1><p>{Say($"Error.{known}.Text")}</p>
            <p><a class="btn btn--p" href="/">{Say("Error.Home")}</a></p></main></body></html>
            """, http.RequestAborted);
    }
}
