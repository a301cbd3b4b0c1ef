using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Linli.Web.Tests.Host;

/// <summary>A program that calls the API.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    internal ApiClient(TestApp app, string? token)
    {
        http = app.Http();
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Task<Answer> Get(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<Answer> Post(string address, object body) => Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) });

    public Task<Answer> Post(string address, HttpContent content) => Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return await Answer.From(response);
    }

    public void Dispose() => http.Dispose();
}
