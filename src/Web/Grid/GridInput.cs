namespace Linli.Web.Grid;

/// <summary>What every change by program may carry; pages send theirs beside the form.</summary>
public abstract record GridInput
{
    /// <summary>A UUID made by the caller; sent again, the same one acts once. Without it each call acts anew.</summary>
    public Guid? RequestId { get; init; }
}

/// <summary>A change that needs no more than to be asked for.</summary>
public sealed record PlainInput : GridInput;

/// <summary>A change that says why.</summary>
public sealed record ReasonInput : GridInput
{
    public string? Reason { get; init; }
}
