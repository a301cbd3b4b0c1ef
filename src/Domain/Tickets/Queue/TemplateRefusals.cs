using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>A template leaves something open that no ticket has.</summary>
/// <param name="Name">The name in braces.</param>
public sealed record TemplatePlaceIsUnknown(string Name) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Body";
}

/// <summary>A brace opens or closes nothing.</summary>
public sealed record TemplateBraceIsAlone : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Body";
}
