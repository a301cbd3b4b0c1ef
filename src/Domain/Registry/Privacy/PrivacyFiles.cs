using System.Text.Json;
using System.Text.Json.Serialization;

namespace Linli.Domain.Registry.Privacy;

/// <summary>Reads the rule files of this folder, which travel inside the assembly.</summary>
internal static class PrivacyFiles
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyList<T> List<T>(string json) => JsonSerializer.Deserialize<T[]>(json, Format) ?? throw new JsonException("A list is expected.");

    public static string Text(string name)
    {
        using var stream = typeof(PrivacyFiles).Assembly.GetManifestResourceStream($"Linli.Domain.Registry.Privacy.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
