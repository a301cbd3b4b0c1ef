namespace Linli.Domain.Registry.Alliances;

/// <summary>Rule files that travel inside the assembly.</summary>
internal static class EmbeddedRules
{
    public static string Text(string name)
    {
        using var stream = typeof(EmbeddedRules).Assembly.GetManifestResourceStream($"Linli.Domain.Registry.Alliances.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
