using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Linli.Domain.Registry;
using Linli.Web.Platform.Text;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;
using Xunit;

namespace Linli.Web.Tests.Sweep;

/// <summary>
/// Bad input in every field of every form, read from the rendered pages of every route, so that a new form is among them by itself.
/// All is sent without a request id, so that nothing is done even where the input could be meant: what is then refused for its
/// missing id alone has passed every other check.
/// </summary>
public partial class FormSweepTests(MatrixWorld world) : IClassFixture<MatrixWorld>
{
    /// <summary>Fields that may hold anything, with the reason.</summary>
    private static readonly Dictionary<string, string> TakesAnything = new()
    {
        ["returnUrl"] = "what is no address of ours is ignored",
        ["ReturnUrl"] = "what is no address of ours is ignored",
    };

    /// <summary>Buttons that only look: nothing is taken, so what is wrong in other fields is told when the form is sent.</summary>
    private static readonly string[] OnlyLooks = ["/tickets/take?handler=Find"];

    /// <summary>States in which a ticket offers different forms.</summary>
    private static readonly string[] TicketStates = ["Received", "Accepted", "Assigned", "Handling", "Replied", "Reopened"];

    private readonly string noRequestId = Said("RequestIdIsEmpty", "zh-Hans");
    private readonly string noRequestIdInEnglish = Said("RequestIdIsEmpty", "en");

    [Fact]
    public async Task Bad_input_in_any_field_gets_a_message_and_stores_nothing()
    {
        await world.Roles(MatrixWorld.SignedOut);
        var forms = await Forms();
        await StoredRows.Watch(world.App);
        var found = new List<string>();
        foreach (var form in forms)
        {
            foreach (var field in form.Fields.Where(f => f.Kind != "file" && !TakesAnything.ContainsKey(f.Name)))
            {
                found.AddRange((await Sweep(form, field)).Select(wrong => $"{form} · {field.Name} ({field.Kind}) · {wrong}"));
            }
        }

        Violations.ShouldBeNone(forms, _ => found, atLeast: 30);
    }

    private async Task<List<ShownForm>> Forms()
    {
        var found = new Dictionary<string, ShownForm>();
        var pages = (await MatrixRoutes.Of(world.App)).Where(c => c is { IsPage: true, Method: "GET", Handler: null } && !MatrixValues.UnknownHoles(c).Any()).ToList();
        var names = PostKinds.All.Select(k => k.Code).Concat(["owner", "resident", MatrixWorld.NoCapacity, MatrixWorld.SignedOut]).ToList();
        foreach (var name in names)
        {
            var role = (await world.Roles(name)).Single();
            using var visitor = await VisitorOf(role);
            foreach (var page in pages)
            {
                var address = MatrixValues.Address(page, role.Own);
                foreach (var state in page.Pattern == "/tickets/{number}" ? TicketStates : [string.Empty])
                {
                    await Put(role, state);
                    var shown = await visitor.Get(address);
                    if (shown.Status == HttpStatusCode.OK && shown.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
                    {
                        foreach (var form in ShownForm.On(shown, role, page.Pattern + (state.Length > 0 ? $"#{state}" : string.Empty)))
                        {
                            // The frame's own forms are on every page; one page is enough.
                            found.TryAdd(FrameOf(form.Key) ?? form.Key, form);
                        }
                    }
                }
            }
        }

        return [.. found.Values];
    }

    private static string? FrameOf(string key) => Frame().Match(key) is { Success: true } match ? match.Value : null;

    private Task<int> Put(MatrixRole role, string state) => state.Length == 0 ? Task.FromResult(0) : world.App.Execute(
        """
        update tickets.tickets set state = $2, accepted_by = case when $2 = 'Received' then null else reporter_id end, accepted_at = case when $2 = 'Received' then null else received_at end,
               assigned_to = case when $2 in ('Received', 'Accepted') then null else $3 end, assigned_at = case when $2 in ('Received', 'Accepted') then null else received_at end,
               contacted_at = case when $2 in ('Handling', 'Replied') then received_at end, replied_at = case when $2 = 'Replied' then received_at end
         where number = $1
        """,
        role.Own.TicketNumber, state, role.PersonId);

    private async Task<List<string>> Sweep(ShownForm form, ShownField field)
    {
        var found = new List<string>();
        if (form.Pattern.Split('#') is [_, var state])
        {
            await Put(form.Role, state);
        }

        using var visitor = await VisitorOf(form.Role);
        var page = await visitor.Get(form.Address);
        await StoredRows.Touched(world.App);
        foreach (var value in (field.IsHidden || field.Choices.Count > 0 ? BadValue.WhereNothingIsTyped : BadValue.All).Where(v => field.Name != "RequestId" || v.Name != "unknown id"))
        {
            foreach (var language in value.InEnglishToo ? new[] { "zh-Hans", "en" } : ["zh-Hans"])
            {
                visitor.Cookies["linli.language"] = language;
                if (form.In(page) is not { } shown)
                {
                    // A form without a request id may have done what it says, such as signing out.
                    return found;
                }

                var answer = await Send(visitor, form, shown, field, value);
                found.AddRange(Judge(form, field, value, answer, language).Select(wrong => $"{value}, {language}: {wrong}"));
                if (answer.Location is not null)
                {
                    page = await visitor.Get(form.Address);
                    await StoredRows.Touched(world.App);
                }
            }
        }

        found.AddRange((await StoredRows.Touched(world.App)).Select(table => $"refused, and yet changed {table}"));
        return found;
    }

    private static Task<Answer> Send(Visitor visitor, ShownForm form, IHtmlFormElement shown, ShownField field, BadValue value)
    {
        var own = form.Fields.Where(f => f.Kind != "file" && f.Name != field.Name).Select(f => (f.Name, Value: Uri.EscapeDataString(f.Name == "RequestId" ? Guid.Empty.ToString() : f.Good)));
        var raw = value.Raw ?? Uri.EscapeDataString(form.Posts ? value.Text : value.Text[..Math.Min(value.Text.Length, 500)]);
        var action = form.Action;
        if (!form.Posts)
        {
            return visitor.Get($"{action.Split('?')[0]}?{string.Join('&', own.Append((field.Name, raw)).Select(f => $"{f.Item1}={f.Item2}"))}");
        }

        var token = shown.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? string.Empty;
        var body = string.Join('&', own.Append((field.Name, raw)).Append(("__RequestVerificationToken", Uri.EscapeDataString(token))).Select(f => $"{f.Item1}={f.Item2}"));
        return visitor.Send(new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new StringContent(body, System.Text.Encoding.ASCII, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        });
    }

    private IEnumerable<string> Judge(ShownForm form, ShownField field, BadValue value, Answer answer, string language)
    {
        var status = (int)answer.Status;
        if (status >= 500)
        {
            return [$"{status}: {world.App.Log.LastError}"];
        }

        if (answer.Text.Contains("<script>alert(1)", StringComparison.Ordinal))
        {
            return ["the script is written as it came"];
        }

        if (!form.Posts)
        {
            return [];
        }

        var mustNotPass = field.IsTyped && !OnlyLooks.Any(look => form.Action.EndsWith(look, StringComparison.Ordinal)) && (value.FitsNowhere || (value == BadValue.Empty && !field.IsOptional));
        if (status is >= 300 and < 400)
        {
            var sent = answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal) && form.Role.Name != MatrixWorld.SignedOut;
            return form.HasRequestId && !sent ? [$"acted without a request id, and went to {answer.Location}"] : mustNotPass ? ["was taken"] : [];
        }

        return status == 200 ? JudgePage(form, field, value, answer, language, mustNotPass)
            : value.Raw is not null || field.IsHidden || field.Choices.Count > 0 ? InItsLanguage(answer.Document.QuerySelector("h1")?.TextContent, language)
            : [$"an error page ({status}) instead of the form"];
    }

