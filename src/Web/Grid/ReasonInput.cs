using Linli.Web.Platform.Changes;

namespace Linli.Web.Grid;

/// <summary>A change that says why.</summary>
public sealed record ReasonInput : ChangeInput
{
    public string? Reason { get; init; }
}
