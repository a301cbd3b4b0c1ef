namespace Linli.Web.Platform.Changes;

/// <summary>What every change by program may carry; pages send theirs beside the form.</summary>
public abstract record ChangeInput
{
    /// <summary>A UUID made by the caller; sent again, the same one acts once. Without it each call acts anew.</summary>
    public Guid? RequestId { get; init; }
}

/// <summary>A change that needs no more than to be asked for.</summary>
public sealed record PlainInput : ChangeInput;
