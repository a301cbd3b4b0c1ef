using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Committees;

/// <summary>What happened to a body. Which of the values are needed depends on the act.</summary>
public sealed record BodyActInput : ChangeInput
{
    public BodyKind? Kind { get; set; }

    public BodyAct? Act { get; set; }

    /// <summary>When it happened; empty: today.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>All members; for vacancies those who are left.</summary>
    public int? Members { get; set; }

    /// <summary>Owners among them; empty: all.</summary>
    public int? Owners { get; set; }

    /// <summary>Who presides, where that is laid down.</summary>
    public HeadFrom? Head { get; set; }

    public DateOnly? TermFrom { get; set; }

    /// <summary>Last day of the term.</summary>
    public DateOnly? TermTo { get; set; }

    /// <summary>The item of the handover that is signed for.</summary>
    public HandoverItems? Item { get; set; }

    public string? GivenBy { get; set; }

    public string? TakenBy { get; set; }

    public string? Note { get; set; }

    /// <summary>Ids of uploaded papers.</summary>
    public List<Guid> Papers { get; set; } = [];

    /// <summary>The version of the body that was seen; empty: any.</summary>
    public uint? Version { get; set; }
}
