using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>The name, ids, typed value and messages of one input, the same for the field, its hint, its message and the summary.</summary>
internal sealed class FieldIds
{
    public FieldIds(ViewContext view, ModelExpression field) : this(view, field.Name) => Model = field.Model;

    public FieldIds(ViewContext view, string name)
    {
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(name);
        Id = IdOf(Name);
        view.ViewData.ModelState.TryGetValue(Name, out var entry);
        Attempted = entry?.RawValue;
        Errors = entry?.Errors.Select(error => error.ErrorMessage).Where(text => text.Length > 0).ToList() ?? [];
    }

    public string Name { get; }

    public string Id { get; }

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string CountId => $"{Id}-count";

    public IReadOnlyList<string> Errors { get; }

    private object? Model { get; }

    private object? Attempted { get; }

    /// <summary>What the person typed, even when it could not be understood; else what the model holds.</summary>
    public string? Value => Values is [var first, ..] ? first : null;

    public IReadOnlyList<string> Values => (Attempted ?? Model) switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Text).OfType<string>()],
        var one => Text(one) is { } text ? [text] : [],
    };

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
