using Linli.Web.Platform.Access;

namespace Linli.Web.Platform.Changes;

/// <summary>The one context of a change: who does it, in which capacity, when, why, and by which request.</summary>
public sealed record ProcessContext
{
    public required Actor Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Made when the form was shown or by the program that calls; the same id acts once.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What the request is about, as its address names it; a used request id counts as the same request only for the same one.</summary>
    public string? Target { get; private init; }

    /// <summary>The same context, about this subject: a code, a number, an id.</summary>
    public ProcessContext On(object target) => this with { Target = target.ToString() };

    /// <summary>Why, where the act asks for a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The trail of all changes says that something happened, and neither who did it nor why: that stands sealed with the subject.</summary>
    public bool IsConfidential { get; private init; }

    /// <summary>The same context, for what only those concerned may know of.</summary>
    public ProcessContext InConfidence() => this with { IsConfidential = true };
}
