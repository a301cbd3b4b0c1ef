using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>A response template that comes with the product, in two languages; an organisation may have its own words for it, or do without.</summary>
/// <param name="Code">Never changes.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Titles">By language: zh, en.</param>
/// <param name="Bodies">By language: zh, en.</param>
public sealed record ShippedTemplate(string Code, TemplateUse Use, IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, string> Bodies)
{
    /// <summary>All, in the order in which they are offered; read from <c>response-templates.json</c>.</summary>
    public static readonly IReadOnlyList<ShippedTemplate> All = Read(RuleFile.Text("Tickets/Queue/response-templates.json"));

    /// <summary>The template of the code, or null.</summary>
    public static ShippedTemplate? Find(string? code) => All.FirstOrDefault(template => template.Code == code);

    /// <summary>Reads templates.</summary>
    /// <exception cref="JsonException">One lacks a language, is too long, or leaves something open that no ticket has.</exception>
    public static IReadOnlyList<ShippedTemplate> Read(string json) => [.. RuleFile.List<ShippedTemplate>(json).Select(Checked)];

    private static ShippedTemplate Checked(ShippedTemplate template) =>
        new[] { "zh", "en" }.All(language => template.Titles.GetValueOrDefault(language) is { Length: > 0 and <= TemplateText.LongestTitle }
            && template.Bodies.GetValueOrDefault(language) is { Length: > 0 and <= TemplateText.LongestBody } body && TemplateText.Fault(body) is null)
            ? template
            : throw new JsonException($"{template.Code} is no template.");
}