    private IEnumerable<string> JudgePage(ShownForm form, ShownField field, BadValue value, Answer answer, string language, bool mustNotPass)
    {
        var messages = answer.All(".govuk-error-summary li").Select(m => m.TextContent.Trim()).ToList();
        if (messages.Count == 0)
        {
            // Some forms answer with a page of their own: a number shown, a code to type.
            return mustNotPass ? ["nothing is said"] : [];
        }

        var found = new List<string>();
        if (mustNotPass && messages.All(m => m == noRequestId || m == noRequestIdInEnglish))
        {
            found.Add("would have been taken");
        }

        found.AddRange(messages.SelectMany(m => InItsLanguage(m, language)));
        if (form.In(answer) is not { } again)
        {
            found.Add("the form is gone");
            return found;
        }

        foreach (var other in form.Fields.Where(f => !f.IsHidden && !f.IsSecret))
        {
            var typed = other.Name == field.Name ? value.Text : other.Good;
            var comparable = other.Name != field.Name || (value.CanBeKept && field.Choices.Count == 0);
            if (comparable && other.HeldIn(again) is var held && held?.ReplaceLineEndings("\n") != typed.ReplaceLineEndings("\n"))
            {
                found.Add($"{other.Name} lost what was typed: {Short(held)} for {Short(typed)}");
            }
        }

        return found;
    }

    /// <summary>A message in the person's language: Chinese letters in the one, none in the other.</summary>
    private static IEnumerable<string> InItsLanguage(string? text, string language)
    {
        var chinese = Han().IsMatch(text ?? string.Empty);
        return string.IsNullOrWhiteSpace(text) ? ["no words"] : chinese != (language == "zh-Hans") ? [$"not in {language}: {Short(text)}"] : [];
    }

    private static string Short(string? text) => text is null ? "nothing" : text.Length > 60 ? $"{text[..60]}… ({text.Length})" : $"“{text}”";

    private async Task<Visitor> VisitorOf(MatrixRole role) =>
        role.Name == MatrixWorld.SignedOut ? world.App.Visitor() : await world.App.SignInAs(role.PersonId, role.Capacity?.Id, without: role.Capacity is null);

    private static string Said(string refusal, string language) =>
        new System.Resources.ResourceManager(typeof(Texts)).GetString($"Refusal.{refusal}", System.Globalization.CultureInfo.GetCultureInfo(language))!;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"^POST /(?:display/[a-z-]+|sign-out|capacity)\b")]
    private static partial Regex Frame();
}
