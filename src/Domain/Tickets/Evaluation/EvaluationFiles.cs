namespace Linli.Domain.Tickets.Evaluation;

/// <summary>Rule files that travel inside the assembly.</summary>
internal static class EvaluationFiles
{
    public static string Text(string name)
    {
        using var stream = typeof(EvaluationFiles).Assembly.GetManifestResourceStream($"Linli.Domain.Tickets.Evaluation.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
