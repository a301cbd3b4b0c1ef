using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>A report says what it is about.</summary>
public sealed record DescriptionIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Description";
}

/// <summary>No category was chosen.</summary>
public sealed record CategoryIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Category";
}

/// <summary>The category is none of the catalogue.</summary>
public sealed record CategoryIsUnknown : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Category";
}

/// <summary>More photos than a ticket takes at once.</summary>
/// <param name="Limit">Photos allowed.</param>
/// <param name="Count">Photos given.</param>
public sealed record PhotosAreTooMany(int Limit, int Count) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Photos";
}

/// <summary>Accepting sets the urgency.</summary>
public sealed record UrgencyIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Urgency";
}

/// <summary>Assigning names a worker.</summary>
public sealed record HandlerIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Handler";
}

/// <summary>Reopening and re-assigning give a reason.</summary>
public sealed record ReasonIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Reason";
}

/// <summary>Marking done says what was done.</summary>
public sealed record ResultIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Result";
}

/// <summary>A supplement says something.</summary>
public sealed record NoteIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Note";
}

/// <summary>The rating answers whether the matter is solved.</summary>
public sealed record SolvedIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Solved";
}

/// <summary>The rating answers how satisfied the reporter is.</summary>
public sealed record SatisfactionIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Satisfaction";
}
