using System.Collections.Frozen;

namespace Linli.Domain.Tickets;

/// <summary>What a reporter wants (requirements C1).</summary>
public enum TicketKind
{
    /// <summary>报修.</summary>
    Repair,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>建议.</summary>
    Suggestion,

    /// <summary>求助.</summary>
    Help,

    /// <summary>隐患.</summary>
    Hazard,
}

/// <summary>A subject that a ticket can have. The catalogue is a design; its titles stand in the resources under <c>TicketCategory.&lt;code&gt;</c>.</summary>
/// <param name="Code">Stable code, stored with the ticket.</param>
/// <param name="Kind">What its reporters want.</param>
/// <param name="Suggested">The urgency offered to the dispatcher, who decides.</param>
public sealed record TicketCategory(string Code, TicketKind Kind, Urgency Suggested)
{
    /// <summary>All subjects in the order in which a page offers them.</summary>
    public static readonly IReadOnlyList<TicketCategory> All =
    [
        new("lift", TicketKind.Repair, Urgency.Urgent),
        new("water-power-gas", TicketKind.Repair, Urgency.Urgent),
        new("drains", TicketKind.Repair, Urgency.Urgent),
        new("doors", TicketKind.Repair, Urgency.Normal),
        new("lighting", TicketKind.Repair, Urgency.Normal),
        new("roof-and-wall", TicketKind.Repair, Urgency.Complex),
        new("public-facility", TicketKind.Repair, Urgency.Normal),
        new("fire-safety", TicketKind.Hazard, Urgency.Urgent),
        new("falling-objects", TicketKind.Hazard, Urgency.Emergency),
        new("charging", TicketKind.Hazard, Urgency.Urgent),
        new("hygiene", TicketKind.Complaint, Urgency.Normal),
        new("noise", TicketKind.Complaint, Urgency.Normal),
        new("parking", TicketKind.Complaint, Urgency.Normal),
        new("security", TicketKind.Complaint, Urgency.Normal),
        new("fees", TicketKind.Complaint, Urgency.Normal),
        new("service", TicketKind.Complaint, Urgency.Normal),
        new("neighbours", TicketKind.Complaint, Urgency.Complex),
        new("suggestion", TicketKind.Suggestion, Urgency.Normal),
        new("help", TicketKind.Help, Urgency.Normal),
        new("other", TicketKind.Help, Urgency.Normal),
    ];

    private static readonly FrozenDictionary<string, TicketCategory> ByCode = All.ToFrozenDictionary(category => category.Code, StringComparer.Ordinal);

    /// <summary>The key of the title in the resources.</summary>
    public string TitleKey => $"TicketCategory.{Code}";

    /// <summary>The subject with the code, or null.</summary>
    public static TicketCategory? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
