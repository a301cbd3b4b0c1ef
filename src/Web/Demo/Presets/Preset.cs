using System.Text.Json;

namespace Linli.Web.Demo.Presets;

/// <summary>Reads the files beside this one: names, figures and texts of the demo world, with their sources.</summary>
internal static class Preset
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static T Read<T>(string name)
    {
        using var stream = Open($"{name}.json");
        return JsonSerializer.Deserialize<T>(stream, Format) ?? throw new JsonException($"{name}.json is empty.");
    }

    public static Stream Open(string file) => typeof(Preset).Assembly.GetManifestResourceStream($"Linli.Web.Demo.Presets.{file}")
        ?? throw new InvalidOperationException($"{file} is not embedded.");
}
