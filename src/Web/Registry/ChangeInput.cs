namespace Linli.Web.Registry;

/// <summary>What every change by program may carry; pages send theirs beside the form.</summary>
public abstract record ChangeInput
{
    /// <summary>A UUID made by the caller; sent again, the same one acts once. Without it each call acts anew.</summary>
    public Guid? RequestId { get; init; }
}
