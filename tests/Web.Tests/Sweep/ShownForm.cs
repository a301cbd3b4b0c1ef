using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Sweep;

/// <summary>A form as a page shows it to somebody, filled in sensibly.</summary>
internal sealed partial record ShownForm
{
    public required MatrixRole Role { get; init; }

    /// <summary>The page's route.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where the page stands.</summary>
    public required string Address { get; init; }

    /// <summary>Which of the page's forms it is: its action without the values of ids, and its fields.</summary>
    public required string Key { get; init; }

    public required bool Posts { get; init; }

    public required IReadOnlyList<ShownField> Fields { get; init; }

    public bool HasRequestId => Fields.Any(f => f.Name == "RequestId");

    public override string ToString() => $"{Key} (as {Role.Name})";

    /// <summary>Where it is sent, with the values of ids.</summary>
    public required string Action { get; init; }

    /// <summary>Every form on the page, once for each place that a button of it sends it to.</summary>
    public static IEnumerable<ShownForm> On(Answer page, MatrixRole role, string pattern) =>
        page.Document.Forms.OfType<IHtmlFormElement>().SelectMany(form => Read(form, page, role, pattern)).Where(f => f.Fields.Count > 0);

    /// <summary>The same form in another answer; null when it is not there any more.</summary>
    public IHtmlFormElement? In(Answer page) => page.Document.Forms.OfType<IHtmlFormElement>().FirstOrDefault(form =>
        ActionsOf(form, Address).Any(action => Plain(action) == Plain(Action))
        && Fields.Where(f => !f.IsHidden).All(f => form.Elements.Any(e => e.GetAttribute("name") == f.Name)));

    private static IEnumerable<ShownForm> Read(IHtmlFormElement form, Answer page, MatrixRole role, string pattern)
    {
        var fields = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && name != "__RequestVerificationToken" && e is not IHtmlButtonElement)
            .GroupBy(e => e.GetAttribute("name")!).Select(group => ShownField.Of(form, [.. group])).ToList();
        var posts = string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase);
        return ActionsOf(form, page.Address.PathAndQuery).Distinct().Select(action => new ShownForm
        {
            Role = role, Pattern = pattern, Address = page.Address.PathAndQuery, Posts = posts, Fields = fields, Action = action,
            Key = $"{(posts ? "POST" : "GET")} {Plain(action)} [{string.Join(", ", fields.Select(f => f.Name).Distinct())}]",
        });
    }

    private static IEnumerable<string> ActionsOf(IHtmlFormElement form, string address)
    {
        var own = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
        var buttons = form.QuerySelectorAll("button").Select(b => b.GetAttribute("formaction") ?? own).ToList();
        return (buttons.Count == 0 ? [own] : buttons).Select(to => to.StartsWith('?') ? address.Split('?')[0] + to : to);
    }

    // Ids and codes differ from person to person, the form is the same; of a query the handler alone tells forms apart.
    private static string Plain(string action)
    {
        var handler = Handler().Match(action);
        return WithDigits().Replace(action.Split('?')[0], "…") + (handler.Success ? $"?{handler.Value}" : string.Empty);
    }

    [GeneratedRegex("[0-9A-Za-z-]*[0-9][0-9A-Za-z-]*")]
    private static partial Regex WithDigits();

    [GeneratedRegex("handler=[A-Za-z]+")]
    private static partial Regex Handler();
}

/// <summary>One question of a form.</summary>
internal sealed record ShownField
{
    public required string Name { get; init; }

    /// <summary>text, date, select, radio, hidden …</summary>
    public required string Kind { get; init; }

    /// <summary>What is sent when all is well.</summary>
    public required string Good { get; init; }

    public required bool IsOptional { get; init; }

    /// <summary>Values that can be chosen; empty where something is typed.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Whether the page may show again what was sent.</summary>
    public required bool IsSecret { get; init; }

    public bool IsHidden => Kind == "hidden";

    public bool IsTyped => Kind is "text" or "search" or "tel" or "password" or "textarea" or "email" or "url";

    /// <summary>What the field holds in a page; null when it is not there.</summary>
    public string? HeldIn(IHtmlFormElement form)
    {
        var elements = form.Elements.Where(e => e.GetAttribute("name") == Name).ToList();
        return elements switch
        {
            [] => null,
            [IHtmlSelectElement select, ..] => select.QuerySelector("option[selected]")?.GetAttribute("value") ?? select.QuerySelector("option")?.GetAttribute("value") ?? string.Empty,
            [IHtmlTextAreaElement area, ..] => area.Value,
            [IHtmlInputElement { Type: "radio" or "checkbox" }, ..] => elements.OfType<IHtmlInputElement>().FirstOrDefault(i => i.HasAttribute("checked"))?.GetAttribute("value") ?? string.Empty,
            [var first, ..] => first.GetAttribute("value") ?? string.Empty,
        };
    }

    public static ShownField Of(IHtmlFormElement form, IReadOnlyList<IElement> elements)
    {
        var first = elements[0];
        var kind = first switch { IHtmlTextAreaElement => "textarea", IHtmlSelectElement => "select", IHtmlInputElement input => input.Type, _ => "text" };
        var group = first.Closest(".govuk-form-group");
        var choices = kind switch
        {
            "select" => first.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? string.Empty).ToList(),
            "radio" or "checkbox" => elements.Select(e => e.GetAttribute("value") ?? "on").ToList(),
            _ => [],
        };
        var field = new ShownField
        {
            Name = first.GetAttribute("name")!, Kind = kind, Choices = choices, Good = string.Empty,
            IsOptional = group?.QuerySelector(".opt") is not null,
            IsSecret = kind is "password" or "file" || first.GetAttribute("autocomplete") == "one-time-code",
        };
        return field with { Good = field.HeldIn(form) is { Length: > 0 } held ? held : Filled(kind, first, choices) };
    }

    private static string Filled(string kind, IElement element, List<string> choices) => kind switch
    {
        "hidden" or "file" => string.Empty,
        "select" or "radio" => choices.FirstOrDefault(c => c.Length > 0) ?? string.Empty,
        "checkbox" => choices[0],
        "date" => "2026-11-20",
        "number" => "1",
        "tel" => "13900000000",
        "textarea" => "测试用的一句话，说明为什么",
        _ when element.GetAttribute("inputmode") is "numeric" or "decimal" => "1",
        _ => "测试文字",
    };
}
