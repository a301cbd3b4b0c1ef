using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Categories;

/// <summary>The category is not in use here.</summary>
public sealed record CategoryIsSwitchedOff : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Category";
}

/// <summary>A danger, and the category for everything else, cannot be switched off.</summary>
public sealed record CategoryStaysInUse : Refusal
{
    /// <inheritdoc />
    public override string? Field => "IsOff";
}

/// <summary>A place may tighten a limit, never loosen it.</summary>
/// <param name="Input">Which limit.</param>
/// <param name="Amount">Most units.</param>
/// <param name="Unit">Of which unit.</param>
public sealed record LimitIsLaxerThanTheProfile(string Input, int Amount, TimeUnit Unit) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}

/// <summary>A subject of one's own has a name.</summary>
public sealed record CategoryNameIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Name";
}

/// <summary>Another subject beside it is called the same.</summary>
public sealed record CategoryNameIsTaken : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Name";
}

/// <summary>A limit is a number from 1 to 10,000 with its unit, or neither.</summary>
/// <param name="Input">Which limit.</param>
public sealed record LimitIsIncomplete(string Input) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Input;
}
