using System.Text.Json;
using System.Text.Json.Serialization;

namespace Linli.Domain.Kernel;

/// <summary>A file of rules: it stands beside the code that reads it, travels inside the assembly, and is read strictly.</summary>
internal static class RuleFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">Something is missing, unknown or null.</exception>
    public static T One<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, Strict) ?? throw new JsonException($"{typeof(T).Name} is null.");

    /// <summary>Reads a list of objects.</summary>
    /// <exception cref="JsonException">Something is missing, unknown or null.</exception>
    public static IReadOnlyList<T> List<T>(string json)
        where T : class => [.. One<T?[]>(json).Select(item => item ?? throw new JsonException($"A {typeof(T).Name} is null."))];

    /// <summary>What a value rests on; no value goes without.</summary>
    /// <exception cref="JsonException">The source is blank.</exception>
    public static RuleSource Source(string text, Verification verification) => string.IsNullOrWhiteSpace(text)
        ? throw new JsonException("A value names its source.")
        : new RuleSource(text, verification);

    /// <summary>The text of a file, by its path in this project: <c>Tickets/service-levels.json</c>.</summary>
    public static string Text(string path)
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream(NameOf(path))
            ?? throw new InvalidOperationException($"{path} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The texts of all files of a folder.</summary>
    public static IEnumerable<string> TextsIn(string folder) => typeof(RuleFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(NameOf(folder + "/"), StringComparison.Ordinal))
        .Select(name => Text(name["Linli.Domain.".Length..]));

    private static string NameOf(string path) => $"Linli.Domain.{path.Replace('/', '.')}";
}
