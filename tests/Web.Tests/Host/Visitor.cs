using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Linli.Web.Tests.Host;

/// <summary>
/// A browser without script: keeps cookies, opens pages, fills in and sends the forms that are on them. It does not follow
/// redirects unless asked to. Cookies live by the server's word alone, because its clock is the test's.
/// </summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient http;

    internal Visitor(TestApp app) => http = app.Http();

    public Dictionary<string, string> Cookies { get; } = [];

    public Task<Answer> Get(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Opens the page and whatever it redirects to.</summary>
    public async Task<Answer> Open(string address) => await Follow(await Get(address));

    public async Task<Answer> Follow(Answer answer)
    {
        for (var hops = 0; answer.Location is { } next && hops < 10; hops++)
        {
            answer = await Get(next);
        }

        return answer;
    }

    /// <summary>Sends the form that the page shows, with its own hidden fields and the given values over them.</summary>
    public Task<Answer> Submit(Answer page, string form, params (string Name, string? Value)[] values) => Submit(page, form, values, []);

    public Task<Answer> Submit(Answer page, string form, (string Name, string? Value)[] values, (string Name, FilePart File)[] files) =>
        Submit(page, (IHtmlFormElement)page.One(form), values, files);

    public Task<Answer> Submit(Answer page, IHtmlFormElement form, (string Name, string? Value)[] values, (string Name, FilePart File)[] files)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : page.Address.PathAndQuery;
        var fields = FormFields.Of(form);
        foreach (var name in values.Select(v => v.Name).Distinct())
        {
            fields.RemoveAll(f => f.Name == name);
        }

        fields.AddRange(values.Where(v => v.Value is not null).Select(v => (v.Name, v.Value!)));
        return Post(action, fields, files, string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase));
    }

    public Task<Answer> Post(
        string address, IEnumerable<(string Name, string Value)> fields, IReadOnlyList<(string Name, FilePart File)>? files = null, bool multipart = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (files is { Count: > 0 } || multipart)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                parts.Add(new StringContent(value), $"\"{name}\"");
            }

            foreach (var (name, file) in files ?? [])
            {
                var content = new ByteArrayContent(file.Bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue(file.MediaType);
                parts.Add(content, $"\"{name}\"", file.Name);
            }

            request.Content = parts;
        }
        else
        {
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        return Send(request);
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        using var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                Take(cookie);
            }
        }

        return await Answer.From(response);
    }

    public void Dispose() => http.Dispose();

    private void Take(string header)
    {
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=')], parts[0][(parts[0].IndexOf('=') + 1)..]);
        if (value.Length == 0 || parts.Any(p => p.StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)))
        {
            Cookies.Remove(name);
            return;
        }

        Cookies[name] = value;
    }
}

/// <summary>A file as a form sends it.</summary>
public sealed record FilePart(string Name, string MediaType, byte[] Bytes);
