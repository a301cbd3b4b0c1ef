namespace Linli.Domain.Kernel;

/// <summary>A required text was left empty.</summary>
/// <param name="Input">Name of the input.</param>
public sealed record TextIsMissing(string Input) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}

/// <summary>A text is longer than it may be.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Limit">Characters allowed.</param>
/// <param name="Length">Characters given.</param>
public sealed record TextIsTooLong(string Input, int Limit, int Length) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}

/// <summary>A text holds characters that cannot be kept: control characters, half pairs, marks that turn the direction of reading.</summary>
/// <param name="Input">Name of the input.</param>
public sealed record TextHasForbiddenCharacters(string Input) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}
