using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Linli.Domain.Registry;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;
using Xunit;

namespace Linli.Web.Tests.Sweep;

/// <summary>
/// Bad input in every member of every body that the API takes, read from the routes: refused as a problem in the caller's language,
/// never a failure of ours, nothing stored. Sent with an empty request id, so that nothing is done where it could be meant.
/// </summary>
public partial class BodySweepTests(MatrixWorld world) : IClassFixture<MatrixWorld>
{
    private static readonly string[] Unreadable = ["", "{", "null", "[]", "7", "\"text\"", "{\"surprise\":1}", "{}", "{\"requestId\":\"no guid\"}", new string('[', 2000)];

    private static readonly (string Name, string Charset, byte[] Bytes)[] WrongEncodings =
    [
        ("UTF-16", "utf-16", Encoding.Unicode.GetBytes("{\"name\":\"电梯\"}")),
        ("GB18030 unsaid", "", [(byte)'{', (byte)'"', (byte)'n', (byte)'"', (byte)':', (byte)'"', 0xB5, 0xE7, (byte)'"', (byte)'}']),
        ("UTF-7", "utf-7", Encoding.ASCII.GetBytes("{}")),
    ];

    // A masked copy of one's own data may be had without a word.
    private static readonly string[] NeedsNothing = ["POST /api/v1/me/data/export"];

    [Fact]
    public async Task Bad_input_in_any_member_is_a_problem_and_stores_nothing()
    {
        await world.Roles(MatrixWorld.SignedOut);
        var calls = (await MatrixRoutes.Of(world.App)).Where(c => c is { IsApi: true, Body: { } body } && !MatrixValues.IsFile(body) && !MatrixValues.UnknownHoles(c).Any()).ToList();
        await StoredRows.Watch(world.App);
        var found = new List<string>();
        foreach (var call in calls)
        {
            found.AddRange(await Sweep(call));
        }

        Violations.ShouldBeNone(calls, _ => found, atLeast: 25);
    }

    private async Task<List<string>> Sweep(MatrixCall call)
    {
        var found = new List<string>();
        var role = await RoleFor(call);
        using var program = role.Token is { } token ? world.App.ApiWith(token) : world.App.Api();
        var address = MatrixValues.Address(call, role.Own);
        await StoredRows.Touched(world.App);
        foreach (var member in MatrixValues.Body(call.Body!).Select(m => m.Key).ToList())
        {
            foreach (var (name, value, toBoth) in Values())
            {
                var body = MatrixValues.Body(call.Body!);
                if (body.ContainsKey("requestId"))
                {
                    body["requestId"] = Guid.Empty.ToString();
                }

                if (name == "left out")
                {
                    body.Remove(member);
                }
                else
                {
                    body[member] = value();
                }

                await Try(Encoding.UTF8.GetBytes(body.ToJsonString()), "", $"{member} · {name}", member == "requestId" || !body.ContainsKey("requestId"), toBoth);
            }
        }

        foreach (var text in Unreadable)
        {
            await Try(Encoding.UTF8.GetBytes(text), "", $"body {text[..Math.Min(text.Length, 20)]}", acts: text == "{}" && NeedsNothing.Contains(call.ToString()));
        }

        foreach (var (name, charset, bytes) in WrongEncodings)
        {
            await Try(bytes, charset, name, acts: false);
        }

        found.AddRange((await StoredRows.Touched(world.App)).Select(table => $"{call}: refused, and yet changed {table}"));
        return found;

        async Task Try(byte[] bytes, string charset, string what, bool acts, bool inEnglishToo = true)
        {
            foreach (var language in inEnglishToo ? new[] { "zh-CN", "en" } : ["zh-CN"])
            {
                var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset.Length > 0 ? charset : null };
                var request = new HttpRequestMessage(new HttpMethod(call.Method), address) { Content = content };
                request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
                var answer = await program.Send(request);
                found.AddRange(Judge(answer, language, acts).Select(wrong => $"{call} (as {role.Name}) · {what}, {language}: {wrong}"));
                if ((int)answer.Status < 300)
                {
                    await StoredRows.Touched(world.App);
                }
            }
        }
    }

    private IEnumerable<string> Judge(Answer answer, string language, bool acts)
    {
        var status = (int)answer.Status;
        if (status >= 500)
        {
            return [$"{status}: {world.App.Log.LastError}"];
        }

        if (status < 300)
        {
            return acts ? [] : ["was taken though its request id is empty or the body cannot be read"];
        }

        if (!answer.Headers.GetValueOrDefault("Content-Type", string.Empty).StartsWith("application/problem+json", StringComparison.Ordinal))
        {
            return [$"{status} without a problem"];
        }

        var title = answer.Json.GetProperty("title").GetString() ?? string.Empty;
        var messages = answer.Json.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.GetProperty("message").GetString() ?? string.Empty) : [];
        return messages.Append(title).Where(m => m.Length == 0 || Han().IsMatch(m) != (language == "zh-CN")).Select(m => $"{status} not in its language: {m}");
    }

    private static IEnumerable<(string Name, Func<JsonNode?> Value, bool InEnglishToo)> Values()
    {
        foreach (var bad in BadValue.All.Where(b => b.Raw is null))
        {
            yield return (bad.Name, () => JsonValue.Create(bad.Text), bad.InEnglishToo);
        }

        yield return ("left out", () => null, true);
        yield return ("null", () => null, true);
        yield return ("a number", () => JsonValue.Create(7), false);
        yield return ("a negative number", () => JsonValue.Create(-7), false);
        yield return ("a huge number", () => JsonValue.Create(1e300), false);
        yield return ("a fraction", () => JsonValue.Create(0.5), false);
        yield return ("true", () => JsonValue.Create(true), false);
        yield return ("an object", () => new JsonObject { ["a"] = 1 }, false);
        yield return ("a list", () => new JsonArray("a", 1, null), false);
        yield return ("a long list", () => new JsonArray([.. Enumerable.Range(0, 5000).Select(_ => JsonValue.Create(Guid.NewGuid().ToString()))]), false);
    }

    private async Task<MatrixRole> RoleFor(MatrixCall call)
    {
        foreach (var name in PostKinds.All.Select(k => k.Code).Concat(["owner", "resident"]))
        {
            var role = (await world.Roles(name)).Single();
            if (call.Needs is null || call.Needs.Permission == 0 || (call.Needs.Permission & role.Permissions) != 0)
            {
                return role;
            }
        }

        throw new Xunit.Sdk.XunitException($"{call}: nobody has {call.Needs!.Permission}");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
