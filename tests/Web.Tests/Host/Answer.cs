using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Linli.Web.Tests.Host;

/// <summary>What the server answered, read once; the document is parsed only when it is looked at.</summary>
public sealed class Answer
{
    private IHtmlDocument? document;

    public required Uri Address { get; init; }

    public required HttpStatusCode Status { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>Path and query that the answer redirects to; null when it does not.</summary>
    public string? Location => Headers.GetValueOrDefault("Location") is { } to
        ? new Uri(Address, to) is var full && full.Authority == Address.Authority ? full.PathAndQuery : full.AbsoluteUri
        : null;

    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Text);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Title => Document.Title ?? string.Empty;

    /// <summary>The one element that fits, or a failure that shows the page.</summary>
    public IElement One(string selector) => Document.QuerySelectorAll(selector) is [var only]
        ? only
        : throw new Xunit.Sdk.XunitException($"Not exactly one {selector} at {Address.PathAndQuery} ({(int)Status}):\n{Short(Text)}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The refusal's name in a problem of the API.</summary>
    public string? Problem => Json.TryGetProperty("type", out var type) ? type.GetString()?.Split('/')[^1] : null;

    public Answer ShouldBe(HttpStatusCode status) => Status == status
        ? this
        : throw new Xunit.Sdk.XunitException($"{(int)status} was expected, {(int)Status} came at {Address.PathAndQuery}:\n{Short(Text)}");

    internal static async Task<Answer> From(HttpResponseMessage response) => new()
    {
        Address = response.RequestMessage!.RequestUri!,
        Status = response.StatusCode,
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        Body = await response.Content.ReadAsByteArrayAsync(),
    };

    private static string Short(string text) => text.Length > 3000 ? text[..3000] + " …" : text;
}
